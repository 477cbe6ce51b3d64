import fc from 'fast-check';
import { decodeDegree, decodeHours, decodeNumber } from './numbers.js';

describe('reading numbers', () => {
  it.each([
    ['37,00', 37],
    ['28,50', 28.5],
    ['37.5', 37.5],
    ['37', 37],
    ['1.234,50', 1234.5],
    ['1,234.50', 1234.5],
    ['1 234,5', 1234.5],
    ['37,5 timer', 37.5],
    ['50 %', 50],
    ['-7,4', -7.4],
    ['67.567', 67.567],
  ])('%s is %d', (text, number) => {
    expect(decodeNumber(text)).toBe(number);
  });

  it.each(['', 'syv', '1,2,3', '1.2.3', '--1', '12-13', '1e5', 'NaN'])('"%s" is no number', (text) => {
    expect(decodeNumber(text)).toBeNull();
  });

  it('reads hours and minutes', () => {
    expect(decodeHours('7:24')).toBeCloseTo(7.4, 10);
    expect(decodeHours('37:00')).toBe(37);
    expect(decodeHours('37:60')).toBeNull();
    expect(decodeHours('37,00')).toBe(37);
  });

  it('reads a decimal comma and a decimal point alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), (hundredths) => {
        const text = (hundredths / 100).toFixed(2);
        expect(decodeNumber(text)).toBe(hundredths / 100);
        expect(decodeNumber(text.replace('.', ','))).toBe(hundredths / 100);
      }),
    );
  });
});

describe('reading a degree', () => {
  it.each([
    ['100', 1],
    ['50', 0.5],
    ['67,57', 0.676],
    ['67,57 %', 0.676],
    ['0,5', 0.5],
    ['1', 1],
    ['1 %', 0.01],
    ['0,01 %', 0.001],
  ])('%s is %d of the day', (text, degree) => {
    expect(decodeDegree(text)).toBe(degree);
  });

  it.each([
    ['148', 'hours-as-days'],
    ['101', 'hours-as-days'],
    ['0', 'number-unreadable'],
    ['-50', 'number-unreadable'],
    ['halv', 'number-unreadable'],
  ])('%s is no degree: %s', (text, fault) => {
    expect(decodeDegree(text)).toBe(fault);
  });
});
