import fc from 'fast-check';
import { reportingGroups, type GroupedUnit } from './reporting-groups.js';

/** A municipality with a school (two teams) and a home for the elderly (three teams). */
const UNITS: readonly GroupedUnit[] = [
  { id: 'town', parentId: null },
  { id: 'school', parentId: 'town' },
  { id: 'home', parentId: 'town' },
  { id: 'school-a', parentId: 'school' },
  { id: 'school-b', parentId: 'school' },
  { id: 'home-a', parentId: 'home' },
  { id: 'home-b', parentId: 'home' },
  { id: 'home-night', parentId: 'home' },
];
const groupsOf = (invited: Readonly<Record<string, number>>, minimum = 5) =>
  reportingGroups(UNITS, new Map(Object.entries(invited)), minimum).map(
    ({ unitId, invited: people, units }) => [unitId, people, units.toSorted().join(' ')],
  );

describe('reportingGroups', () => {
  it('gives each unit that is large enough a group of its own', () => {
    expect(groupsOf({ 'school-a': 12, 'school-b': 5, 'home-a': 7 })).toEqual([
      ['school-a', 12, 'school-a'],
      ['school-b', 5, 'school-b'],
      ['home-a', 7, 'home-a'],
    ]);
  });

  it('lets small units share their parent’s', () => {
    expect(groupsOf({ 'home-a': 3, 'home-b': 2, 'home-night': 9, 'school-a': 6 })).toEqual([
      ['home', 5, 'home-a home-b'],
      ['school-a', 6, 'school-a'],
      ['home-night', 9, 'home-night'],
    ]);
  });

  it('goes further up where the parent has too few left over too', () => {
    // The home's own two and the night team's three stand for themselves; the school's three go up with the director.
    expect(groupsOf({ town: 2, home: 2, 'home-night': 3, 'school-b': 3, 'school-a': 8 })).toEqual([
      ['town', 5, 'school-b town'],
      ['home', 5, 'home home-night'],
      ['school-a', 8, 'school-a'],
    ]);
  });

  it('dissolves the smallest group where too few are left at the top', () => {
    expect(groupsOf({ 'home-night': 2, 'school-a': 8, 'school-b': 6 })).toEqual([
      [null, 8, 'home-night school-b'],
      ['school-a', 8, 'school-a'],
    ]);
  });

  it('makes none where the whole employer has too few', () => {
    expect(groupsOf({ 'home-a': 2, 'school-a': 2 })).toEqual([]);
    expect(groupsOf({})).toEqual([]);
  });

  it('puts everybody into exactly one group of at least the minimum, in any tree', () => {
    const tree = fc
      .array(fc.record({ up: fc.nat(), people: fc.nat(9) }), { minLength: 1, maxLength: 40 })
      .map((nodes) =>
        nodes.map(({ up, people }, index) => ({
          id: `u${index}`,
          parentId: index === 0 || up % 7 === 0 ? null : `u${up % index}`,
          people,
        })),
      );
    fc.assert(
      fc.property(tree, fc.integer({ min: 1, max: 12 }), (units, minimum) => {
        const invited = new Map(units.map(({ id, people }) => [id, people]));
        const total = units.reduce((sum, { people }) => sum + people, 0);
        const groups = reportingGroups(units, invited, minimum);
        if (total < minimum) return groups.length === 0;
        const placed = groups.flatMap((group) => group.units);
        expect(placed.toSorted()).toEqual(
          units
            .filter(({ people }) => people > 0)
            .map(({ id }) => id)
            .toSorted(),
        );
        expect(new Set(groups.map(({ unitId }) => unitId)).size).toBe(groups.length);
        for (const group of groups) {
          expect(group.invited).toBeGreaterThanOrEqual(minimum);
          expect(group.invited).toBe(group.units.reduce((sum, id) => sum + (invited.get(id) ?? 0), 0));
        }
        return true;
      }),
    );
  });
});
