import fc from 'fast-check';
import { addDays, daysBetween, localDate } from '../../../shared/local-date.js';
import { dateDecoder, decodeDate, isEndless, type YearRange } from './dates.js';

const YEARS: YearRange = { first: 1950, last: 2045, pivot: 2045 };

describe('reading days', () => {
  it.each([
    ['02-01-1981', '1981-01-02'],
    ['2.1.1981', '1981-01-02'],
    ['02/01/1981', '1981-01-02'],
    ['02 01 1981', '1981-01-02'],
    ['02.01.81', '1981-01-02'],
    ['31-12-45', '2045-12-31'],
    ['31-12-50', '1950-12-31'],
    ['1981-01-02', '1981-01-02'],
    ['1981-01-02T00:00:00', '1981-01-02'],
    ['1981-01-02 00:00:00.000', '1981-01-02'],
    ['02-01-1981 00:00', '1981-01-02'],
    ['1981/1/2', '1981-01-02'],
    ['19810102', '1981-01-02'],
    ['02011981', '1981-01-02'],
    ['020181', '1981-01-02'],
    ['20012026', '2026-01-20'],
    ['20260120', '2026-01-20'],
    ['  02-01-1981 ', '1981-01-02'],
    ['29-02-2024', '2024-02-29'],
    // What spreadsheets keep behind a day: 45658 is 1 January 2025.
    ['45658', '2025-01-01'],
    ['45658.0', '2025-01-01'],
  ])('%s is %s', (text, day) => {
    expect(decodeDate(text, YEARS)).toBe(day);
  });

  it.each([
    '',
    'x',
    '29-02-2023',
    '31-04-2024',
    '00-01-2024',
    '13-13-2024',
    '1-1',
    '2024-13-01',
    '1-2-3',
    '7,4',
    '37',
    '790',
    '1234567',
  ])('cannot read "%s"', (text) => {
    expect(decodeDate(text, YEARS)).toBe('date-unreadable');
  });

  it.each([
    '02-01-1881',
    '02-01-0202',
    '02-01-202',
    '02-01-20255',
    '02-01-2046',
    '2201-01-01',
    '0202-01-01',
    '14000',
    '99999',
  ])('finds the year of "%s" absurd', (text) => {
    expect(decodeDate(text, YEARS)).toBe('year-absurd');
  });

  it('knows the endless day of payrolls', () => {
    expect(
      ['31-12-9999', '9999-12-31', '31.12.9999', '99991231', '31129999', '9999-12-31T00:00:00'].every(
        isEndless,
      ),
    ).toBe(true);
    expect(['31-12-2099', '01-01-9999', '9999', '19999'].some(isEndless)).toBe(false);
  });

  const anyDay = fc
    .integer({ min: 0, max: daysBetween(localDate('1950-01-01'), localDate('2045-12-31')) })
    .map((days) => addDays(localDate('1950-01-01'), days));

  it('reads every day back from every form it is written in', () => {
    const decode = dateDecoder(YEARS);
    fc.assert(
      fc.property(anyDay, (day) => {
        const [year = '', month = '', date = ''] = day.split('-');
        const serial = String(daysBetween(localDate('1899-12-30'), day));
        const short = year.slice(2);
        const forms = [
          day,
          `${date}-${month}-${year}`,
          `${Number(date)}/${Number(month)}/${year}`,
          `${year}${month}${date}`,
          serial,
        ];
        expect(forms.map(decode)).toEqual(forms.map(() => day));
        const windowed = decode(`${date}.${month}.${short}`);
        expect(windowed).toBe(Number(year) > 1945 ? day : windowed);
      }),
    );
  });

  it('answers any text with a day in range or a fault, alike each time', () => {
    const decode = dateDecoder(YEARS);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d\-./ ]{1,12}$/)), (text) => {
        const found = decode(text);
        expect(found).toBe(decodeDate(text, YEARS));
        if (found === 'date-unreadable' || found === 'year-absurd') return;
        expect(found >= '1950-01-01' && found <= '2045-12-31').toBe(true);
      }),
    );
  });
});
