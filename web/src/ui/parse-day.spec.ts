import { parseDay } from './parse-day';

describe('parseDay', () => {
  it.each([
    '22.11.2026',
    '22-11-2026',
    '22/11/26',
    '22 11 2026',
    '221126',
    '22112026',
    '2026-11-22',
    ' 22.11.26 ',
  ])('reads %p', (typed) => {
    expect(parseDay(typed)).toBe('2026-11-22');
  });

  it.each(['', 'i morgen', '31.02.2026', '22.13.2026', '2026-02-30', '22.11'])('refuses %p', (typed) => {
    expect(parseDay(typed)).toBeNull();
  });

  it('pads short days and months', () => {
    expect(parseDay('1.2.26')).toBe('2026-02-01');
  });
});
