import type { FixedCut } from './views';

/** Which part of its year a fixed cut is: quarter 1-4, half 1-2, the year itself. */
export const periodPart = ({
  from,
  cut,
}: {
  from: string;
  cut: FixedCut;
}): { year: string; part: number } => {
  const month = Number(from.slice(5, 7));
  const length = { quarter: 3, 'half-year': 6, year: 12 }[cut];
  return { year: from.slice(0, 4), part: Math.floor((month - 1) / length) + 1 };
};
