import type { Benefit, CitizenSpan } from './views';

const DAY = 86_400_000;
const WEEK = 7 * DAY;
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);

export type StripWeek = { week: string; benefit: Benefit | null };
export type StripYear = { year: string; weeks: StripWeek[] };

/** The year that a week belongs to: that of its Thursday (ISO 8601). */
const yearOf = (monday: number): string => new Date(monday + 3 * DAY).toISOString().slice(0, 4);

/** Every week from the first span to the last, by year; one that is not known has no benefit. */
export const stripYears = (spans: readonly CitizenSpan[]): StripYear[] => {
  const [first, last] = [spans.at(0), spans.at(-1)];
  if (first === undefined || last === undefined) return [];
  const years = new Map<string, StripWeek[]>();
  for (let week = at(first.from); week <= at(last.to); week += WEEK) {
    const span = spans.find(({ from, to }) => at(from) <= week && week <= at(to));
    const year = yearOf(week);
    const weeks = years.get(year) ?? [];
    weeks.push({ week: new Date(week).toISOString().slice(0, 10), benefit: span?.benefit ?? null });
    years.set(year, weeks);
  }
  return [...years].map(([year, weeks]) => ({ year, weeks }));
};

/** The number of a week in its year, by its Monday. */
export const weekNumber = (monday: string): number => {
  const thursday = at(monday) + 3 * DAY;
  const first = at(`${new Date(thursday).toISOString().slice(0, 4)}-01-01`);
  return Math.floor((thursday - first) / WEEK) + 1;
};
