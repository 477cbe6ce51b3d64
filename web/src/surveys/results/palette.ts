/** Five steps from a strain to a strength, orange to teal: told apart also by those who see red and green alike. */
export const STEPS = ['worst', 'worse', 'middle', 'better', 'best'] as const;
export type Step = (typeof STEPS)[number];

/** Grounds that the ink below is read on; also in `heat-map.module.css`. */
export const GROUNDS: Readonly<Record<Step, string>> = {
  worst: '#f0a868',
  worse: '#f8d9b8',
  middle: '#f2f4f4',
  better: '#bfe0dc',
  best: '#7cc4bc',
};
export const INK = '#1b2727';

const BOUNDS = [40, 50, 60, 70] as const;

/** Where a score of 0 to 100 lies, in the direction in which it is good. */
export const stepOf = (mean: number, higherIsBetter: boolean): Step => {
  const good = higherIsBetter ? mean : 100 - mean;
  return STEPS[BOUNDS.filter((bound) => good >= bound).length] ?? 'middle';
};
