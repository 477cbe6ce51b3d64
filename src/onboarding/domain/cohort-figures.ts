import { absenceJudge, type Atoms, type OutputNumbers } from '../../disclosure/index.js';
import { studentPoint } from '../../evidence/distributions.js';
import { meanCumulative, meanCumulativeAt } from '../../evidence/mean-cumulative.js';
import { kaplanMeier, survivalAt } from '../../evidence/survival.js';
import { CHECK_IN_DAYS } from './check-in.js';
import { courseOf, LANDMARK, YEAR, type CohortOutcome, type CohortPerson } from './cohort-person.js';
import { expectationOf } from './tenure-expectation.js';

/** The ends of the months of a first year, of which 91, 182 and 365 are three, six and twelve months. */
export const MONTH_ENDS = [61, 91, 122, 152, 182, 213, 243, 274, 304, 335, YEAR] as const;

export interface CurvePoint {
  readonly day: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface Curve {
  /** Only days by which enough people stand behind the change since the point before. */
  readonly points: readonly CurvePoint[];
  /** By length of service and job group; empty where too few were new before. */
  readonly expected: readonly { readonly day: number; readonly value: number }[];
}

export interface CheckInMean {
  readonly day: number;
  /** Null where too few have answered; then there is no mean. */
  readonly answers: number | null;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** What is told of a group of new employees in their first year. */
export interface CohortFigures {
  readonly firstAbsence: Curve;
  readonly spells: Curve;
  readonly stay: Curve;
  readonly checkIns: readonly CheckInMean[];
}

const monthEndOf = (day: number): number => MONTH_ENDS.find((end) => day <= end) ?? YEAR;

/**
 * The days by which a curve of absence may be read: what has happened between two of them, and since day 30, is an
 * absence figure of its own (definitions 6.1). What is too little at the end goes with the last of them.
 */
export const tellableDays = (
  people: readonly CohortPerson[],
  outcome: CohortOutcome,
  limits: OutputNumbers,
): number[] => {
  const persons = new Set(people.map(({ key }) => key)).size;
  const amountsIn = (ends: Atoms): Map<string, number> =>
    new Map(
      people.map((person) => [
        person.key,
        courseOf(person, outcome).events.filter((day) => ends.has(String(monthEndOf(day)))).length,
      ]),
    );
  const judge = absenceJudge((ends) => ({ persons, amounts: [amountsIn(ends)] }), limits);
  const told: number[] = [];
  let waiting: string[] = [];
  for (const end of MONTH_ENDS) {
    waiting = [...waiting, String(end)];
    if (judge.reason(new Set(waiting)) !== null) continue;
    told.push(end);
    waiting = [];
  }
  return waiting.length === 0 ? told : [...told.slice(0, -1), ...told.slice(-1).map(() => YEAR)];
};

const survival = (people: readonly CohortPerson[], outcome: CohortOutcome) => {
  const courses = people.map((person) => courseOf(person, outcome));
  const curve = kaplanMeier({
    durations: courses.map(({ until }) => until),
    ended: courses.map(({ events }) => (events.length > 0 ? 1 : 0)),
    // Who leaves or falls ill on day 31 has been watched for a day.
    entered: courses.map(() => LANDMARK),
  });
  return (day: number) => survivalAt(curve, day);
};

const spellsAHead = (people: readonly CohortPerson[]) => {
  const courses = people.map((person) => courseOf(person, 'spells'));
  const steps = meanCumulative({
    durations: courses.map(({ until }) => until),
    events: courses.map(({ events }) => events),
    entered: courses.map(() => LANDMARK),
  });
  return (day: number) => meanCumulativeAt(steps, day);
};

interface Ground {
  readonly people: readonly CohortPerson[];
  readonly before: readonly CohortPerson[];
  readonly limits: OutputNumbers;
}

const curveOf = (
  { people, before, limits }: Ground,
  outcome: CohortOutcome,
  days: readonly number[],
): Curve => {
  const at = outcome === 'spells' ? spellsAHead(people) : survival(people, outcome);
  const expected = expectationOf(before, outcome, limits);
  // A curve ends where fewer than the minimum are still there to be watched.
  const isWatched = (day: number): boolean =>
    people.filter(({ lastDay }) => lastDay >= day).length >= limits.persons;
  return {
    points: days.filter(isWatched).map((day) => {
      const { estimate, lower, upper } = at(day);
      const isCertain = Number.isNaN(lower);
      return {
        day,
        value: estimate,
        low: isCertain ? estimate : lower,
        high: isCertain ? estimate : upper,
      };
    }),
    expected: expected === null ? [] : MONTH_ENDS.map((day) => ({ day, value: expected(people, day) })),
  };
};

/** The mean of a check-in with Student's interval, within 0 to 100 (definitions 6.4: five answers). */
const checkInMean = ({ people, limits }: Ground, day: number): CheckInMean => {
  const scores = people.flatMap((person) =>
    person.scores.filter((one) => one.day === day).map(({ score }) => score),
  );
  const answers = scores.length;
  if (answers < limits.answers) return { day, answers: null, mean: null, low: null, high: null };
  const mean = scores.reduce((sum, score) => sum + score, 0) / answers;
  const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (answers - 1);
  const reach = studentPoint(0.975, answers - 1) * Math.sqrt(variance / answers);
  return { day, answers, mean, low: Math.max(0, mean - reach), high: Math.min(100, mean + reach) };
};

export const figuresOf = (ground: Ground): CohortFigures => {
  const told = (outcome: CohortOutcome): number[] => tellableDays(ground.people, outcome, ground.limits);
  return {
    firstAbsence: curveOf(ground, 'first-absence', told('first-absence')),
    spells: curveOf(ground, 'spells', told('spells')),
    // A share of ten or more is no absence figure (definitions 6.2).
    stay: curveOf(ground, 'leaving', MONTH_ENDS),
    checkIns: CHECK_IN_DAYS.map((day) => checkInMean(ground, day)),
  };
};
