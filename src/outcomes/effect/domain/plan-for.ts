import type { ContractContent, ContractIndicator, FixedCut } from '../../../partnerships/index.js';
import { addDays, addMonths, earlier, later, localDate, type LocalDate } from '../../../shared/local-date.js';
import type { Period } from '../../../shared/period.js';
import type { EffectCell, EffectPlan } from './effect-plan.js';

const MONTHS: Readonly<Record<FixedCut, number>> = { quarter: 3, 'half-year': 6, year: 12 };

/** The smallest p that they can show is 1 in 10,000; two seconds in a thread of their own for 24 workplaces. */
const DRAWS = 9999;

/** The calendar cuts that a contract is settled by, the first and last as much of them as the contract covers. */
export const settlementPeriods = ({
  period,
  settlementCut,
}: Pick<ContractContent, 'period' | 'settlementCut'>): Period[] => {
  const periods: Period[] = [];
  const months = MONTHS[settlementCut];
  for (
    let from = localDate(`${period.from.slice(0, 4)}-01-01`);
    from <= period.to;
    from = addMonths(from, months)
  ) {
    const to = addDays(addMonths(from, months), -1);
    if (to >= period.from) periods.push({ from: later(from, period.from), to: earlier(to, period.to) });
  }
  return periods;
};

const monthOf = (day: LocalDate): string => day.slice(0, 7);

/** How an indicator's effect in a period is told by what the contract says; nothing is left to choose later. */
export const planFor = (
  contract: ContractContent,
  indicator: ContractIndicator,
  period: Period,
  hash: string,
): EffectPlan => ({
  indicator: indicator.id,
  measure: indicator.measure,
  definitionVersion: indicator.definitionVersion,
  baseline: { from: monthOf(contract.baseline.from), to: monthOf(contract.baseline.to) },
  period: { from: monthOf(period.from), to: monthOf(period.to) },
  units: contract.units
    .filter(({ from }) => from <= period.to)
    .map(({ unitId, tenantId, arm, from }) => ({ unitId, tenantId, arm, from: monthOf(from) })),
  choice: contract.choice,
  level: contract.evidence.level,
  shocks: contract.shocks.map(({ kind, from, to, unitIds }) => ({
    kind,
    from: monthOf(from),
    to: monthOf(to),
    unitIds,
  })),
  // Of the contract, so that nobody chooses it.
  seed: Number.parseInt(hash.slice(0, 7), 16),
  draws: DRAWS,
});

/** What was frozen for the months before, and what is known now of those after; months between are not asked for. */
export const cellsFor = (
  plan: EffectPlan,
  frozen: readonly MeasuredCell[],
  read: readonly MeasuredCell[],
): EffectCell[] => {
  const wanted = new Set(plan.units.map(({ unitId }) => unitId));
  const of = (cells: readonly MeasuredCell[], { from, to }: EffectPlan['period']): EffectCell[] =>
    cells
      .filter((cell) => cell.indicator === plan.measure && wanted.has(cell.unitId))
      .filter(({ month }) => month >= from && month <= to)
      .map(({ unitId, month, amount, exposure, provisional }) => ({
        unitId,
        month,
        amount,
        exposure,
        provisional,
      }));
  return [...of(frozen, plan.baseline), ...of(read, plan.period)];
};

/** A cell with the measure that it is of. */
export interface MeasuredCell extends EffectCell {
  readonly indicator: string;
}
