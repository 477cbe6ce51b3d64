import { atomsOf, monthOf, unitOf, type Atoms } from './atoms.js';
import { mindingEarlier, type ChangeTells, type EarlierCell } from './difference.js';
import { decideFamily, everyCell, type Decisions, type FamilyCell } from './family.js';
import { remembering, type Judge } from './judge.js';
import { isTelling, type Reason } from './reason.js';
import { spanOf } from './span.js';

/** One measure's additive family that is to leave the house, and what of the measure has left it before. */
export interface Release {
  readonly root: FamilyCell;
  readonly judge: Judge;
  readonly changeTells: ChangeTells;
  readonly earlier: readonly EarlierCell[];
  /** Keys of cells that are hidden for a reason from outside the family. */
  readonly withheld?: ReadonlyMap<string, Reason>;
}

/** Up to so many workplaces every group of them is tried, above it groups of one and two. */
const EVERY_GROUP_UP_TO = 5;

const everyGroup = (units: readonly string[]): string[][] =>
  units.reduce<string[][]>((groups, unit) => [...groups, ...groups.map((group) => [...group, unit])], [[]]);

const groupsOf = (units: readonly string[]): string[][] =>
  units.length <= EVERY_GROUP_UP_TO
    ? everyGroup(units)
    : units.flatMap((unit, index) => [[unit], ...units.slice(index + 1).map((other) => [unit, other])]);

const yearOf = (atom: string): string => monthOf(atom).slice(0, 4);

/** The periods that figures are released for: months, quarters, half-years and the year, each as its months. */
const fixedCutsOf = (year: string): string[][] => {
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}-01`);
  return [1, 3, 6, 12].flatMap((length) =>
    Array.from({ length: 12 / length }, (_, index) => months.slice(index * length, (index + 1) * length)),
  );
};

/**
 * Groups of workplaces in fixed periods that are too few and that a reader of all these cells might work out. Together
 * with others that are enough, or too few themselves, a workplace that is too few may still be; without one nobody is.
 */
const suspects = (known: readonly Atoms[], judge: Judge): Atoms[] => {
  const atoms = [...new Set(known.flatMap((cell) => [...cell]))];
  const months = new Set(atoms.map(monthOf));
  const units = [...new Set(atoms.map(unitOf))];
  const tells = (group: Atoms): boolean => isTelling(judge.reason(group));
  return [...new Set(atoms.map(yearOf))]
    .flatMap(fixedCutsOf)
    .map((cut) => cut.filter((month) => months.has(month)))
    .filter((cut) => cut.length > 0)
    .flatMap((cut) => {
      const few = new Set(units.filter((unit) => tells(atomsOf([unit], cut))));
      const groups =
        few.size === 0 ? [] : groupsOf(units).filter((group) => group.some((unit) => few.has(unit)));
      return groups.map((group) => atomsOf(group, cut)).filter(tells);
    });
};

/** The smallest shown cell without which no telling group can be worked out from this and earlier releases. */
const nextToWithhold = (
  release: Release,
  earlier: readonly Atoms[],
  decisions: Decisions,
): FamilyCell | undefined => {
  const shown = everyCell(release.root).filter((cell) => decisions.get(cell.key) === null);
  const known = [...earlier, ...shown.map((cell) => cell.atoms)];
  const [canBeWorkedOut, couldBefore] = [spanOf(known), spanOf(earlier)];
  const telling = suspects(known, release.judge).find(
    (group) => canBeWorkedOut(group) && !couldBefore(group),
  );
  if (!telling) return undefined;
  const bySize = shown
    .map((cell) => ({ cell, size: release.judge.size(cell.atoms) }))
    .sort((a, b) => a.size - b.size || (a.cell.key < b.cell.key ? -1 : 1));
  const protects = bySize.find(({ cell }) => !spanOf(known.filter((atoms) => atoms !== cell.atoms))(telling));
  return (protects ?? bySize[0])?.cell;
};

/** A cell that is hidden without any earlier release keeps that reason, so that a report says the same again. */
const withReasonsOf = (alone: Decisions, decisions: Decisions): Decisions =>
  new Map([...decisions].map(([key, reason]) => [key, reason === null ? null : (alone.get(key) ?? reason)]));

/**
 * Decides which cells of a family are shown, by themselves, beside each other and beside every earlier release. The
 * last is held to by algebra: as long as any group of workplaces that is too few can be worked out from all released
 * cells together (three quarters taken from a year, a hidden workplace in one quarter and another in the next), the
 * smallest cell that makes it possible is hidden.
 */
export const decideRelease = (asked: Release): Decisions => {
  const release = { ...asked, judge: remembering(asked.judge) };
  const judge = remembering(mindingEarlier(release.judge, release.earlier, release.changeTells));
  const years = new Set([...release.root.atoms].map(yearOf));
  const earlier = release.earlier
    .map((cell) => cell.atoms)
    .filter((atoms) => [...atoms].some((atom) => years.has(yearOf(atom))));
  const alone = decideFamily(release.root, release.judge, release.withheld);
  let withheld = release.withheld ?? new Map<string, Reason>();
  for (;;) {
    const decisions = decideFamily(release.root, judge, withheld);
    const next = earlier.length > 0 ? nextToWithhold(release, earlier, decisions) : undefined;
    if (!next) return withReasonsOf(alone, decisions);
    withheld = new Map(withheld).set(next.key, 'difference');
  }
};
