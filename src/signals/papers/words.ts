import type { LocalDate } from '../../shared/local-date.js';

const DAY = new Intl.DateTimeFormat('da-DK', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

export const dayWords = (day: LocalDate): string => DAY.format(new Date(`${day}T00:00:00Z`));

/** Whole years and months where it is some, else days. */
export const periodWords = (days: number): string => {
  const years = Math.round(days / 365.25);
  if (years >= 1 && Math.abs(days - years * 365.25) < 3) return `${years} år`;
  return `${days} dage`;
};
