import { EvidenceError, requireNumbers } from './evidence-error.js';
import { at, distinct, type Numbers } from './vector.js';

/** Durations that may not have ended when they were last seen. All columns have one row a subject. */
export interface Durations {
  /** How long each was watched, in one unit of time. */
  readonly durations: Numbers;
  /** 1 where it ended then, 0 where it was still under way (censored). */
  readonly ended: Numbers;
  /** From which duration on it was watched, where it was found under way (left truncation); below its duration. */
  readonly entered?: Numbers;
  /** How many like it a row stands for; 1 each unless told. */
  readonly weights?: Numbers;
}

/** What was seen at one duration. */
export interface RiskRow {
  readonly time: number;
  /** Under way and watched just before. */
  readonly atRisk: number;
  readonly ended: number;
  readonly censored: number;
}

/** @throws EvidenceError `bad-data` naming column and row. */
export const requireDurations = ({ durations, ended, entered, weights }: Durations): void => {
  requireNumbers(durations.length, { durations, ended, entered, weights });
  for (let row = 0; row < durations.length; row += 1) {
    if (at(durations, row) < 0) throw new EvidenceError('bad-data', `durations of row ${row + 1} is below 0`);
    if (![0, 1].includes(at(ended, row)))
      throw new EvidenceError('bad-data', `ended of row ${row + 1} is neither 0 nor 1`);
    if (entered && at(entered, row) >= at(durations, row))
      throw new EvidenceError('bad-data', `entered of row ${row + 1} is not before its duration`);
    if (weights && at(weights, row) < 0)
      throw new EvidenceError('bad-data', `weights of row ${row + 1} is below 0`);
  }
};

/** Counts, for every duration at which something ended or was last seen, who was at risk; ascending. */
export const riskTable = (sample: Durations, rows?: readonly number[]): RiskRow[] => {
  const { durations, ended, entered, weights } = sample;
  const endedAt = new Map<number, number>();
  const censoredAt = new Map<number, number>();
  const enteringAt = new Map<number, number>();
  const add = (counts: Map<number, number>, time: number, weight: number): void =>
    void counts.set(time, (counts.get(time) ?? 0) + weight);
  for (const row of rows ?? Array.from(durations, (_, index) => index)) {
    const weight = weights ? at(weights, row) : 1;
    add(at(ended, row) === 1 ? endedAt : censoredAt, at(durations, row), weight);
    add(enteringAt, entered ? at(entered, row) : -Infinity, weight);
  }
  const table: RiskRow[] = [];
  let watched = 0;
  for (const time of distinct([...endedAt.keys(), ...censoredAt.keys(), ...enteringAt.keys()])) {
    const row = { time, atRisk: watched, ended: endedAt.get(time) ?? 0, censored: censoredAt.get(time) ?? 0 };
    if (endedAt.has(time) || censoredAt.has(time)) table.push(row);
    // Who enters at a duration is at risk after it only.
    watched += (enteringAt.get(time) ?? 0) - row.ended - row.censored;
  }
  return table;
};
