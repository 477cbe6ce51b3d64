import { localDate } from '../../shared/local-date.js';
import { finalQuarters } from './final-quarters.js';

const quarters = (knownUntil: string, recordedFrom = '2020-01-01', most = 2): string[] =>
  finalQuarters(localDate(knownUntil), localDate(recordedFrom), most).map(({ from, to }) => `${from}/${to}`);

describe('the quarters that are final', () => {
  // The last two months are provisional (definitions 2.5): with all of May known, March is final.
  it('ends two months before what is known', () => {
    expect(quarters('2026-05-31')).toEqual(['2025-10-01/2025-12-31', '2026-01-01/2026-03-31']);
    expect(quarters('2026-05-30')).toEqual(['2025-07-01/2025-09-30', '2025-10-01/2025-12-31']);
    expect(quarters('2026-07-31')).toEqual(['2025-10-01/2025-12-31', '2026-01-01/2026-03-31']);
  });

  it('does not begin before absence is recorded', () => {
    expect(quarters('2026-05-31', '2026-01-01', 8)).toEqual(['2026-01-01/2026-03-31']);
    expect(quarters('2026-05-31', '2026-02-01', 8)).toEqual([]);
  });
});
