import { newcomerGroups } from './newcomer-groups.js';

const UNITS = [
  { id: 'town', parentId: null, kind: 'department', path: ['town'] },
  { id: 'school', parentId: 'town', kind: 'workplace', path: ['town', 'school'] },
  { id: 'home', parentId: 'town', kind: 'workplace', path: ['town', 'home'] },
  { id: 'home-a', parentId: 'home', kind: 'team', path: ['town', 'home', 'home-a'] },
  { id: 'home-b', parentId: 'home', kind: 'team', path: ['town', 'home', 'home-b'] },
];

describe('newcomerGroups', () => {
  it('opens a workplace once enough new employees of its teams wait', () => {
    const waiting = new Map([
      ['home-a', 3],
      ['home-b', 2],
      ['school', 4],
    ]);
    expect(newcomerGroups(UNITS, waiting, 5)).toEqual([
      { unitId: 'home', invited: 5, units: ['home-a', 'home-b'] },
    ]);
  });

  it('gathers those outside of any workplace at the top', () => {
    expect(newcomerGroups(UNITS, new Map([['town', 6]]), 5)).toEqual([
      { unitId: 'town', invited: 6, units: ['town'] },
    ]);
  });

  it('lets fewer wait', () => expect(newcomerGroups(UNITS, new Map([['school', 4]]), 5)).toEqual([]));
});
