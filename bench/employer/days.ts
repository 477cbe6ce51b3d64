import { localDate, type LocalDate } from '../../src/shared/local-date.js';

/** Days are whole numbers here, counted from 1970-01-01, so that a million of them are quick to draw and sort. */
export const dayNumber = (day: LocalDate): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

const written = new Map<number, LocalDate>();

export const dayText = (day: number): LocalDate => {
  const known = written.get(day);
  if (known) return known;
  const text = localDate(new Date(day * 86_400_000).toISOString().slice(0, 10));
  written.set(day, text);
  return text;
};

const writtenInDanish = new Map<number, string>();

/** `dd-mm-yyyy`, as Danish payrolls write. */
export const danishText = (day: number): string => {
  const known = writtenInDanish.get(day);
  if (known) return known;
  const text = dayText(day).split('-').reverse().join('-');
  writtenInDanish.set(day, text);
  return text;
};

/** The day every benchmark plays on, a Wednesday, and the first of the four years of absence before it. */
export const TODAY = localDate('2026-01-28');
export const FIRST_DAY = localDate('2022-02-01');
