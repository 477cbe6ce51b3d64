import { earlier, lastOfMonth, type LocalDate } from '../../shared/local-date.js';
import { monthsOf } from '../../shared/period.js';
import { dayOfDate, type Day } from '../simulator/calendar.js';
import type { Simulation } from '../simulator/simulation.js';

/** A month's file: what became known after the file before it, up to its "data as of". */
export interface FilePeriod {
  /** `yyyy-mm` */
  readonly month: string;
  readonly from: Day;
  readonly to: Day;
  readonly dataAsOf: LocalDate;
}

/** One a month; the first also holds all that was known before, the last ends today. */
export const filePeriodsOf = (simulation: Simulation): FilePeriod[] =>
  monthsOf({ from: simulation.beginOn, to: simulation.endOn }).map((month) => {
    const dataAsOf = earlier(lastOfMonth(month), simulation.endOn);
    return { month: month.slice(0, 7), from: dayOfDate(month), to: dayOfDate(dataAsOf), dataAsOf };
  });

/** The index of the first file that tells of a day; -1 where none does yet. */
export const fileOf = (periods: readonly FilePeriod[], day: Day): number => {
  let low = 0;
  let high = periods.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((periods[middle]?.to ?? day) >= day) high = middle;
    else low = middle + 1;
  }
  return low < periods.length ? low : -1;
};
