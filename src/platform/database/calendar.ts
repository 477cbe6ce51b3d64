import type { DataSource } from 'typeorm';
import { addDays, localDate, type LocalDate } from '../../shared/local-date.js';
import { isWorkingDay } from '../../shared/working-days.js';

const FIRST = localDate('1970-01-01');
const LAST = localDate('2060-12-31');

/** Fills the calendar that SQL counts working days by, from the same rule as the code: Danish public holidays. */
export const fillCalendar = async (source: DataSource): Promise<void> => {
  const [known] = await source.query<{ days: string }[]>('select count(*) as days from calendar_days');
  if (Number(known?.days) > 0) return;
  const days: LocalDate[] = [];
  const ordinals: number[] = [];
  let ordinal = 0;
  for (let day = FIRST; day <= LAST; day = addDays(day, 1)) {
    if (isWorkingDay(day)) ordinal += 1;
    days.push(day);
    ordinals.push(ordinal);
  }
  await source.query(
    `insert into calendar_days (day, working, working_ordinal)
     select day, ordinal > coalesce(lag(ordinal) over (order by day), 0), ordinal
     from unnest($1::date[], $2::int[]) as given (day, ordinal)`,
    [days, ordinals],
  );
};
