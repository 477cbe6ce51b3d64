import { fixedPeriodsOver, type FixedCut } from '../../../partnerships/index.js';
import { addDays, type LocalDate } from '../../../shared/local-date.js';
import type { Period } from '../../../shared/period.js';

/** Days after a cut before its pack makes itself: payrolls are read in the first week of a month. */
export const PACK_LAG_DAYS = 10;

/** The last cut of a partnership of which a pack is due on a day; null before the first. */
export const dueCut = (partnership: Period, cut: FixedCut, today: LocalDate): Period | null => {
  const over = fixedPeriodsOver(partnership, addDays(today, 1 - PACK_LAG_DAYS)).filter(
    (period) => period.cut === cut,
  );
  const [last] = [...over].sort((a, b) => (a.to < b.to ? 1 : -1));
  return last ? { from: last.from, to: last.to } : null;
};
