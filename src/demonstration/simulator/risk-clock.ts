import { monthOfDay, weekdayOfDay, type Day, type WorkingCalendar } from './calendar.js';
import { START_MONTHS, START_WEEKDAYS } from './parameters.js';

/** Time as sickness sees it: a year is about 1, winter Mondays weigh most, weekends and holidays nothing. */
export interface RiskClock {
  /** Weight of the days from `from` to `to`, both inclusive. */
  between(from: Day, to: Day): number;
  /** The day on which the weight counted from `from` on passes `weight`. */
  dayAt(from: Day, weight: number): Day;
}

const YEAR = 365.25;

export const riskClock = (calendar: WorkingCalendar): RiskClock => {
  const size = calendar.last - calendar.first + 1;
  const weights = Float64Array.from({ length: size }, (_, offset) => {
    const day = calendar.first + offset;
    if (!calendar.isWorking(day)) return 0;
    return (START_WEEKDAYS[weekdayOfDay(day) - 1] ?? 0) * (START_MONTHS[monthOfDay(day) % 12] ?? 0);
  });
  // Whole years only, so that no season counts once more than another.
  const years = Math.floor(size / YEAR);
  const total = weights.subarray(0, Math.round(years * YEAR)).reduce((sum, weight) => sum + weight, 0);
  const scale = years / total;
  const before = new Float64Array(size + 1);
  weights.forEach((weight, offset) => (before[offset + 1] = (before[offset] ?? 0) + weight * scale));
  const at = (day: Day): number => {
    if (day <= calendar.first) return 0;
    return (day > calendar.last ? before[size] : before[day - calendar.first]) ?? 0;
  };
  return {
    between: (from, to) => (to < from ? 0 : at(to + 1) - at(from)),
    dayAt: (from, weight) => {
      const sought = at(from) + weight;
      let low = from - calendar.first;
      let high = size - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((before[middle + 1] ?? 0) > sought) high = middle;
        else low = middle + 1;
      }
      return calendar.first + low;
    },
  };
};
