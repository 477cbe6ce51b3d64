import { refusalOf, smallestP } from './smallest-p.js';

describe('the smallest p that units can give', () => {
  it.each([
    // 4 of 8 drawn by lot: 70 ways. 3 of 6: 20 ways.
    ['lot', 4, 4, 1 / 70],
    ['lot', 3, 3, 1 / 20],
    // Chosen: the rank among each comparison unit taken as if it were treated, and the treated ones.
    ['chosen', 3, 19, 1 / 20],
    ['chosen', 3, 9, 1 / 10],
    ['chosen', 3, 0, 1],
  ] as const)('%s, %d treated and %d compared with: %d', (choice, treated, comparison, p) => {
    expect(smallestP(choice, treated, comparison)).toBeCloseTo(p, 12);
  });

  it('decides whether payment by effect may be agreed', () => {
    // The three workplaces of a municipality.
    expect(refusalOf('chosen', { treated: 3, comparison: 40 }, 0.05)).toBe('too-few-treated');
    expect(refusalOf('chosen', { treated: 4, comparison: 10 }, 0.05)).toBe('p-out-of-reach');
    expect(refusalOf('chosen', { treated: 4, comparison: 19 }, 0.05)).toBeNull();
    expect(refusalOf('lot', { treated: 4, comparison: 3 }, 0.05)).toBeNull();
  });
});
