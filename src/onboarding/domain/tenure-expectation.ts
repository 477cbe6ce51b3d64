import type { DisclosureLimits } from '../../disclosure/index.js';
import { courseOf, LANDMARK, YEAR, type CohortOutcome, type CohortPerson } from './cohort-person.js';

/** Lengths of service that are alike, in days: after the first one, up to and with the second. */
export const TENURE_BANDS = [
  [LANDMARK, 91],
  [91, 182],
  [182, YEAR],
] as const;

/** Events a day in each band. */
type Rates = readonly number[];

const daysIn = ([from, to]: (typeof TENURE_BANDS)[number], until: number): number =>
  Math.max(0, Math.min(to, until) - from);

const ratesOf = (people: readonly CohortPerson[], outcome: CohortOutcome): Rates => {
  const courses = people.map((person) => courseOf(person, outcome));
  return TENURE_BANDS.map((band) => {
    const [from, to] = band;
    const days = courses.reduce((sum, { until }) => sum + daysIn(band, until), 0);
    const isWithin = (day: number): boolean => day > from && day <= to;
    const events = courses.reduce((sum, course) => sum + course.events.filter(isWithin).length, 0);
    return days === 0 ? 0 : events / days;
  });
};

const isEnough = (
  people: readonly CohortPerson[],
  outcome: CohortOutcome,
  limits: DisclosureLimits,
): boolean => {
  const touched = people.filter((person) => courseOf(person, outcome).events.length > 0).length;
  return people.length >= limits.persons && touched >= limits.absentPersons;
};

const sumUntil = (rates: Rates, day: number): number =>
  TENURE_BANDS.reduce((sum, band, index) => sum + (rates[index] ?? 0) * daysIn(band, day), 0);

/**
 * What people of the same job groups with the same length of service would lead one to expect (measures: who is new is
 * compared with who was new): for spells how many a head by a day, else the share to whom it has not happened by then.
 * A job group with too few people before takes the rates of all. Null where even all are too few.
 */
export const expectationOf = (
  before: readonly CohortPerson[],
  outcome: CohortOutcome,
  limits: DisclosureLimits,
): ((people: readonly CohortPerson[], day: number) => number) | null => {
  if (!isEnough(before, outcome, limits)) return null;
  const everybody = ratesOf(before, outcome);
  const known = new Map<string, Rates>();
  const rates = (jobGroup: string): Rates => {
    const found = known.get(jobGroup);
    if (found) return found;
    const alike = before.filter((person) => person.jobGroup === jobGroup);
    const own = isEnough(alike, outcome, limits) ? ratesOf(alike, outcome) : everybody;
    known.set(jobGroup, own);
    return own;
  };
  return (people, day) => {
    const each = people.map(({ jobGroup }) => sumUntil(rates(jobGroup), day));
    const counted = outcome === 'spells' ? each : each.map((sum) => Math.exp(-sum));
    return counted.reduce((sum, one) => sum + one, 0) / people.length;
  };
};
