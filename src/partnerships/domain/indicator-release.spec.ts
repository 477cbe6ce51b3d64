import { AbsenceFootprints, type AbsenceFact } from '../../absence/index.js';
import { atomsOf, POLICY_LIMITS } from '../../disclosure/index.js';
import { localDate, type LocalDate } from '../../shared/local-date.js';
import { recoverable } from '../../../test/disclosure/linear-combinations.js';
import { decideFigures, type AskedFamily, type ReleaseGrounds } from './indicator-release.js';

const MONTHS = ['01', '02', '03', '04', '05', '06'].map((month) => localDate(`2026-${month}-01`));
const [QUARTER, NEXT] = [MONTHS.slice(0, 3), MONTHS.slice(3)];
/** Of the workplaces only the last is too small to be told of by itself. */
const PEOPLE: Readonly<Record<string, number>> = { a: 30, b: 25, c: 20, small: 8 };
const LARGE = ['a', 'b', 'c'];
const ALL = Object.keys(PEOPLE);

const staff = Object.entries(PEOPLE).map(([workplace, count], place) => ({
  workplace,
  persons: Array.from({ length: count }, (_, person) => 100 * place + person),
}));

/** Everybody was ill for two days a month, of which one short spell ended. */
const absences = staff.flatMap(({ workplace, persons }) =>
  MONTHS.map((month): AbsenceFact => {
    const each = (amount: number): number[] => persons.map(() => amount);
    const [none, one, two] = [each(0), each(1), each(2)];
    const days = { shortDays: two, mediumDays: none, longDays: none, cutDays: two };
    return { workplace, month, persons, ...days, begun: one, ended: one, grown: none };
  }),
);
const footprints = new AbsenceFootprints(
  staff.flatMap((each) => MONTHS.map((month) => ({ ...each, month }))),
  absences,
);

const left = (measure: string, units: readonly string[], months: readonly LocalDate[]) => ({
  measure,
  atoms: atomsOf(units, months),
  amounts: [],
  readAt: '',
});
const asked = (units: readonly string[], months: readonly LocalDate[]): AskedFamily => ({
  key: 'after',
  measure: 'days',
  units,
  months,
  parts: [],
});
const decide = (families: readonly AskedFamily[], earlier: ReleaseGrounds['earlier'] = []) =>
  decideFigures(families, { footprints, limits: POLICY_LIMITS, earlier }).map(({ key, reason }) => [
    key,
    reason,
  ]);

describe('figures of indicators by several exits', () => {
  it('leave where enough people stand behind them', () => {
    expect(decide([asked(ALL, QUARTER)])).toEqual([['after', null]]);
    expect(decide([asked(['small'], QUARTER)])).toEqual([['after', 'too-few-persons']]);
  });

  it('do not leave where a report less them tells of eight people, by hand', () => {
    // The report told of all but the small workplace; the arm's sum less that is the small workplace's.
    const report = [left('absence-days', LARGE, QUARTER)];
    expect(decide([asked(ALL, QUARTER)], report)).toEqual([['after', 'difference']]);
    // Workplace by workplace it is the same, though no two figures are of like groups.
    const each = LARGE.map((unit) => left('absence-days', [unit], QUARTER));
    expect(decide([asked(ALL, QUARTER)], each)).toEqual([['after', 'difference']]);
    // Spells are another quantity, and other months other days.
    expect(decide([asked(ALL, QUARTER)], [left('spells-ended', LARGE, QUARTER)])).toEqual([['after', null]]);
    expect(decide([asked(ALL, NEXT)], report)).toEqual([['after', null]]);
  });

  it('do not leave beside what the lab told of other workplaces, over longer months', () => {
    const lab = [left('absence-days', LARGE, MONTHS), left('absence-days', ALL, NEXT)];
    // Half a year of three, a quarter of four and a quarter of three: the first gives the third, the second the rest.
    expect(decide([asked(LARGE, QUARTER)], lab)).toEqual([['after', 'difference']]);
  });

  it('leave no sum of too few to be worked out by adding and subtracting, whatever left before', () => {
    const earlier = [
      left('absence-days', ALL, MONTHS),
      left('absence-days', LARGE, NEXT),
      left('absence-days', ['a'], QUARTER),
    ];
    const families = [
      { ...asked(ALL, MONTHS), parts: [] },
      { ...asked(LARGE, MONTHS), key: 'large' },
      {
        ...asked(ALL, QUARTER),
        key: 'quarter',
        parts: ALL.map((unit) => ({ key: unit, units: [unit], months: QUARTER })),
      },
    ];
    const decided = decideFigures(families, { footprints, limits: POLICY_LIMITS, earlier });
    const shown = decided.filter(({ reason }) => reason === null);
    expect(shown.length).toBeGreaterThan(0);
    const known = [
      ...earlier.map(({ atoms }) => atoms),
      ...shown.map((one) => atomsOf(one.units, one.months)),
    ];
    const settles = recoverable([...atomsOf(ALL, MONTHS)], known);
    for (const months of [QUARTER, NEXT, MONTHS]) expect(settles(atomsOf(['small'], months))).toBe(false);
  });
});
