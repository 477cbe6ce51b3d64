/** The middle of some figures; of an even number the mean of the two in the middle. */
export const median = (figures: readonly number[]): number => percentile(figures, 0.5);

/** Linear between the two nearest figures. @param share 0.99 for the 99th percentile */
export const percentile = (figures: readonly number[], share: number): number => {
  const sorted = Float64Array.from(figures).sort();
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? NaN;
  const above = sorted[Math.ceil(place)] ?? NaN;
  return below + (above - below) * (place - Math.floor(place));
};

/** The distance from the smallest to the largest figure as a share of the median. */
export const spread = (figures: readonly number[]): number =>
  rounded((Math.max(...figures) - Math.min(...figures)) / median(figures), 2);

export const rounded = (figure: number, decimals = 1): number => Number(figure.toFixed(decimals));

/** Milliseconds that some work takes, and what it gives. */
export const timed = async <T>(
  work: () => Promise<T>,
): Promise<{ readonly took: number; readonly result: T }> => {
  const began = performance.now();
  const result = await work();
  return { took: performance.now() - began, result };
};
