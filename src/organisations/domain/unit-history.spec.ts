import { localDate } from '../../shared/local-date.js';
import { placed, withChange, withClosure, type PlacedVersion, type UnitVersion } from './unit-history.js';

const day = localDate;
const version = (
  unitId: string,
  parentId: string | null,
  from = '2020-01-01',
  to: string | null = null,
): UnitVersion => ({
  unitId,
  from: day(from),
  to: to === null ? null : day(to),
  name: unitId,
  kind: parentId === null ? 'workplace' : 'team',
  parentId,
});

/** Vestby with two teams; Østby without. */
const tree = [
  version('vestby', null),
  version('aften', 'vestby'),
  version('nat', 'vestby'),
  version('østby', null),
];

const placedOk = (versions: readonly UnitVersion[]): PlacedVersion[] => {
  const outcome = placed(versions);
  if ('fault' in outcome) throw new Error(outcome.fault);
  return outcome.ok;
};
const changedOk = (
  versions: readonly UnitVersion[],
  change: Parameters<typeof withChange>[1],
): UnitVersion[] => {
  const outcome = withChange(versions, change);
  if ('fault' in outcome) throw new Error(outcome.fault);
  return outcome.ok;
};
const of = (unitId: string, versions: readonly PlacedVersion[]) =>
  versions
    .filter((one) => one.unitId === unitId)
    .map(({ from, to, name, path }) => ({ from, to, name, path }));

describe('the place of a unit', () => {
  it('is the way down to it from the top', () => {
    expect(of('nat', placedOk(tree))).toEqual([
      { from: '2020-01-01', to: null, name: 'nat', path: ['vestby', 'nat'] },
    ]);
  });

  it('changes for all below when a unit moves, and the past stays', () => {
    const moved = placedOk(changedOk(tree, { unitId: 'vestby', from: day('2026-05-01'), parentId: 'østby' }));
    expect(of('nat', moved)).toEqual([
      { from: '2020-01-01', to: '2026-04-30', name: 'nat', path: ['vestby', 'nat'] },
      { from: '2026-05-01', to: null, name: 'nat', path: ['østby', 'vestby', 'nat'] },
    ]);
    expect(of('østby', moved)).toHaveLength(1);
  });

  it('is not split by a new name of what is above', () => {
    const renamed = placedOk(changedOk(tree, { unitId: 'vestby', from: day('2026-05-01'), name: 'Vestbo' }));
    expect(of('vestby', renamed)).toEqual([
      { from: '2020-01-01', to: '2026-04-30', name: 'vestby', path: ['vestby'] },
      { from: '2026-05-01', to: null, name: 'Vestbo', path: ['vestby'] },
    ]);
    expect(of('nat', renamed)).toEqual(of('nat', placedOk(tree)));
  });

  it('may be below a unit in one time and above it in another', () => {
    const first = changedOk([...tree, version('dag', 'aften')], {
      unitId: 'dag',
      from: day('2026-05-01'),
      parentId: 'vestby',
    });
    const both = placedOk(changedOk(first, { unitId: 'aften', from: day('2026-06-01'), parentId: 'dag' }));
    expect(of('aften', both).map((one) => one.path)).toEqual([
      ['vestby', 'aften'],
      ['vestby', 'dag', 'aften'],
    ]);
  });
});

describe('changes that are refused', () => {
  it('a unit below itself', () => {
    const circle = changedOk(tree, { unitId: 'vestby', from: day('2026-05-01'), parentId: 'nat' });
    expect(placed(circle)).toEqual({ fault: 'below-itself' });
  });

  it('a parent that is not there all the time', () => {
    const closing = [...tree, version('syd', null, '2020-01-01', '2026-12-31')];
    const moved = changedOk(closing, { unitId: 'nat', from: day('2026-05-01'), parentId: 'syd' });
    expect(placed(moved)).toEqual({ fault: 'parent-not-there' });
  });

  it('a unit that does not stand on the day', () => {
    expect(withChange(tree, { unitId: 'nat', from: day('2019-12-31'), name: 'x' })).toEqual({
      fault: 'no-such-unit',
    });
    expect(withChange(tree, { unitId: 'syd', from: day('2026-01-01'), name: 'x' })).toEqual({
      fault: 'no-such-unit',
    });
  });
});

describe('a closure', () => {
  const closedOk = (...[versions, closure]: Parameters<typeof withClosure>): UnitVersion[] => {
    const outcome = withClosure(versions, closure);
    if ('fault' in outcome) throw new Error(outcome.fault);
    return outcome.ok;
  };

  it('is refused for a unit that does not stand', () => {
    expect(withClosure(placedOk(tree), { unitId: 'syd', from: day('2026-05-01') })).toEqual({
      fault: 'no-such-unit',
    });
  });

  it('closes what is below too, and leaves the past', () => {
    const closed = placedOk(closedOk(placedOk(tree), { unitId: 'vestby', from: day('2026-05-01') }));
    expect(of('vestby', closed).map((one) => one.to)).toEqual(['2026-04-30']);
    expect(of('nat', closed).map((one) => one.to)).toEqual(['2026-04-30']);
    expect(of('østby', closed).map((one) => one.to)).toEqual([null]);
  });

  it('leaves what was below it earlier but is not then', () => {
    const moved = placedOk(changedOk(tree, { unitId: 'nat', from: day('2026-01-01'), parentId: 'østby' }));
    const closed = placedOk(closedOk(moved, { unitId: 'vestby', from: day('2026-05-01') }));
    expect(of('nat', closed).map(({ to, path }) => ({ to, path }))).toEqual([
      { to: '2025-12-31', path: ['vestby', 'nat'] },
      { to: null, path: ['østby', 'nat'] },
    ]);
  });
});
