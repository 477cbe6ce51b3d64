import { formatFor } from './format';

const danish = formatFor('da');
const english = formatFor('en');

describe('format', () => {
  it('writes numbers as each language does', () => {
    expect(danish.number(1234.5, 1)).toBe('1.234,5');
    expect(english.number(1234.5, 1)).toBe('1,234.5');
    expect(danish.number(-429)).toBe('−429');
    expect(danish.number(null)).toBe('–');
  });

  it('writes a share in per cent', () => {
    expect(danish.percent(0.0473)).toBe('4,7\u00a0%');
    expect(english.percent(0.0473)).toBe('4.7%');
  });

  it.each([
    [0.3, '+0,3'],
    [-0.31, '−0,3'],
    [0.04, '±0,0'],
    [-0.04, '±0,0'],
  ])('writes the change %p as %p', (value, text) => {
    expect(danish.change(value)).toBe(text);
  });

  it('writes days without moving them through a time zone', () => {
    expect(danish.day('2026-01-01')).toBe('01.01.2026');
    expect(english.day('2026-12-31')).toBe('31/12/2026');
    expect(danish.day(null)).toBe('–');
  });

  it('names months and weekdays', () => {
    expect(danish.month('2026-11')).toBe('nov. 2026');
    expect(english.weekday('2026-11-22')).toBe('Sun');
  });

  it('shows an instant in Danish time', () => {
    expect(danish.moment('2026-07-01T10:00:00Z')).toContain('12.00');
  });
});
