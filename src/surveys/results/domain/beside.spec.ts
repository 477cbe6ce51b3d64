import { absenceInterval, associationOf, spellsInterval } from './beside.js';

const units = (pairs: readonly (readonly [number, number])[]) =>
  pairs.map(([score, absence]) => ({ score, absence }));

describe('well-being beside absence', () => {
  it('is a rank correlation with an interval', () => {
    // Ten units in opposite order but for the last two, which change places: 1 - 6 × Σd² / (n (n² - 1)) of the order
    // turned round, d = 1 twice: -(1 - 12 / 990) = -0.98788.
    const scores = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const absences = [10, 9, 8, 7, 6, 5, 4, 3, 1, 2];
    const found = associationOf(units(scores.map((score, index) => [score, absences[index] ?? 0] as const)));
    expect(found?.correlation).toBeCloseTo(-0.98788, 5);
    expect(found?.units).toBe(10);
    expect(found?.low).toBeLessThan(-0.98788);
    expect(found?.high).toBeGreaterThan(-0.98788);
    expect(found?.high).toBeLessThan(0);
  });

  it('is none with fewer than ten units, or where nothing differs', () => {
    expect(associationOf(units([[1, 2]]))).toBeNull();
    expect(associationOf(units(Array.from({ length: 12 }, (_, index) => [50, index])))).toBeNull();
  });

  it('lets equal values share a rank', () => {
    const found = associationOf(units(Array.from({ length: 12 }, (_, index) => [index % 2, index % 2])));
    expect(found).toEqual({ correlation: 1, low: 1, high: 1, units: 12 });
  });
});

describe('the intervals of absence', () => {
  it('of a rate follows from how far people differ', () => {
    // 1.959964 × 2.16 / √100 = 0.42335: 5 % × e^±0.42335.
    const found = absenceInterval(0.05, 100);
    expect(found?.low).toBeCloseTo(0.03274, 5);
    expect(found?.high).toBeCloseTo(0.07635, 5);
    expect(absenceInterval(0, 100)).toBeNull();
    expect(absenceInterval(0.05, 0)).toBeNull();
  });

  it('of spells is that of a count', () => {
    // The exact interval of 10 is 4.795 to 18.39.
    const found = spellsInterval(10, 1);
    expect(found?.low).toBeCloseTo(4.79, 1);
    expect(found?.high).toBeCloseTo(18.39, 1);
    expect(spellsInterval(0, 2)?.low).toBe(0);
    expect(spellsInterval(0, 2)?.high).toBeCloseTo(3.69 / 2, 1);
  });
});
