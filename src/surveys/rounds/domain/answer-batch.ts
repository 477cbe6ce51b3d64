/**
 * How many of the answers that wait in one group are written now, drawn by lot (definitions 8.3).
 *
 * While the round is open, a batch is of `minimum`, and `minimum` others stay behind: so whoever answers last is still
 * one of `minimum`, for what is written at the close is that many at least. Only a group in which fewer than `minimum`
 * answered at all has a smaller batch, at the close; it is not reported on.
 */
export const batchSize = (waiting: number, minimum: number, closing: boolean): number => {
  if (closing) return waiting;
  return waiting >= 2 * minimum ? waiting - minimum : 0;
};
