import { drawnLine, expectedLine, lastTold, linesOf, overlap } from './cohort-lines';
import type { CohortCell, CohortCurve } from '../views';

const curve = (points: CohortCurve['points'], expected: CohortCurve['expected'] = []): CohortCurve => ({
  points,
  expected,
});
const point = (day: number, value: number) => ({ day, value, low: value - 0.1, high: value + 0.1 });
const cellOf = (cell: CohortCell['cell'], persons: number, firstAbsence: CohortCurve): CohortCell => ({
  cell,
  persons,
  reason: null,
  figures: { firstAbsence, spells: curve([]), stay: curve([]), checkIns: [] },
});

describe('a curve of a cohort', () => {
  it('is straight between two days that are told, and ends with the last', () => {
    const drawn = drawnLine('firstAbsence', curve([point(91, 0.8)]));
    expect(drawn[0]).toEqual({ value: 1, low: 1, high: 1, told: true });
    expect(drawn[1]?.value).toBeCloseTo(1 - (0.2 * 31) / 61, 12);
    expect(drawn[2]).toEqual({
      value: 0.8,
      low: expect.closeTo(0.7, 12),
      high: expect.closeTo(0.9, 12),
      told: true,
    });
    expect(drawn[3]).toBeNull();
  });

  it('begins at nothing for what is counted', () => {
    expect(drawnLine('spells', curve([]))[0]).toEqual({ value: 0, low: 0, high: 0, told: false });
  });

  it('is compared on the last day that every group is told by', () => {
    const both = linesOf(
      [
        cellOf('most', 30, curve([point(91, 0.8), point(365, 0.5)])),
        cellOf('fewer', 10, curve([point(91, 0.7)])),
      ],
      'firstAbsence',
    );
    expect(lastTold(both)?.day).toBe(91);
    expect(lastTold(both)?.figures.map(({ figure }) => figure.value)).toEqual([0.8, 0.7]);
    expect(lastTold([])).toBeNull();
  });

  it('has beside it what was expected of all, by how many they are', () => {
    const expected = (value: number) => [{ day: 365, value }];
    const both = linesOf(
      [cellOf('most', 30, curve([], expected(0.6))), cellOf('fewer', 10, curve([], expected(0.2)))],
      'firstAbsence',
    );
    expect(expectedLine(both, 'firstAbsence')?.at(-1)).toBeCloseTo(0.5, 12);
    expect(expectedLine(linesOf([cellOf('all', 12, curve([]))], 'firstAbsence'), 'firstAbsence')).toBeNull();
  });

  it('differs clearly only where the intervals are apart', () => {
    expect(overlap({ value: 0.5, low: 0.4, high: 0.6 }, { value: 0.7, low: 0.6, high: 0.8 })).toBe(true);
    expect(overlap({ value: 0.5, low: 0.4, high: 0.59 }, { value: 0.7, low: 0.6, high: 0.8 })).toBe(false);
  });
});
