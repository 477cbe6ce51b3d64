import { addDays, addMonths, firstOfMonth, lastOfMonth } from '../../shared/local-date.js';
import { armsOf, paysByEffect, type ContractContent } from './contract.js';
import { refusalOf } from '../../evidence/smallest-p.js';
import { netOfRefund } from './state-refund.js';
import { faultsOfTerms } from './terms.js';

/** What stands against agreeing a contract: the path of the field, and what is wrong with it. */
export interface ContractFault {
  readonly field: string;
  readonly code: string;
}

/** Every month of the year twice. */
export const BASELINE_MONTHS = 24;
const PART = /^(0(\.\d{1,12})?|1(\.0{1,12})?)$/;
const DECIMAL = /^-?\d{1,12}(\.\d{1,12})?$/;

const isPart = (text: string): boolean => PART.test(text);
const isProperPart = (text: string): boolean => isPart(text) && Number(text) > 0 && Number(text) < 1;
const faultIf = (wrong: boolean, field: string, code: string): ContractFault[] =>
  wrong ? [{ field, code }] : [];
const repeated = (keys: readonly string[], field: string): ContractFault[] =>
  keys.flatMap((key, place) => faultIf(keys.indexOf(key) < place, `${field}.${place}`, 'twice'));

const faultsOfPeriod = ({ period, baseline }: ContractContent): ContractFault[] => [
  ...faultIf(period.from !== firstOfMonth(period.from), 'period.from', 'not-first-of-month'),
  ...faultIf(period.to !== lastOfMonth(period.to), 'period.to', 'not-last-of-month'),
  ...faultIf(period.to <= period.from, 'period.to', 'not-after-from'),
  ...faultIf(baseline.months !== BASELINE_MONTHS, 'baseline.months', 'not-24-months'),
  ...faultIf(baseline.from !== addMonths(period.from, -baseline.months), 'baseline.from', 'not-right-before'),
  ...faultIf(baseline.to !== addDays(period.from, -1), 'baseline.to', 'not-right-before'),
];

const faultsOfParties = ({ name, parties }: ContractContent): ContractFault[] => [
  ...faultIf(name.trim() === '', 'name', 'empty'),
  ...faultIf(parties.length < 2, 'parties', 'fewer-than-two'),
  ...parties.flatMap((party, place) => faultIf(party.name.trim() === '', `parties.${place}.name`, 'empty')),
  ...repeated(
    parties.map((party) => party.id),
    'parties',
  ),
];

const faultsOfUnits = ({ units, period, tracks }: ContractContent): ContractFault[] => [
  ...faultIf(tracks.length === 0, 'tracks', 'none'),
  ...faultIf(!units.some((unit) => unit.arm === 'in'), 'units', 'none-in'),
  ...units.flatMap(({ from }, place) => [
    ...faultIf(from !== firstOfMonth(from), `units.${place}.from`, 'not-first-of-month'),
    ...faultIf(from < period.from || from > period.to, `units.${place}.from`, 'outside-period'),
  ]),
  ...repeated(
    units.map((unit) => unit.unitId),
    'units',
  ),
];

const faultsOfIndicators = ({ indicators, targets, payment }: ContractContent): ContractFault[] => {
  const ids = indicators.map((indicator) => indicator.id);
  const paying = indicators.filter((indicator) => indicator.contractUse === 'payment');
  return [
    ...faultIf(indicators.length === 0, 'indicators', 'none'),
    ...repeated(ids, 'indicators'),
    // The first 30 days are the employer's period: what is avoided there saves nobody else (definitions 9.3).
    ...indicators.flatMap(({ measure, purse }, place) =>
      faultIf(
        measure === 'days-cut-at-30' && purse !== 'employer',
        `indicators.${place}.purse`,
        'saves-only-the-employer',
      ),
    ),
    ...targets.flatMap(({ indicatorId, reduction }, place) => [
      ...faultIf(!ids.includes(indicatorId), `targets.${place}.indicatorId`, 'unknown-indicator'),
      ...faultIf(!isProperPart(reduction), `targets.${place}.reduction`, 'not-a-part'),
    ]),
    ...payment.terms.flatMap((term, place) => {
      if (term.kind !== 'effect') return [];
      const indicator = paying.find(({ id }) => id === term.id);
      if (!indicator) return [{ field: `payment.terms.${place}.id`, code: 'no-paying-indicator' }];
      return faultIf(
        indicator.purse !== term.purse,
        `payment.terms.${place}.purse`,
        'other-purse-than-indicator',
      );
    }),
  ];
};

// A fault of a purse has a reason of its own: a saving in another's budget cannot be shared (definitions 9.3).
const faultsOfPayment = ({ payment, guardrails, waterfall, evidence }: ContractContent): ContractFault[] => [
  ...faultsOfTerms(payment).map((field) => ({
    field: `payment.${field}`,
    code: field.endsWith('.purse') ? 'not-the-payers-purse' : 'not-valid',
  })),
  ...faultIf(payment.terms.length === 0, 'payment.terms', 'none'),
  ...guardrails.flatMap(({ limit }, place) =>
    faultIf(!DECIMAL.test(limit), `guardrails.${place}.limit`, 'not-valid'),
  ),
  ...repeated(
    guardrails.map((guardrail) => guardrail.name),
    'guardrails',
  ),
  ...faultIf(waterfall !== null && !isPart(waterfall.investorsPart), 'waterfall.investorsPart', 'not-a-part'),
  ...faultIf(!isProperPart(evidence.level), 'evidence.level', 'not-a-part'),
  ...faultIf(
    payment.terms.some((term) => term.kind === 'effect' && term.evidence === 'shrunk') &&
      evidence.tau === null,
    'evidence.tau',
    'wanted-by-shrunk',
  ),
];

/** The benefit municipality saves what the state does not refund it, by the steps of the first day (definitions 9.3). */
const faultsOfRefunds = ({ payment, period }: ContractContent): ContractFault[] =>
  payment.terms.flatMap((term, place) => {
    if (term.kind === 'delivery' || term.purse !== 'benefit-municipality') return [];
    const net = term.refund ? netOfRefund(term.refund, period.from) : null;
    if (net === null) return [{ field: `payment.terms.${place}.refund`, code: 'refund-not-stated' }];
    return faultIf(term.rate !== net, `payment.terms.${place}.rate`, 'not-net-of-refund');
  });

const faultsOfShocks = ({ shocks, units }: ContractContent): ContractFault[] =>
  shocks.flatMap(({ from, to, name, unitIds }, place) => [
    ...faultIf(name.trim() === '', `shocks.${place}.name`, 'empty'),
    ...faultIf(to < from, `shocks.${place}.to`, 'before-from'),
    ...faultIf(
      unitIds?.some((id) => !units.some((unit) => unit.unitId === id)) ?? false,
      `shocks.${place}.unitIds`,
      'unknown-unit',
    ),
  ]);

/** Definitions 9.5: what these units can never show is not paid for. */
const faultsOfEffect = (content: ContractContent): ContractFault[] => {
  if (!paysByEffect(content)) return [];
  const refusal = refusalOf(content.choice, armsOf(content), Number(content.evidence.level));
  return refusal === null ? [] : [{ field: 'payment.terms', code: refusal }];
};

/** Everything that stands against proposing and agreeing a contract; empty where nothing does. */
export const faultsOfContract = (content: ContractContent): readonly ContractFault[] => [
  ...faultsOfParties(content),
  ...faultsOfPeriod(content),
  ...faultsOfUnits(content),
  ...faultsOfIndicators(content),
  ...faultsOfPayment(content),
  ...faultsOfRefunds(content),
  ...faultsOfShocks(content),
  ...faultsOfEffect(content),
];
