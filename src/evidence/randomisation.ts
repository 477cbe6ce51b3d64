import { EvidenceError } from './evidence-error.js';
import { drawsOf } from './random.js';
import { at, grouped, rowsByGroup, type Numbers } from './vector.js';

export interface RandomisationOptions {
  readonly seed: number;
  /** 9,999 unless told; fewer where all assignments are tried. */
  readonly draws?: number;
  /** One label a unit: assignments are exchanged within each only. */
  readonly strata?: ArrayLike<string | number>;
}

export interface RandomisationTest {
  readonly observed: number;
  readonly p: number;
  /** No p can be below it, however large the effect. */
  readonly smallestP: number;
  /** How many assignments were compared, the real one among them. */
  readonly assignments: number;
  readonly enumerated: boolean;
}

const MOST_ASSIGNMENTS = 20_000;

/**
 * Fisher's randomisation test: the share of all assignments of as many units under which the statistic is as far
 * from 0 as under the real one. Exact for the hypothesis of no effect on any unit where units were drawn by lot; else
 * the rank of the real assignment among placebo ones.
 * @param treated 1 for the units that were, 0 for the others
 * @param statistic of an assignment such as `treated`; two-sided, so its sign does not count
 * @throws EvidenceError `too-few-clusters` where no other assignment exists.
 */
export const randomisationTest = (
  treated: Numbers,
  statistic: (assignment: Uint8Array) => number,
  options: RandomisationOptions,
): RandomisationTest => {
  const strata = options.strata
    ? rowsByGroup(grouped(options.strata))
    : [Array.from({ length: treated.length }, (_, unit) => unit)];
  const chosen = strata.map((units) => units.filter((unit) => at(treated, unit) === 1).length);
  const all = strata.reduce((many, units, place) => many * choices(units.length, at(chosen, place)), 1);
  if (all < 2)
    throw new EvidenceError('too-few-clusters', 'no other units could have been treated instead of these');
  const real = Uint8Array.from({ length: treated.length }, (_, unit) => (at(treated, unit) === 1 ? 1 : 0));
  const observed = statistic(real);
  const limit = Math.abs(observed) * (1 - 1e-10);
  const enumerated = all <= MOST_ASSIGNMENTS;
  const draws = options.draws ?? 9999;
  const assignments = enumerated
    ? everyAssignment(strata, chosen, real)
    : drawnAssignments(real, strata, options.seed, draws);
  let asFar = enumerated ? 0 : 1;
  for (const assignment of assignments) if (Math.abs(statistic(assignment)) >= limit) asFar += 1;
  const compared = enumerated ? all : draws + 1;
  // Where as many were treated as not, the opposite of every assignment is one too, and exactly as far from 0.
  const mirrored = enumerated && strata.every((units, place) => units.length === 2 * at(chosen, place));
  const smallestP = (mirrored ? 2 : 1) / compared;
  return { observed, p: asFar / compared, smallestP, assignments: compared, enumerated };
};

/** How many ways there are to choose some of many. */
export const choices = (many: number, some: number): number => {
  let ways = 1;
  for (let each = 1; each <= Math.min(some, many - some); each += 1) ways = (ways * (many - each + 1)) / each;
  return Math.round(ways);
};

function* everyAssignment(
  strata: readonly (readonly number[])[],
  chosen: readonly number[],
  real: Uint8Array,
): Generator<Uint8Array> {
  const assignment = new Uint8Array(real.length);
  function* within(stratum: number, from: number, left: number): Generator<Uint8Array> {
    const units = strata[stratum];
    if (!units) yield assignment;
    else if (left === 0) yield* within(stratum + 1, 0, at(chosen, stratum + 1));
    else
      for (let place = from; place <= units.length - left; place += 1) {
        assignment[at(units, place)] = 1;
        yield* within(stratum, place + 1, left - 1);
        assignment[at(units, place)] = 0;
      }
  }
  yield* within(0, 0, at(chosen, 0));
}

function* drawnAssignments(
  real: Uint8Array,
  strata: readonly (readonly number[])[],
  seed: number,
  many: number,
): Generator<Uint8Array> {
  const draws = drawsOf(seed);
  const assignment = Uint8Array.from(real);
  for (let draw = 0; draw < many; draw += 1) {
    for (const units of strata)
      for (let last = units.length - 1; last > 0; last -= 1) {
        const [one, other] = [at(units, last), at(units, draws.below(last + 1))];
        const kept = at(assignment, one);
        assignment[one] = at(assignment, other);
        assignment[other] = kept;
      }
    yield assignment;
  }
}
