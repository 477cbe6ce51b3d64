import { releasedFrom, rulesIn, staff, type World } from '../../../test/disclosure/world.js';
import { atomsOf, type Atoms } from './atoms.js';
import { mindingEarlier, type EarlierCell } from './difference.js';
import { POLICY_LIMITS } from './limits.js';

const Q1 = ['2026-01-01'];
const Q2 = ['2026-04-01'];
const HALF = [...Q1, ...Q2];

const judgeIn = (world: World, earlier: readonly EarlierCell[], then: World = world) => {
  const { judge, changeTells } = rulesIn(world, POLICY_LIMITS, then);
  return mindingEarlier(judge, earlier, changeTells);
};

describe('the difference rule', () => {
  const world: World = {
    'a 2026-01-01': staff(20, 8),
    'a 2026-04-01': staff(20, 2),
    'b 2026-01-01': staff(20, 8),
    'b 2026-04-01': staff(20, 9),
    'c 2026-01-01': staff(4, 1),
  };
  const after = (...released: Atoms[]) =>
    judgeIn(
      world,
      released.map((atoms) => releasedFrom(world, atoms)),
    );

  it('lets a half-year stand alone, and hides it after a quarter that leaves too few absent in the other', () => {
    expect(after().reason(atomsOf(['a'], HALF))).toBeNull();
    expect(after(atomsOf(['a'], Q1)).reason(atomsOf(['a'], HALF))).toBe('difference');
    expect(after(atomsOf(['b'], Q1)).reason(atomsOf(['b'], HALF))).toBeNull();
  });

  it('hides the quarter after the half-year as well', () => {
    expect(after(atomsOf(['a'], HALF)).reason(atomsOf(['a'], Q1))).toBe('difference');
    expect(after(atomsOf(['b'], HALF)).reason(atomsOf(['b'], Q2))).toBeNull();
  });

  it('compares a changed set of workplaces', () => {
    const [two, three] = [atomsOf(['a', 'b'], Q1), atomsOf(['a', 'b', 'c'], Q1)];
    expect(after(two).reason(three)).toBe('difference');
    expect(after(three).reason(two)).toBe('difference');
    expect(after(atomsOf(['a'], Q1)).reason(two)).toBeNull();
  });

  it('does not compare what only crosses', () => {
    expect(after(atomsOf(['a', 'b'], Q1)).reason(atomsOf(['b'], HALF))).toBeNull();
    expect(after(atomsOf(['b', 'c'], Q1)).reason(atomsOf(['a', 'b'], HALF))).toBeNull();
  });

  it('does not compare disjoint months', () => {
    expect(after(atomsOf(['b'], Q1)).reason(atomsOf(['b'], Q2))).toBeNull();
  });

  it('compares the same cell issued again with what has become known since', () => {
    const cell = atomsOf(['b'], Q1);
    const released = [releasedFrom(world, cell)];
    const later = (absent: number): World => ({ ...world, 'b 2026-01-01': staff(20, absent) });
    expect(judgeIn(world, released, world).reason(cell)).toBeNull();
    expect(judgeIn(later(9), released, world).reason(cell)).toBe('difference');
    expect(judgeIn(later(13), released, world).reason(cell)).toBeNull();
  });
});
