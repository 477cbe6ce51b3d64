import { pageOf } from './page-of';

describe('a page of rows that are all here', () => {
  const rows = Array.from({ length: 47 }, (_, index) => index + 1);

  it.each([
    [1, 1, 1, 20],
    [2, 2, 21, 20],
    [3, 3, 41, 7],
    [4, 3, 41, 7],
  ])('%i of 47 rows is page %i, from row %i on, of %i', (asked, page, first, length) => {
    const shown = pageOf(rows, asked);
    expect(shown).toMatchObject({ page, pageSize: 20, total: 47 });
    expect([shown.items[0], shown.items.length]).toEqual([first, length]);
  });

  it('is the first of none', () => {
    expect(pageOf([], 3)).toEqual({ items: [], page: 1, pageSize: 20, total: 0 });
  });
});
