import { meaningOfBuiltIn, meaningOfFormat, textOfNumber, type NumberMeaning } from './xlsx-number.js';

describe('meaningOfFormat', () => {
  it.each([
    ['General', 'number'],
    ['0.00', 'number'],
    ['#,##0 "dage"', 'number'],
    ['[Red]-0.0', 'number'],
    ['dd-mm-yyyy', 'date'],
    ['[$-406]d. mmmm yyyy;@', 'date'],
    ['mmmm', 'date'],
    ['yyyy\\-mm\\-dd hh:mm', 'date'],
    ['hh:mm', 'time'],
    ['h:mm AM/PM', 'time'],
    ['[h]:mm', 'duration'],
    ['[mm]:ss', 'duration'],
    ['00000', 'padded'],
    ['0', 'number'],
    ['@', 'number'],
  ])('%s is a %s', (format, kind) => {
    expect(meaningOfFormat(format).kind).toBe(kind);
  });
});

describe('meaningOfBuiltIn', () => {
  it.each([
    [0, 'number'],
    [2, 'number'],
    [14, 'date'],
    [20, 'time'],
    [22, 'date'],
    [46, 'duration'],
    [49, 'number'],
  ])('%d is a %s', (id, kind) => {
    expect(meaningOfBuiltIn(id).kind).toBe(kind);
  });
});

describe('textOfNumber', () => {
  const date: NumberMeaning = { kind: 'date' };
  it.each([
    ['61', date, false, '1900-03-01'],
    ['59', date, false, '1900-02-28'],
    ['45296', date, false, '2024-01-05'],
    ['43834', date, true, '2024-01-05'],
    ['45296.3125', date, false, '2024-01-05T07:30:00'],
    ['45296.999999999', date, false, '2024-01-06'],
    ['-1', date, false, '-1'],
    ['0.3125', { kind: 'time' }, false, '07:30'],
    ['1.3125', { kind: 'duration' }, false, '31:30'],
    ['7.4000000000000004', { kind: 'number' }, false, '7.4'],
    ['123456789012', { kind: 'number' }, false, '123456789012'],
    ['1E3', { kind: 'number' }, false, '1000'],
    ['40', { kind: 'padded', digits: 5 }, false, '00040'],
    ['4.5', { kind: 'padded', digits: 5 }, false, '4.5'],
    ['', date, false, ''],
    ['x', date, false, 'x'],
  ] as const)('%s as %o is %s', (raw, meaning, since1904, text) => {
    expect(textOfNumber(raw, meaning, since1904)).toBe(text);
  });
});
