import { daysBetween, localDate, type LocalDate } from '../../shared/local-date.js';
import { isPublicHoliday } from '../../shared/working-days.js';

/** A calendar day as the number of days since 1 January 1970: cheap to count with in the simulator. */
export type Day = number;

const EPOCH = localDate('1970-01-01');
const MILLISECONDS = 86_400_000;
const AVERAGE_MONTH = 365.2425 / 12;
// Bound once: a look-up of a global is slow in the test runner's context, and these run millions of times.
const { UTC: utc } = Date;
const { floor } = Math;

export const dayOfDate = (date: LocalDate): Day => daysBetween(EPOCH, date);
export const dateOfDay = (day: Day): LocalDate =>
  localDate(new Date(day * MILLISECONDS).toISOString().slice(0, 10));

/** Monday 1 to Sunday 7; 1 January 1970 was a Thursday. */
export const weekdayOfDay = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** Months counted from year 0, so that a month is one whole number. */
export const firstDayOfMonth = (month: number): Day => utc(floor(month / 12), month % 12, 1) / MILLISECONDS;
export const monthOfDay = (day: Day): number => {
  let month = 1970 * 12 + floor(day / AVERAGE_MONTH);
  while (firstDayOfMonth(month) > day) month -= 1;
  while (firstDayOfMonth(month + 1) <= day) month += 1;
  return month;
};

/** Working days of a stretch of time, counted once so that a spell's last day is one look-up. */
export interface WorkingCalendar {
  readonly first: Day;
  readonly last: Day;
  isWorking(day: Day): boolean;
  /** Working days from `from` to `to`, both inclusive. */
  workingDays(from: Day, to: Day): number;
  /** The last day of a stretch of `count` working days whose first is the working day `from`. */
  lastOf(from: Day, count: number): Day;
}

export const workingCalendar = (first: Day, last: Day): WorkingCalendar => {
  const size = last - first + 1;
  const workingBefore = new Int32Array(size + 1);
  const working: Day[] = [];
  for (let offset = 0; offset < size; offset += 1) {
    const day = first + offset;
    workingBefore[offset] = working.length;
    if (weekdayOfDay(day) <= 5 && !isPublicHoliday(dateOfDay(day))) working.push(day);
  }
  workingBefore[size] = working.length;
  const before = (day: Day): number => {
    if (day <= first) return 0;
    return (day > last ? workingBefore[size] : workingBefore[day - first]) ?? 0;
  };
  return {
    first,
    last,
    isWorking: (day) => before(day + 1) > before(day),
    workingDays: (from, to) => (to < from ? 0 : before(to + 1) - before(from)),
    lastOf: (from, count) => working[before(from) + count - 1] ?? last,
  };
};
