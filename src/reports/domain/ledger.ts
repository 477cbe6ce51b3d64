import { atomsOf, type LedgerLine, type Reason } from '../../disclosure/index.js';
import { addDays, addMonths, localDate, type LocalDate } from '../../shared/local-date.js';
import { monthsOf, type Period } from '../../shared/period.js';
import { amountsOf, QUANTITIES, type PeriodDecisions, type Quantity } from './decisions.js';
import type { ReportFacts } from './facts.js';
import { WHOLE, type Group } from './group.js';

export type NewCell = LedgerLine<Quantity>;

const monthFrom = (month: string): Period => {
  const from = localDate(month);
  return { from, to: addDays(addMonths(from, 1), -1) };
};

/** Every decision of a period that was made about these groups, with what was released. */
export const ledgerOf = (
  printed: (quantity: Quantity) => readonly Group[],
  period: Period,
  decisions: PeriodDecisions,
  facts: ReportFacts,
): NewCell[] => {
  const lineOf = (measure: Quantity, group: Group, of: Period, reason: Reason | null): NewCell => {
    const atoms = atomsOf(group.units, monthsOf(of));
    const amounts = reason === null ? amountsOf(measure, facts, atoms) : null;
    return { measure, cell: group.key, units: group.units, from: of.from, to: of.to, reason, amounts };
  };
  const wholes = printed('absence-days').filter((group) => group.key === WHOLE);
  return [
    ...QUANTITIES.flatMap((measure) =>
      printed(measure).map((group) =>
        lineOf(measure, group, period, decisions.groups.get(measure)?.get(group.key) ?? null),
      ),
    ),
    ...wholes.flatMap((whole) =>
      monthsOf(period).map((month: LocalDate) =>
        lineOf('absence-days', whole, monthFrom(month), decisions.months.get(month) ?? null),
      ),
    ),
  ];
};
