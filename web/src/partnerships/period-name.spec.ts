import { periodPart } from './period-name';

describe('periodPart', () => {
  it.each([
    ['2026-01-01', 'quarter', 1],
    ['2026-10-01', 'quarter', 4],
    ['2026-07-01', 'half-year', 2],
    ['2026-01-01', 'year', 1],
  ] as const)('names %s as %s %i', (from, cut, part) => {
    expect(periodPart({ from, cut })).toEqual({ year: '2026', part });
  });
});
