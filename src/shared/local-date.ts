import { Temporal } from 'temporal-polyfill';

/** A calendar day in Denmark as `yyyy-mm-dd`, never an instant. Compares correctly with `<` and `>`. */
export type LocalDate = string & { readonly localDate: unique symbol };

const FORM = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text is a real calendar day written `yyyy-mm-dd` (2023-02-29 is not). */
export const isLocalDate = (text: unknown): text is LocalDate => {
  if (typeof text !== 'string' || !FORM.test(text)) return false;
  const [year, month, day] = text.split('-').map(Number);
  const instant = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day));
  return instant.toISOString().startsWith(text);
};

/** @throws RangeError when the text is not a calendar day. */
export const localDate = (text: string): LocalDate => {
  if (isLocalDate(text)) return text;
  throw new RangeError(`not a calendar day: ${text}`);
};

const plain = (day: LocalDate): Temporal.PlainDate => Temporal.PlainDate.from(day);
const written = (day: Temporal.PlainDate): LocalDate => localDate(day.toString());

export const addDays = (day: LocalDate, days: number): LocalDate => written(plain(day).add({ days }));
/** The same day of another month, or that month's last day where it is shorter. */
export const addMonths = (day: LocalDate, months: number): LocalDate => written(plain(day).add({ months }));
/** Whole days from `from` to `to`; 0 on the same day, negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => plain(from).until(plain(to)).days;
/** Monday 1 to Sunday 7. */
export const weekday = (day: LocalDate): number => plain(day).dayOfWeek;
export const firstOfMonth = (day: LocalDate): LocalDate => written(plain(day).with({ day: 1 }));
export const lastOfMonth = (day: LocalDate): LocalDate => {
  const date = plain(day);
  return written(date.with({ day: date.daysInMonth }));
};
/** The earlier of two days. */
export const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b);
/** The later of two days. */
export const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);

/** The calendar day an instant falls on in a time zone; Denmark's unless told. */
export const dayOf = (instant: Date, zone = 'Europe/Copenhagen'): LocalDate =>
  written(Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDate());
