import type { Reason } from '../../disclosure/index.js';
import { addDays, addMonths } from '../../shared/local-date.js';
import { asFigure, Exact } from '../../shared/money.js';
import { monthsOf, type Period } from '../../shared/period.js';
import {
  ARMS,
  INDICATOR_MEASURES,
  type Arm,
  type ContractContent,
  type IndicatorMeasure,
} from './contract.js';
import type { ContractUnit } from './contract.js';
import type { IndicatorCell } from './indicator-cell.js';
import type { AskedFamily, DecidedFigure } from './indicator-release.js';
import type { DecimalText } from './terms.js';

/** What all workplaces of one arm come to over the baseline; without a figure where the output policy hides it. */
export interface BaselineTotal {
  readonly arm: Arm;
  readonly indicator: IndicatorMeasure;
  /** Why no figure is shown; null where one is. */
  readonly hidden: Reason | null;
  readonly amount: DecimalText | null;
  /** Full-time years. */
  readonly exposure: DecimalText | null;
  /** Amount by full-time year. */
  readonly rate: DecimalText | null;
  /** Months of workplaces that are in it, and those that would be: what an employer did not record is missing. */
  readonly months: number;
  readonly monthsWanted: number;
}

/** The same number of months before the day on which a workplace joins. */
export const baselineOfUnit = ({ baseline }: ContractContent, unit: Pick<ContractUnit, 'from'>): Period => ({
  from: addMonths(unit.from, -baseline.months),
  to: addDays(unit.from, -1),
});

const keyOf = (arm: Arm, indicator: IndicatorMeasure): string => `${arm} ${indicator}`;

/** The totals of a baseline, for the output policy: of all workplaces of an arm. */
export const baselineFigures = ({ units, baseline }: ContractContent): AskedFamily[] =>
  ARMS.flatMap((arm) => {
    const own = units.flatMap((unit) => (unit.arm === arm ? [unit.unitId] : []));
    if (own.length === 0) return [];
    return INDICATOR_MEASURES.map((measure) => ({
      key: keyOf(arm, measure),
      measure,
      units: own,
      months: monthsOf(baseline),
      parts: [],
    }));
  });

const sum = (texts: readonly DecimalText[]): Exact =>
  texts.reduce((total: Exact, text) => total.plus(text), new Exact(0));

/** Totals by arm and measure of cells, hidden as decided. */
export const totalsOf = (
  content: ContractContent,
  cells: readonly IndicatorCell[],
  decided: readonly DecidedFigure[],
): BaselineTotal[] => {
  const reasons = new Map(decided.map(({ key, reason }) => [key, reason]));
  return ARMS.flatMap((arm) => {
    const wanted = content.units.filter((unit) => unit.arm === arm).length * content.baseline.months;
    return INDICATOR_MEASURES.map((indicator): BaselineTotal => {
      const mine = cells.filter((cell) => cell.arm === arm && cell.indicator === indicator);
      const reason = reasons.get(keyOf(arm, indicator)) ?? null;
      const amount = sum(mine.map((cell) => cell.amount));
      const years = sum(mine.map((cell) => cell.exposure)).dividedBy(12);
      const shown = reason === null && !years.isZero();
      return {
        arm,
        indicator,
        hidden: shown ? null : (reason ?? 'nothing'),
        amount: shown ? asFigure(amount) : null,
        exposure: shown ? asFigure(years) : null,
        rate: shown ? asFigure(amount.dividedBy(years)) : null,
        months: mine.length,
        monthsWanted: wanted,
      };
    });
  });
};
