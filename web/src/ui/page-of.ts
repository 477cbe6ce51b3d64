const ROWS_A_PAGE = 20;

/** A page of rows that are all here; of too high a number, as an old address may have it, the last one. */
export const pageOf = <Row>(rows: readonly Row[], asked: number, pageSize = ROWS_A_PAGE) => {
  const page = Math.min(asked, Math.max(1, Math.ceil(rows.length / pageSize)));
  return { items: rows.slice((page - 1) * pageSize, page * pageSize), page, pageSize, total: rows.length };
};
