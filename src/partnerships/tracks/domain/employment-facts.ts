import { kaplanMeier, survivalAt, survivalQuantile } from '../../../evidence/survival.js';
import { daysBetween, firstOfMonth, type LocalDate } from '../../../shared/local-date.js';
import type { Period } from '../../../shared/period.js';
import { CASELOAD_BENEFITS, type Benefit } from './benefit.js';
import type { Estimated, TrackFact, TrackMeasure } from './track-measures.js';

/** A citizen as known up to the last day of a period; nothing in it says who. */
export interface CitizenCourse {
  readonly firstWeek: LocalDate;
  readonly lastWeek: LocalDate;
  readonly benefit: Benefit;
  /** The first week of self-support. */
  readonly selfSupport: LocalDate | null;
  readonly flexiJob: LocalDate | null;
  readonly pension: LocalDate | null;
  /** Where the weeks of the coach and caseworker go on, by a key of theirs. */
  readonly coach: string | null;
  readonly caseworker: string | null;
  readonly coachChanges: number;
  /** The Monday since which a case has run without a break until the period's last day. */
  readonly caseSince: LocalDate | null;
  /** Whether a case was longer than 52 weeks when the contract was signed, and still runs. */
  readonly overAtSigning: boolean;
  readonly stillOpen: boolean;
}

/** A case is over 52 weeks when it is older than 364 days (definitions 9.1). */
export const isOver52 = (since: LocalDate, on: LocalDate): boolean => daysBetween(since, on) > 364;

/** Figures that are read off a curve, and are no quotient of their amounts. */
export const CURVE_MEASURES = [
  'median-weeks',
  'returned-13',
  'returned-26',
  'returned-52',
] as const satisfies readonly TrackMeasure[];
const HORIZONS = { 'returned-13': 13, 'returned-26': 26, 'returned-52': 52 } as const;
/** Fewer followed for so long, and the curve does not reach there. */
const FOLLOWED = 10;

const weeksBetween = (from: LocalDate, to: LocalDate): number => Math.round(daysBetween(from, to) / 7);

interface Followed {
  readonly weeks: number;
  readonly returned: boolean;
}

/** Those who did not support themselves when they came, from their first week to self-support or the last week known. */
const followed = (courses: readonly CitizenCourse[]): Followed[] =>
  courses
    .filter(({ firstWeek, selfSupport }) => selfSupport !== firstWeek)
    .map(({ firstWeek, lastWeek, selfSupport }) => ({
      weeks: weeksBetween(firstWeek, selfSupport ?? lastWeek),
      returned: selfSupport !== null,
    }));

type Estimates = ReadonlyMap<TrackMeasure, Estimated>;

/** An authority, by a key of its own, with the citizens of its track. */
export interface AuthorityCourses {
  readonly unit: string;
  readonly courses: readonly CitizenCourse[];
}

/** What a curve's measure comes to for one authority, or for all of them together; null where the curve does not reach. */
export type EstimateOf = (measure: TrackMeasure, unit: string | null) => Estimated | null;

export interface EmploymentFigures {
  readonly facts: readonly TrackFact[];
  readonly estimateOf: EstimateOf;
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

interface Curve {
  readonly estimates: Estimates;
  readonly followed: number;
  /** How many had returned by where a measure of the curve is read. */
  returnedFor(measure: TrackMeasure): number;
}

const isHorizon = (measure: TrackMeasure): measure is keyof typeof HORIZONS => measure in HORIZONS;

const curveOf = (sample: readonly Followed[]): Curve => {
  const estimates = new Map<TrackMeasure, Estimated>();
  const returnedFor = (measure: TrackMeasure): number => {
    const until = isHorizon(measure) ? HORIZONS[measure] : Infinity;
    return sample.filter((each) => each.returned && each.weeks <= until).length;
  };
  const told = { estimates, followed: sample.length, returnedFor };
  if (sample.length === 0) return told;
  const curve = kaplanMeier({
    durations: sample.map(({ weeks }) => weeks),
    ended: sample.map(({ returned }) => (returned ? 1 : 0)),
  });
  for (const measure of CURVE_MEASURES.filter(isHorizon)) {
    const weeks = HORIZONS[measure];
    const reaches = sample.filter((each) => each.returned || each.weeks >= weeks).length;
    if (reaches < FOLLOWED || !sample.some((each) => each.weeks >= weeks)) continue;
    const { estimate, lower, upper } = survivalAt(curve, weeks);
    estimates.set(measure, { estimate: 1 - estimate, low: finite(1 - upper), high: finite(1 - lower) });
  }
  const median = survivalQuantile(curve);
  if (Number.isFinite(median.estimate))
    estimates.set('median-weeks', {
      estimate: median.estimate,
      low: finite(median.lower),
      high: finite(median.upper),
    });
  return told;
};

/** How an authority's citizens stand on the last day of a period, and what happened within it. */
const standingFacts = ({ unit, courses }: AuthorityCourses, period: Period): TrackFact[] => {
  const onDate = firstOfMonth(period.to);
  const at = (measure: TrackMeasure, above: number, below = 0): TrackFact => ({
    measure,
    unit,
    month: onDate,
    above,
    below,
  });
  const inflow = (measure: TrackMeasure, weekOf: (course: CitizenCourse) => LocalDate | null): TrackFact[] =>
    courses.flatMap((course) => {
      const week = weekOf(course);
      return week !== null && week >= period.from && week <= period.to
        ? [{ measure, unit, month: firstOfMonth(week), above: 1, below: 0 }]
        : [];
    });
  const carried = courses.filter(({ benefit }) => CASELOAD_BENEFITS.some((known) => known === benefit));
  const load = (measure: TrackMeasure, worker: (course: CitizenCourse) => string | null): TrackFact => {
    const known = carried.map(worker).filter((key) => key !== null);
    return at(measure, known.length, new Set(known).size);
  };
  const counted = (holds: (course: CitizenCourse) => boolean): number => courses.filter(holds).length;
  return [
    at('citizens', courses.length),
    ...inflow('returned', ({ selfSupport, firstWeek }) => (selfSupport === firstWeek ? null : selfSupport)),
    ...inflow('inflow-flexi-job', ({ flexiJob }) => flexiJob),
    ...inflow('inflow-disability-pension', ({ pension }) => pension),
    at(
      'cases-over-52',
      counted(({ caseSince }) => caseSince !== null && isOver52(caseSince, period.to)),
    ),
    at(
      'signing-cases-over-52',
      counted(({ overAtSigning }) => overAtSigning),
    ),
    at(
      'signing-cases-still-open',
      counted(({ overAtSigning, stillOpen }) => overAtSigning && stillOpen),
    ),
    load('coach-load', ({ coach }) => coach),
    load('caseworker-load', ({ caseworker }) => caseworker),
    at(
      'coach-changes',
      courses.reduce((sum, { coachChanges }) => sum + coachChanges, 0),
      courses.length,
    ),
    at(
      'same-coach',
      counted(({ coachChanges }) => coachChanges === 0),
      courses.length,
    ),
  ];
};

/**
 * The employment track's figures (definitions 5.4) on the last day of a period and within it: of each authority, and of
 * all of them. Curves are Kaplan and Meier's over all citizens so far; that of several authorities follows all their
 * citizens as one group, so the larger one weighs more. Flexi-jobs and pensions are no returns, and whoever has one is
 * still followed as not returned. An authority whose own curve does not reach so far has no figure of its own.
 */
export const employmentFigures = (
  authorities: readonly AuthorityCourses[],
  period: Period,
): EmploymentFigures => {
  const month = firstOfMonth(period.to);
  const curves = authorities.map(({ unit, courses }) => ({ unit, curve: curveOf(followed(courses)) }));
  const pooled = curveOf(authorities.flatMap(({ courses }) => followed(courses)));
  const reached = CURVE_MEASURES.filter((measure) => pooled.estimates.has(measure));
  const facts = curves.flatMap(({ unit, curve }) =>
    reached.map((measure): TrackFact => ({
      measure,
      unit,
      month,
      above: curve.returnedFor(measure),
      below: curve.followed,
    })),
  );
  const own = new Map(curves.map(({ unit, curve }) => [unit, curve.estimates]));
  return {
    facts: [...authorities.flatMap((authority) => standingFacts(authority, period)), ...facts],
    estimateOf: (measure, unit) => (unit === null ? pooled.estimates : own.get(unit))?.get(measure) ?? null,
  };
};
