import { normalPoint } from './distributions.js';
import { EvidenceError, requireNumbers } from './evidence-error.js';
import { at, distinct, type Numbers } from './vector.js';

/** Events that come again. All columns have one row a subject. */
export interface Recurrences {
  /** How long each was watched, in one unit of time. */
  readonly durations: Numbers;
  /** When something happened to each; none after its duration. */
  readonly events: readonly Numbers[];
  /** From which duration on it was watched; 0 each unless told. */
  readonly entered?: Numbers;
}

/** How many events a subject has had on average by a duration. */
export interface MeanCumulativeStep {
  readonly time: number;
  /** Watched just before. */
  readonly atRisk: number;
  readonly events: number;
  readonly mean: number;
  readonly standardError: number;
  /** Of the interval on the logarithmic scale, which stays above 0. */
  readonly lower: number;
  readonly upper: number;
}

const requireRecurrences = ({ durations, events, entered }: Recurrences): void => {
  if (durations.length === 0) throw new EvidenceError('bad-data', 'there are no durations');
  requireNumbers(durations.length, { durations, entered });
  if (events.length !== durations.length)
    throw new EvidenceError('bad-data', `events has ${events.length} rows, ${durations.length} are wanted`);
  for (const [row, times] of events.entries())
    for (const time of Array.from(times))
      if (!(time > (entered ? at(entered, row) : 0) && time <= at(durations, row)))
        throw new EvidenceError('bad-data', `events of row ${row + 1} has one while it was not watched`);
};

/**
 * The mean cumulative function of events that come again: M(t) = Σ d/n over the times up to t, d events among n watched
 * (Nelson 1988). Its variance is the robust one of Lawless and Nadeau 1995, Σ over subjects of
 * (Σ over times of (own events - d/n)/n)², which asks nothing of how a subject's events hang together.
 * Interval M·exp(±z·se/M).
 *
 * @param confidence of the intervals, 0.95 unless told
 * @returns ascending by time, one for every time at which something happened
 * @throws EvidenceError `bad-data` naming column and row
 */
export const meanCumulative = (sample: Recurrences, confidence = 0.95): MeanCumulativeStep[] => {
  requireRecurrences(sample);
  const { durations, events, entered } = sample;
  const z = normalPoint((1 + confidence) / 2);
  const own = events.map((times) => countsOf(times));
  const residuals = new Float64Array(durations.length);
  let mean = 0;
  return distinct(events.flatMap((times) => Array.from(times))).map((time): MeanCumulativeStep => {
    const watched = own.flatMap((_, row) =>
      time <= at(durations, row) && time > (entered ? at(entered, row) : 0) ? [row] : [],
    );
    const happened = watched.reduce((sum, row) => sum + (own[row]?.get(time) ?? 0), 0);
    const share = happened / watched.length;
    mean += share;
    for (const row of watched)
      residuals[row] = at(residuals, row) + ((own[row]?.get(time) ?? 0) - share) / watched.length;
    const standardError = Math.sqrt(residuals.reduce((sum, residual) => sum + residual ** 2, 0));
    const width = Math.exp((z * standardError) / mean);
    return {
      time,
      atRisk: watched.length,
      events: happened,
      mean,
      standardError,
      lower: mean / width,
      upper: mean * width,
    };
  });
};

const countsOf = (times: Numbers): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>();
  for (const time of Array.from(times)) counts.set(time, (counts.get(time) ?? 0) + 1);
  return counts;
};

/** The mean number of events by a duration, with its interval: 0 before the first. */
export const meanCumulativeAt = (
  steps: readonly MeanCumulativeStep[],
  time: number,
): { readonly estimate: number; readonly lower: number; readonly upper: number } => {
  const step = steps.findLast((candidate) => candidate.time <= time);
  return step
    ? { estimate: step.mean, lower: step.lower, upper: step.upper }
    : { estimate: 0, lower: 0, upper: 0 };
};
