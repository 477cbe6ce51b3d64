import { atomsOf, without, type Atoms } from './atoms.js';
import type { HiddenPart, Judge } from './judge.js';
import { isTelling, type Reason } from './reason.js';

/** A cell of a table and the disjoint cells that it is the sum of. */
export interface FamilyCell {
  readonly key: string;
  readonly atoms: Atoms;
  readonly parts: readonly FamilyCell[];
}

/** Some units in some months, as one cell. */
export const familyCell = (
  key: string,
  unitIds: readonly string[],
  months: readonly string[],
  parts: readonly FamilyCell[] = [],
): FamilyCell => ({ key, atoms: atomsOf(unitIds, months), parts });

/** Some units in some months together, and those of them that are told by themselves. */
export const unitFamily = (
  key: string,
  unitIds: readonly string[],
  months: readonly string[],
  told: readonly string[] = unitIds,
): FamilyCell =>
  familyCell(
    key,
    unitIds,
    months,
    told.map((unitId) => familyCell(unitId, [unitId], months)),
  );

/** For each cell's key why it is hidden, or null where its figure is shown. */
export type Decisions = ReadonlyMap<string, Reason | null>;

export const everyCell = (cell: FamilyCell): FamilyCell[] => [cell, ...cell.parts.flatMap(everyCell)];

const isShown = (decisions: Decisions, cell: FamilyCell): boolean => decisions.get(cell.key) === null;

/** The largest cells below this one whose figures are shown. */
const shownBelow = (cell: FamilyCell, decisions: Decisions): FamilyCell[] =>
  cell.parts.flatMap((part) => (isShown(decisions, part) ? [part] : shownBelow(part, decisions)));

const hiddenLeavesBelow = (cell: FamilyCell, decisions: Decisions): HiddenPart[] =>
  cell.parts.flatMap((part) => {
    const reason = decisions.get(part.key) ?? null;
    if (reason === null) return [];
    return part.parts.length === 0 ? [{ atoms: part.atoms, reason }] : hiddenLeavesBelow(part, decisions);
  });

/** Whether what is left of a shown sum, its shown parts taken away, tells about too few. */
const remainderTells = (cell: FamilyCell, judge: Judge, decisions: Decisions): boolean => {
  const remainder = shownBelow(cell, decisions).reduce((left, part) => without(left, part.atoms), cell.atoms);
  if (remainder.size === 0) return false;
  if (isTelling(judge.reason(remainder))) return true;
  return judge.givesAway?.(hiddenLeavesBelow(cell, decisions)) ?? false;
};

const smallest = (cells: readonly FamilyCell[], judge: Judge): FamilyCell | undefined =>
  cells
    .map((cell) => ({ cell, size: judge.size(cell.atoms) }))
    .filter(({ size }) => size > 0)
    .sort((a, b) => a.size - b.size || (a.cell.key < b.cell.key ? -1 : 1))[0]?.cell;

/** The next cell to hide so that no remainder tells: the smallest shown part, or the sum itself when none is left. */
const nextToHide = (root: FamilyCell, judge: Judge, decisions: Decisions): FamilyCell | undefined => {
  const telling = everyCell(root).find(
    (cell) => cell.parts.length > 0 && isShown(decisions, cell) && remainderTells(cell, judge, decisions),
  );
  return telling && (smallest(shownBelow(telling, decisions), judge) ?? telling);
};

/**
 * Decides which cells of an additive family are shown (definitions 6.1-6.2). First each by itself; then, wherever a
 * shown sum minus its shown parts would tell about too few, the next smallest part is hidden too. In a family without
 * overlaps whatever can be worked out from the shown cells is made of such remainders, so no more is needed.
 *
 * @param withheld keys of cells that are hidden for a reason from outside the family.
 */
export const decideFamily = (
  root: FamilyCell,
  judge: Judge,
  withheld: ReadonlyMap<string, Reason> = new Map(),
): Decisions => {
  const alone = (cell: FamilyCell): Reason | null =>
    judge.reason(cell.atoms) ?? withheld.get(cell.key) ?? null;
  let decisions: Decisions = new Map(everyCell(root).map((cell) => [cell.key, alone(cell)]));
  for (;;) {
    const next = nextToHide(root, judge, decisions);
    if (!next) return decisions;
    decisions = new Map(decisions).set(next.key, 'complementary');
  }
};
