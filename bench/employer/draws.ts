/** A stream of numbers in [0, 1) that a seed fixes; fast rather than fine (mulberry32). */
export const draws = (seed: number): (() => number) => {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** A whole number from `low` to `high`, both possible. */
export const between = (draw: () => number, low: number, high: number): number =>
  low + Math.floor(draw() * (high - low + 1));

/** One of some choices by weight, the weights adding up to 1. */
export const byWeight = <T>(draw: () => number, choices: readonly (readonly [number, T])[], last: T): T => {
  let left = draw();
  for (const [weight, choice] of choices) {
    left -= weight;
    if (left < 0) return choice;
  }
  return last;
};
