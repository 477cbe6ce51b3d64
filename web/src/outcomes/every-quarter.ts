import type { LinePoint } from './views';

const numberOf = (quarter: string): number => {
  const [year, within] = quarter.split('-Q').map(Number);
  return (year ?? 0) * 4 + (within ?? 1) - 1;
};
const quarterOf = (number: number): string => `${Math.floor(number / 4)}-Q${(number % 4) + 1}`;

/** Every quarter from the first to the last: one that nothing is told of stands empty, so that no line is drawn over it. */
export const everyQuarter = (points: readonly LinePoint[]): LinePoint[] => {
  const told = new Map(points.map((point) => [point.quarter, point]));
  const numbers = points.map(({ quarter }) => numberOf(quarter));
  const first = Math.min(...numbers);
  return Array.from({ length: points.length === 0 ? 0 : Math.max(...numbers) - first + 1 }, (_, index) => {
    const quarter = quarterOf(first + index);
    return told.get(quarter) ?? { quarter, after: false, treated: null, comparison: null, expected: null };
  });
};
