import { localDate } from '../../shared/local-date.js';
import { provisionalMonths } from './provisional.js';

describe('provisional months (definitions 2.5)', () => {
  const months = ['2026-05-01', '2026-06-01', '2026-07-01', '2026-08-01', '2026-09-01'].map(localDate);

  it.each([
    ['2026-08-31', ['2026-07-01', '2026-08-01', '2026-09-01']],
    ['2026-09-01', ['2026-07-01', '2026-08-01', '2026-09-01']],
    ['2026-08-30', ['2026-06-01', '2026-07-01', '2026-08-01', '2026-09-01']],
    ['2026-12-31', []],
  ])('absence known until %s', (knownUntil, provisional) => {
    expect(provisionalMonths(months, localDate(knownUntil))).toEqual(provisional);
  });

  it('are all months of a source that has told nothing', () => {
    expect(provisionalMonths(months, null)).toEqual(months);
  });
});
