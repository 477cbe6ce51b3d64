import { localDate } from '../../shared/local-date.js';
import { placed, type UnitVersion } from './unit-history.js';
import { unitsOfPaths, type WantedUnit } from './units-of-paths.js';

const day = localDate;
const AS_OF = day('2026-06-30');

const find = (versions: UnitVersion[], ...wanted: [string, string][]) => {
  let next = 0;
  const units = wanted.map(([path, from]): WantedUnit => ({ path: path.split('/'), from: day(from) }));
  const found = unitsOfPaths(versions, units, AS_OF, () => `new${(next += 1)}`);
  expect(placed(found.versions)).toHaveProperty('ok');
  return found;
};
const version = (
  unitId: string,
  name: string,
  parentId: string | null,
  from: string,
  to: string | null = null,
): UnitVersion => ({
  unitId,
  name,
  parentId,
  kind: parentId === null ? 'workplace' : 'team',
  from: day(from),
  to: to === null ? null : day(to),
});

describe('the units a roster names', () => {
  it('makes a workplace, departments and a team from the first day anybody was there', () => {
    const found = find(
      [],
      ['Ældre/Nord/Team 1', '1990-01-01'],
      ['Ældre/Nord/Team 2', '1981-01-01'],
      ['Skole', '2001-08-01'],
    );
    expect(found.unitIds).toEqual(['new3', 'new4', 'new5']);
    expect(found.made).toHaveLength(5);
    expect(found.versions).toEqual([
      { unitId: 'new1', name: 'Ældre', kind: 'workplace', parentId: null, from: '1981-01-01', to: null },
      { unitId: 'new2', name: 'Nord', kind: 'department', parentId: 'new1', from: '1981-01-01', to: null },
      { unitId: 'new3', name: 'Team 1', kind: 'team', parentId: 'new2', from: '1990-01-01', to: null },
      { unitId: 'new4', name: 'Team 2', kind: 'team', parentId: 'new2', from: '1981-01-01', to: null },
      { unitId: 'new5', name: 'Skole', kind: 'workplace', parentId: null, from: '2001-08-01', to: null },
    ]);
  });

  it('finds units by the names they have on the day of the file', () => {
    const tree = [
      version('a', 'Ældre', null, '2000-01-01'),
      version('b', 'Nord', 'a', '2000-01-01', '2020-12-31'),
      version('b', 'Nordpå', 'a', '2021-01-01'),
    ];
    expect(find(tree, ['Ældre/Nordpå', '2010-01-01'])).toMatchObject({
      unitIds: ['b'],
      made: [],
      versions: tree,
    });
    expect(find(tree, ['Ældre/Nord', '2026-06-30'])).toMatchObject({ unitIds: ['new1'], made: ['new1'] });
  });

  it('tells two units of one name apart by what they stand below', () => {
    const tree = [
      version('a', 'A', null, '2000-01-01'),
      version('b', 'B', null, '2000-01-01'),
      version('n', 'Nord', 'a', '2000-01-01'),
    ];
    expect(find(tree, ['A/Nord', '2026-01-01'], ['B/Nord', '2026-01-01']).unitIds).toEqual(['n', 'new1']);
  });

  it('lets a unit, and all above it, begin earlier where people were in it earlier', () => {
    const tree = [version('a', 'A', null, '2010-01-01'), version('n', 'Nord', 'a', '2015-01-01')];
    expect(find(tree, ['A/Nord', '1998-01-01']).versions).toEqual([
      version('a', 'A', null, '1998-01-01'),
      version('n', 'Nord', 'a', '1998-01-01'),
    ]);
  });

  it('makes a unit below a closing one close with it, and one of a closed name anew', () => {
    const tree = [
      version('a', 'A', null, '2010-01-01', '2026-12-31'),
      version('g', 'Gone', null, '2010-01-01', '2020-12-31'),
    ];
    expect(find(tree, ['A/Nord', '2026-01-01']).versions.at(-1)).toMatchObject({
      unitId: 'new1',
      to: '2026-12-31',
    });
    expect(find(tree, ['Gone', '2026-01-01']).unitIds).toEqual(['new1']);
  });

  it('finds a unit that opens after the day of the file rather than make a second', () => {
    expect(find([version('s', 'Soon', null, '2026-09-01')], ['Soon', '2026-09-01']).unitIds).toEqual(['s']);
  });
});
