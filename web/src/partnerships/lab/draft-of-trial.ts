import type { ContractWritten, OfferedUnit, PaymentTerm } from '../contract/views';
import type { TrialQuestion } from './views';

type Indicator = ContractWritten['indicators'][number];

/** What a threshold on a count is called until the parties give it a name. */
const COUNT_ID = 'count';

const termOf = ({ rule, threshold, count, money }: TrialQuestion, indicatorId: string): PaymentTerm => {
  const { purse, rate, costs, share, attribution } = money;
  const saving = { purse, rate, costs, share, attribution };
  if (rule === 'count')
    return { ...saving, kind: 'count', id: COUNT_ID, counted: 'stock', below: count?.below ?? 1 };
  const least = threshold === 0 ? null : String(threshold);
  return { ...saving, kind: 'effect', id: indicatorId, evidence: rule, threshold: least };
};

const indicatorOf = ({ indicators }: ContractWritten, { measure, rule, money }: TrialQuestion): Indicator => {
  const known = indicators.find((one) => one.measure === measure);
  return {
    id: known?.id ?? measure,
    measure,
    definitionVersion: known?.definitionVersion ?? '2026-1',
    purse: money.purse,
    contractUse: rule === 'count' ? 'reported' : 'payment',
  };
};

const unitsOf = (
  { units, period }: ContractWritten,
  { treated, compared }: TrialQuestion,
  offered: readonly OfferedUnit[],
): ContractWritten['units'] =>
  offered.flatMap(({ tenantId, unitId, name, employerName }) => {
    const isTreated = treated.includes(unitId);
    if (!isTreated && !compared.includes(unitId)) return [];
    const from = units.find((unit) => unit.unitId === unitId)?.from ?? period.from;
    return { tenantId, unitId, name, employerName, arm: isTreated ? ('in' as const) : 'comparison', from };
  });

/**
 * The terms that were tried, written into a draft; what the lab does not ask about stays as it is. One indicator is
 * paid by: each further one would be a further chance to be paid for nothing.
 */
export const withTrial = (
  content: ContractWritten,
  question: TrialQuestion,
  offered: readonly OfferedUnit[],
): ContractWritten => {
  const paid = indicatorOf(content, question);
  const { payment } = content;
  return {
    ...content,
    choice: question.choice,
    units: question.basis === 'own' ? unitsOf(content, question, offered) : content.units,
    indicators: [
      paid,
      ...content.indicators.flatMap((one) =>
        one.id === paid.id ? [] : { ...one, contractUse: 'reported' as const },
      ),
    ],
    targets: [
      { indicatorId: paid.id, reduction: String(question.target) },
      ...content.targets.filter(({ indicatorId }) => indicatorId !== paid.id),
    ],
    evidence: { ...content.evidence, level: String(question.level) },
    payment: {
      ...payment,
      payersPurse: question.money.purse,
      terms: [termOf(question, paid.id), ...payment.terms.filter(({ kind }) => kind === 'delivery')],
      periodCap: question.money.periodCap ?? payment.periodCap ?? null,
    },
  };
};
