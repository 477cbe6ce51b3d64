/** Below this a figure says: read with care (measures 3.3). */
export const CAUTION_BELOW = 0.6;
/** Below this there is no report about a team (measures 3.3). */
export const NO_REPORT_BELOW = 0.4;

/** `good` from 60 %, `caution` from 40 %, `low` below. */
export const RESPONSE_LABELS = ['good', 'caution', 'low'] as const;
export type ResponseLabel = (typeof RESPONSE_LABELS)[number];

/** Share of those invited who answered; null where nobody was. */
export const responseRate = (answered: number, invited: number): number | null =>
  invited > 0 ? answered / invited : null;

export const responseLabel = (rate: number): ResponseLabel => {
  if (rate >= CAUTION_BELOW) return 'good';
  return rate >= NO_REPORT_BELOW ? 'caution' : 'low';
};
