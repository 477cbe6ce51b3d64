import { addDays, isLocalDate, localDate, weekday, type LocalDate } from '../../../shared/local-date.js';

/** The Monday of a day's week. */
export const mondayOf = (day: LocalDate): LocalDate => addDays(day, 1 - weekday(day));

const YEAR_FIRST = /^(\d{4})[-/. ]?[wWuU]?[-/. ]?(\d{1,2})$/;
const WEEK_FIRST = /^(?:[wWuU](?:ge)?[-/. ]?)?(\d{1,2})[-/. ](\d{4})$/;
const DANISH_DAY = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/;

/** The Monday of a week of ISO 8601; null where the year has no such week. */
const mondayOfWeek = (year: number, week: number): LocalDate | null => {
  if (week < 1 || week > 53) return null;
  const first = mondayOf(localDate(`${String(year).padStart(4, '0')}-01-04`));
  const monday = addDays(first, (week - 1) * 7);
  return Number(addDays(monday, 3).slice(0, 4)) === year ? monday : null;
};

const dayOf = (text: string): LocalDate | null => {
  if (isLocalDate(text)) return text;
  const [, day = '', month = '', year = ''] = DANISH_DAY.exec(text) ?? [];
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(written) ? written : null;
};

/** The Monday of a week as a file writes it: 2025-W07, 202507, 7/2025, uge 7 2025, or any day of the week. */
export const weekOf = (text: string): LocalDate | null => {
  const trimmed = text.trim();
  const [, year, week] = YEAR_FIRST.exec(trimmed) ?? [];
  if (year !== undefined && week !== undefined) return mondayOfWeek(Number(year), Number(week));
  const [, weekBefore, yearAfter] = WEEK_FIRST.exec(trimmed) ?? [];
  if (weekBefore !== undefined && yearAfter !== undefined)
    return mondayOfWeek(Number(yearAfter), Number(weekBefore));
  const day = dayOf(trimmed);
  return day === null ? null : mondayOf(day);
};
