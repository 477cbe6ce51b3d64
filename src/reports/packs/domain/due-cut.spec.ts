import { localDate } from '../../../shared/local-date.js';
import { dueCut } from './due-cut.js';

const PARTNERSHIP = { from: localDate('2026-01-01'), to: localDate('2027-12-31') };

describe('dueCut', () => {
  it.each([
    ['quarter', '2026-04-09', null],
    ['quarter', '2026-04-10', ['2026-01-01', '2026-03-31']],
    ['quarter', '2026-07-09', ['2026-01-01', '2026-03-31']],
    ['quarter', '2026-07-10', ['2026-04-01', '2026-06-30']],
    ['half-year', '2026-07-10', ['2026-01-01', '2026-06-30']],
    ['year', '2026-12-31', null],
    ['year', '2027-01-10', ['2026-01-01', '2026-12-31']],
    ['year', '2029-05-01', ['2027-01-01', '2027-12-31']],
  ] as const)('of a %s on %s is %j: ten days after its end', (cut, today, due) => {
    const expected = due === null ? null : { from: due[0], to: due[1] };
    expect(dueCut(PARTNERSHIP, cut, localDate(today))).toEqual(expected);
  });
});
