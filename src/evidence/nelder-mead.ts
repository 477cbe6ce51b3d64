import { at, mean, vector, type Numbers } from './vector.js';

interface Corner {
  readonly point: Float64Array;
  readonly value: number;
}

/**
 * A low point of a function without derivatives (Nelder and Mead 1965). Finds the nearest valley: begin from several
 * places where there may be more than one.
 * @param steps at most so many; the search also ends once the corners' values agree to 1e-10 of themselves
 */
export const nelderMead = (of: (point: Float64Array) => number, begin: Numbers, steps = 400): Corner => {
  const corner = (point: Float64Array): Corner => ({ point, value: of(point) });
  const first = Float64Array.from(begin);
  let corners = [corner(first), ...first.map((_, axis) => axis)].map((each) =>
    typeof each === 'number' ? corner(first.map((value, place) => value + (place === each ? 0.5 : 0))) : each,
  );
  for (let step = 0; step < steps; step += 1) {
    corners = corners.toSorted((one, other) => one.value - other.value);
    const [best, worst] = [corners[0], corners.at(-1)];
    if (!best || !worst) break;
    if (worst.value - best.value <= 1e-10 * Math.abs(best.value)) break;
    const kept = corners.slice(0, -1);
    const centre = vector(first.length, (axis) => mean(kept.map(({ point }) => at(point, axis))));
    const along = (far: number): Corner =>
      corner(
        vector(first.length, (axis) => at(centre, axis) + far * (at(worst.point, axis) - at(centre, axis))),
      );
    const next = replacement(along, best, kept.at(-1) ?? best, worst);
    corners = next
      ? [...kept, next]
      : [
          best,
          ...corners
            .slice(1)
            .map(({ point }) => corner(point.map((value, axis) => (value + at(best.point, axis)) / 2))),
        ];
  }
  return corners.reduce((one, other) => (other.value < one.value ? other : one));
};

/** Mirrors the worst corner, goes further where that pays, less far where not; null where nothing does. */
const replacement = (
  along: (far: number) => Corner,
  best: Corner,
  second: Corner,
  worst: Corner,
): Corner | null => {
  const mirrored = along(-1);
  if (mirrored.value < best.value) {
    const further = along(-2);
    return further.value < mirrored.value ? further : mirrored;
  }
  if (mirrored.value < second.value) return mirrored;
  const nearer = mirrored.value < worst.value ? along(-0.5) : along(0.5);
  return nearer.value < Math.min(worst.value, mirrored.value) ? nearer : null;
};
