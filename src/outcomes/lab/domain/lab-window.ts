import { addMonths, firstOfMonth, type LocalDate } from '../../../shared/local-date.js';

const quarterOf = (day: LocalDate): LocalDate => {
  const month = firstOfMonth(day);
  return addMonths(month, -((Number(month.slice(5, 7)) - 1) % 3));
};

/**
 * The first day of the 24 whole months that the lab looks at: the contract's baseline, or as long as it begins later, the
 * months up to the last quarter that is over. A fixed cut, so that no two looks differ by a few days.
 */
export const labWindow = (startsOn: LocalDate, today: LocalDate): LocalDate => {
  const [start, quarter] = [firstOfMonth(startsOn), quarterOf(today)];
  return addMonths(start < quarter ? start : quarter, -24);
};
