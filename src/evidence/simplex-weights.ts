import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { at, dot, sum, vector, type Numbers } from './vector.js';

const TOLERANCE = 1e-12;
/** A slope below it is rounding. */
const FLAT = 1e-10;

/**
 * The weights, at least 0 and 1 in sum, whose mean of some points is nearest to a target.
 *
 * With C the points less the target, the weights minimise |Cw|² over the simplex; they are in the proportion of the
 * u ≥ 0 that minimises |Cu|² + (Σu - 1)², which Lawson and Hanson's active sets (1974, chapter 23) find exactly.
 * @param points by point, each as long as the target
 * @param importance of each coordinate, ≥ 0; 1 each unless told
 */
export const simplexWeights = (
  points: readonly Numbers[],
  target: Numbers,
  importance?: Numbers,
): Float64Array => {
  const scaled = points.map((point) =>
    vector(target.length + 1, (place) => {
      if (place === target.length) return 1;
      return Math.sqrt(importance ? at(importance, place) : 1) * (at(point, place) - at(target, place));
    }),
  );
  const found = nonNegative(scaled);
  const total = sum(found);
  return found.map((weight) => weight / total);
};

/** Minimises |Σ uⱼ sⱼ - e|² over u ≥ 0, e 1 in the last coordinate and 0 in the others. */
const nonNegative = (points: readonly Float64Array[]): Float64Array => {
  const gaps = (points[0]?.length ?? 0) - 1;
  let weights = new Float64Array(points.length);
  let active: number[] = [];
  const barred = new Set<number>();
  for (let step = 0; step < 20 * points.length; step += 1) {
    const left = new Float64Array(gaps + 1);
    left[gaps] = 1;
    for (const one of active) {
      const [point, weight] = [points[one] ?? left, at(weights, one)];
      for (let place = 0; place <= gaps; place += 1)
        left[place] = at(left, place) - weight * at(point, place);
    }
    const entering = steepest(points, left, (one) => !active.includes(one) && !barred.has(one));
    if (entering < 0) return weights;
    const next = settle(points, weights, [...active, entering]);
    // A point that the others make up cannot enter; without this it would be tried for ever.
    if (!next.active.includes(entering)) barred.add(entering);
    else barred.clear();
    ({ weights, active } = next);
  }
  return weights;
};

/** The point along which the distance falls most; -1 where it falls along none. */
const steepest = (
  points: readonly Float64Array[],
  left: Float64Array,
  mayEnter: (point: number) => boolean,
): number => {
  let [best, most] = [-1, FLAT];
  for (const [one, point] of points.entries()) {
    const slope = dot(point, left);
    if (slope > most && mayEnter(one)) [best, most] = [one, slope];
  }
  return best;
};

/** Solves on the chosen points and lets those go that would become negative, one after another. */
const settle = (points: readonly Float64Array[], from: Float64Array, chosen: number[]) => {
  let active = chosen;
  let weights = from;
  while (active.length > 0) {
    const solved = solveOn(points, active);
    if (!solved) active = active.slice(0, -1);
    else if (solved.every((weight) => weight > TOLERANCE)) {
      const settled = new Float64Array(from.length);
      active.forEach((one, place) => (settled[one] = at(solved, place)));
      return { weights: settled, active };
    } else {
      const moved = towards(weights, active, solved);
      const kept = active.filter((one) => at(moved, one) > TOLERANCE);
      active = kept.length < active.length ? kept : active.slice(0, -1);
      weights = moved;
    }
  }
  return { weights: new Float64Array(from.length), active };
};

/** Goes towards a solution until the first weight is used up. */
const towards = (
  weights: Float64Array,
  active: readonly number[],
  solved: readonly number[],
): Float64Array => {
  const steps = active.map((one, place) =>
    at(solved, place) > TOLERANCE ? 1 : at(weights, one) / (at(weights, one) - at(solved, place)),
  );
  const reach = Math.min(...steps);
  const moved = new Float64Array(weights.length);
  active.forEach(
    (one, place) => (moved[one] = at(weights, one) + reach * (at(solved, place) - at(weights, one))),
  );
  return moved;
};

/** Null where the chosen points make each other up. */
const solveOn = (points: readonly Float64Array[], active: readonly number[]): number[] | null => {
  const chosen = active.map((one) => points[one] ?? new Float64Array());
  const gram = new Matrix(chosen.map((one) => chosen.map((other) => dot(one, other))));
  const cholesky = new CholeskyDecomposition(gram);
  if (!cholesky.isPositiveDefinite()) return null;
  return cholesky.solve(Matrix.ones(active.length, 1)).to1DArray();
};
