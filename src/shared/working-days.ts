import Holidays from 'date-holidays';
import { addDays, weekday, type LocalDate } from './local-date.js';

const denmark = new Holidays('DK');
const publicHolidays = new Map<number, ReadonlySet<string>>();

const holidaysOf = (year: number): ReadonlySet<string> => {
  const known = publicHolidays.get(year);
  if (known) return known;
  const days = denmark.getHolidays(year).filter((holiday) => holiday.type === 'public');
  const computed = new Set(days.map((holiday) => holiday.date.slice(0, 10)));
  publicHolidays.set(year, computed);
  return computed;
};

/** A Danish public holiday (helligdag). Store bededag ceased to be one in 2024. */
export const isPublicHoliday = (day: LocalDate): boolean => holidaysOf(Number(day.slice(0, 4))).has(day);

/** Monday to Friday and no public holiday. */
export const isWorkingDay = (day: LocalDate): boolean => weekday(day) <= 5 && !isPublicHoliday(day);

/** The `count`-th working day after a day; `count` 0 gives the day itself if it is one, else the next. */
export const workingDayAfter = (day: LocalDate, count: number): LocalDate => {
  let candidate = day;
  let left = count;
  while (left > 0 || !isWorkingDay(candidate)) {
    candidate = addDays(candidate, 1);
    if (isWorkingDay(candidate)) left -= 1;
  }
  return candidate;
};
