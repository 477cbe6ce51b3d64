import { countedReason, isSmallCount, type DisclosureLimits } from '../../../disclosure/index.js';
import { GUARDRAILS, type DecimalText, type GuardrailName, type Term } from '../../../partnerships/index.js';
import { asFigure, Exact } from '../../../shared/money.js';
import type { SurveyedSum } from '../../../surveys/index.js';
import { addDays, addMonths } from '../../../shared/local-date.js';
import type { Period } from '../../../shared/period.js';
import type { EffectCell, EffectPlan } from '../../effect/domain/effect-plan.js';
import { monthsBetween } from '../../effect/domain/month.js';
import type { Completeness, CountLimit, PopulationFlow, Snapshot } from './snapshot.js';

/** What was counted at the workplaces of an employer; the amounts add up over employers. */
export interface Counted {
  readonly atStart: number;
  readonly joined: number;
  readonly left: number;
  readonly atEnd: number;
  /** Of those who left, who left the employer. */
  readonly leavers: number;
  readonly endedSpells: number;
  /** Of these, followed by another within 28 days of the return (definitions 9.6). */
  readonly relapses: number;
  /** Spells longer than 364 days, running on the last day of the period, at signing, and of the latter still running. */
  readonly longRunning: number;
  readonly longRunningBefore: number;
  readonly cohortRunning: number;
  readonly otherLeaveDays: number;
  /** How many took it, and the most that one of them did; over employers, no less than that. */
  readonly otherLeaveHolders: number;
  readonly otherLeaveLargest: number;
  readonly otherLeaveDaysBefore: number;
  readonly employedDays: number;
  readonly employedDaysBefore: number;
  readonly correctedSpells: number;
}

const NOTHING: Counted = {
  atStart: 0,
  joined: 0,
  left: 0,
  atEnd: 0,
  leavers: 0,
  endedSpells: 0,
  relapses: 0,
  longRunning: 0,
  longRunningBefore: 0,
  cohortRunning: 0,
  otherLeaveDays: 0,
  otherLeaveHolders: 0,
  otherLeaveLargest: 0,
  otherLeaveDaysBefore: 0,
  employedDays: 0,
  employedDaysBefore: 0,
  correctedSpells: 0,
};

const isField = (name: string): name is keyof Counted => name in NOTHING;

/** Employers together. */
export const together = (all: readonly Counted[]): Counted =>
  Object.keys(NOTHING)
    .filter(isField)
    .reduce(
      (sum, field) => ({ ...sum, [field]: all.reduce((total, one) => total + one[field], 0) }),
      NOTHING,
    );

/** The same months in the last year of the baseline: whole years earlier, until they end with it or before. */
export const sameMonthsBefore = (period: Period, baseline: Period): Period => {
  const shifted = (years: number): Period => ({
    from: addMonths(period.from, -12 * years),
    to: addDays(addMonths(addDays(period.to, 1), -12 * years), -1),
  });
  let years = 1;
  while (shifted(years).to > baseline.to) years += 1;
  return shifted(years);
};

const share = (part: number, of: number): DecimalText | null =>
  of > 0 ? asFigure(new Exact(part).dividedBy(of)) : null;

export const flowOf = (
  counted: Counted,
  cells: readonly EffectCell[],
  period: EffectPlan['period'],
): PopulationFlow => ({
  atStart: counted.atStart,
  joined: counted.joined,
  left: counted.left,
  atEnd: counted.atEnd,
  exposure: asFigure(
    cells
      .filter(({ month }) => month >= period.from && month <= period.to)
      .reduce((sum: Exact, { exposure }) => sum.plus(exposure), new Exact(0)),
  ),
});

/** Months of workplaces that have reported, over all that there should be. */
export const completenessOf = (
  plan: Pick<EffectPlan, 'units' | 'period'>,
  cells: readonly EffectCell[],
  correctedSpells: number,
): Completeness => {
  const months = monthsBetween(plan.period.from, plan.period.to);
  const wanted = plan.units.flatMap((unit) =>
    months.filter((month) => month >= unit.from).map((month) => `${unit.unitId} ${month}`),
  );
  const there = new Set(cells.map(({ unitId, month }) => `${unitId} ${month}`));
  const provisional = cells.filter((cell) => cell.provisional && months.includes(cell.month));
  return {
    share: share(wanted.filter((key) => there.has(key)).length, wanted.length),
    correctedSpells,
    provisionalMonths: [...new Set(provisional.map(({ month }) => month))].sort(),
  };
};

/**
 * What guardrails are held against (definitions 9.6), for those whose data there are; the others have no figure, which
 * holds payment. Use of other leave is days a working day employed, over the same in the last year of the baseline.
 */
export const guardrailFiguresOf = (
  treated: Counted,
  { share: completeness }: Completeness,
  surveyed: readonly SurveyedSum[],
  { shareBase }: DisclosureLimits,
): Partial<Record<GuardrailName, DecimalText | null>> => {
  // A share of persons or spells needs so many to be of (definitions 6.2, 6.5).
  const shareOf = (part: number, of: number) => (of < shareBase ? null : share(part, of));
  const [now, then] = [
    share(treated.otherLeaveDays, treated.employedDays),
    share(treated.otherLeaveDaysBefore, treated.employedDaysBefore),
  ];
  return {
    ...surveyedFigures(surveyed),
    completeness,
    relapse: shareOf(treated.relapses, treated.endedSpells),
    leavers: shareOf(treated.leavers, treated.atStart),
    'other-leave':
      now === null || then === null || then === '0' ? null : asFigure(new Exact(now).dividedBy(then)),
  };
};

/**
 * Guardrails whose figure would tell about few: of a share the part or the rest, known to whoever knows what it is of
 * (definitions 6.2); of leave the days of few, or of one most of them (definitions 6.1).
 */
export const guardrailsOfFew = (treated: Counted, limits: DisclosureLimits): GuardrailName[] => {
  const isOfFew = (part: number, of: number): boolean =>
    [part, of - part].some((count) => isSmallCount(count, limits));
  const leave = {
    persons: treated.atStart + treated.joined,
    holders: treated.otherLeaveHolders,
    largest: treated.otherLeaveLargest,
    total: treated.otherLeaveDays,
  };
  const few: Partial<Record<GuardrailName, boolean>> = {
    relapse: isOfFew(treated.relapses, treated.endedSpells),
    leavers: isOfFew(treated.leavers, treated.atStart),
    'other-leave': treated.otherLeaveDays > 0 && countedReason(leave, limits) !== null,
  };
  return GUARDRAILS.filter((name) => few[name] === true);
};

/** How the help was is told from ten answers on (definitions 9.6); the others as the output policy of surveys let them out. */
const LEAST_ANSWERS = { wellbeing: 1, presenteeism: 1, experience: 10 } as const;

/** Means over all answers of the treated workplaces, employers together; nothing where nobody has asked. */
const surveyedFigures = (
  surveyed: readonly SurveyedSum[],
): Partial<Record<GuardrailName, DecimalText | null>> =>
  Object.fromEntries(
    [...new Set(surveyed.map(({ name }) => name))].map((name) => {
      const own = surveyed.filter((sum) => sum.name === name);
      const answers = own.reduce((sum, one) => sum + one.answers, 0);
      const total = own.reduce((sum, one) => sum + one.total, 0);
      const mean = answers < LEAST_ANSWERS[name] ? null : (total / answers).toPrecision(12);
      return [name, mean === null ? null : asFigure(new Exact(mean))];
    }),
  );

/**
 * The counts of definitions 9.1: all long spells on the day, or those of signing that still run. A count of few is
 * settled as the most that is few, since what is paid would tell it.
 */
export const countsOf = (
  terms: readonly Term[],
  treated: Counted,
  limits: CountLimit,
): Snapshot['counts'] => {
  const settledBy = (count: number): number => (isSmallCount(count, limits) ? limits.count - 1 : count);
  return Object.fromEntries(
    terms.flatMap((term) =>
      term.kind === 'count'
        ? [
            [
              term.id,
              {
                expected: String(treated.longRunningBefore),
                observed: settledBy(term.counted === 'stock' ? treated.longRunning : treated.cohortRunning),
              },
            ] as const,
          ]
        : [],
    ),
  );
};
