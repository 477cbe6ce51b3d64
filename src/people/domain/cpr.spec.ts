import { cprOf, maskedCpr } from './cpr.js';

describe('cprOf', () => {
  it.each([
    ['010180-1234', '0101801234'],
    ['0101801234', '0101801234'],
    [' 290200 4000 ', '2902004000'],
    // Given out since 2007 without the control digit: modulus 11 would refuse it.
    ['010107-4001', '0101074001'],
  ])('takes "%s"', (text, cpr) => expect(cprOf(text)).toBe(cpr));

  it.each([
    ['310280-1234', 'no such day'],
    // 2000 was a leap year, 1900 was not: the seventh digit tells which of them is meant.
    ['290200-1234', 'the seventh digit says 1900'],
    ['010180-123', 'too short'],
    ['1234567890', 'no such month'],
    ['abc', 'no number'],
    ['', 'empty'],
  ])('refuses "%s": %s', (text) => expect(cprOf(text)).toBeNull());
});

it('shows the day of birth alone', () => expect(maskedCpr('0101801234')).toBe('010180-••••'));
