/** How units came to be treated: drawn by lot among those that could be, or chosen. */
export type Choice = 'lot' | 'chosen';

/** Fewer treated units than this can carry no inference. */
export const FEWEST_TREATED = 4;

const combinations = (all: number, chosen: number): number =>
  Array.from({ length: chosen }, (_none, place) => (all - place) / (place + 1)).reduce(
    (product, factor) => product * factor,
    1,
  );

/**
 * The smallest one-sided p that these units can give, however large the effect: one of all the ways the lot could have
 * fallen, or, where units were chosen, the rank of the treated ones among placebos made of each comparison unit.
 */
export const smallestP = (choice: Choice, treated: number, comparison: number): number => {
  if (treated < 1 || comparison < 1) return 1;
  return choice === 'lot' ? 1 / combinations(treated + comparison, treated) : 1 / (comparison + 1);
};

export type Refusal = 'too-few-treated' | 'p-out-of-reach';

/** Why no effect of these units could show at a level such as 0.05, however large; null where one could. */
export const refusalOf = (
  choice: Choice,
  units: { readonly treated: number; readonly comparison: number },
  level: number,
): Refusal | null => {
  if (units.treated < FEWEST_TREATED) return 'too-few-treated';
  return smallestP(choice, units.treated, units.comparison) > level ? 'p-out-of-reach' : null;
};
