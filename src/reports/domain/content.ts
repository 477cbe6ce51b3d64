import {
  atomsOf,
  boundOf,
  isSmallCount,
  type Atoms,
  type DisclosureLimits,
  type Reason,
} from '../../disclosure/index.js';
import { monthsOf, yearEarlier, type Period } from '../../shared/period.js';
import type { PeriodDecisions } from './decisions.js';
import type { ReportFacts } from './facts.js';
import { WHOLE, type Group } from './group.js';
import {
  ABSENCE_MEASURES,
  isActivity,
  MEASURE_RULES,
  MEASURES,
  type Measure,
  type Ratio,
} from './measures.js';

/** A figure, or why there is none. */
export interface Cell {
  readonly shown: boolean;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly reason: Reason | null;
  readonly bound: string | null;
}

export interface Figure {
  readonly measure: Measure;
  readonly now: Cell;
  readonly yearEarlier: Cell | null;
  readonly change: number | null;
}

export interface Month {
  readonly month: string;
  readonly provisional: boolean;
  readonly now: Cell;
  readonly yearEarlier: Cell | null;
}

/** What figures are made of, and what of them may be said. */
export interface Decided {
  readonly facts: ReportFacts;
  readonly limits: DisclosureLimits;
  readonly period: Period;
  readonly now: PeriodDecisions;
  readonly yearEarlier: PeriodDecisions;
  /** Whether a group's absence, or what was done about it, was recorded a year earlier (definitions 7.3). */
  hasComparison(group: Group, of: 'absence' | 'activity'): boolean;
}

/** Six decimals: more than anybody reads, and the same in every form of the report. */
const rounded = (number: number): number => Math.round(number * 1e6) / 1e6;

const hidden = (reason: Reason, bound: string | null = null): Cell => ({
  shown: false,
  value: null,
  numerator: null,
  denominator: null,
  reason,
  bound,
});

const shown = ({ numerator, denominator }: Ratio): Cell => {
  if (denominator === 0) return hidden('nothing');
  return {
    shown: true,
    value: rounded(denominator === null ? numerator : numerator / denominator),
    numerator: denominator === null ? null : rounded(numerator),
    denominator: denominator === null ? null : rounded(denominator),
    reason: null,
    bound: null,
  };
};

/** A share may be shown whose numerator, as a count, would not: then it goes without (definitions 6.2). */
const withoutSmallCount = (cell: Cell, limits: DisclosureLimits): Cell =>
  isSmallCount(cell.numerator ?? 0, limits) ? { ...cell, numerator: null } : cell;

const cellOf = (
  measure: Measure,
  reason: Reason | null,
  asked: { atoms: Atoms; period: Period },
  decided: Decided,
): Cell => {
  const { facts, limits } = decided;
  if (reason !== null) return hidden(reason, boundOf(reason, limits));
  const cell = shown(MEASURE_RULES[measure].ratio({ facts, ...asked }));
  return measure === 'contacted-in-time' ? withoutSmallCount(cell, limits) : cell;
};

const cellIn = (
  group: Group,
  measure: Measure,
  period: Period,
  decisions: PeriodDecisions,
  decided: Decided,
): Cell => {
  const reason = decisions.groups.get(MEASURE_RULES[measure].quantity)?.get(group.key) ?? null;
  const atoms = atomsOf(group.units, monthsOf(period));
  return cellOf(measure, reason, { atoms, period }, decided);
};

const changeOf = (now: Cell, before: Cell | null): number | null =>
  now.value === null || before === null || before.value === null ? null : rounded(now.value - before.value);

const figureOf = (group: Group, measure: Measure, decided: Decided): Figure => {
  const now = cellIn(group, measure, decided.period, decided.now, decided);
  const compared = decided.hasComparison(group, isActivity(measure) ? 'activity' : 'absence');
  const before = compared
    ? cellIn(group, measure, yearEarlier(decided.period), decided.yearEarlier, decided)
    : null;
  return { measure, now, yearEarlier: before, change: changeOf(now, before) };
};

/** Every figure of a group; of one that is only compared with, its absence. */
export const figuresOf = (group: Group, decided: Decided): Figure[] =>
  (group.kind === 'comparison' ? ABSENCE_MEASURES : MEASURES).map((measure) =>
    figureOf(group, measure, decided),
  );

/** The whole's absence rate month by month beside the same month a year earlier. */
export const trendOf = (
  groups: readonly Group[],
  provisional: ReadonlySet<string>,
  decided: Decided,
): Month[] => {
  const whole = groups.find((group) => group.key === WHOLE);
  if (!whole) return [];
  const cell = (month: string, decisions: PeriodDecisions): Cell => {
    const reason = decisions.months.get(month) ?? null;
    return cellOf(
      'absence-rate',
      reason,
      { atoms: atomsOf(whole.units, [month]), period: decided.period },
      decided,
    );
  };
  const before = monthsOf(yearEarlier(decided.period));
  const compared = decided.hasComparison(whole, 'absence');
  return monthsOf(decided.period).map((month, index) => ({
    month,
    provisional: provisional.has(month),
    now: cell(month, decided.now),
    yearEarlier: compared ? cell(before[index] ?? '', decided.yearEarlier) : null,
  }));
};
