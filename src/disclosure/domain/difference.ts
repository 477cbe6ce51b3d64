import { common, isWithin, monthOf, overlaps, unitOf, without, type Atoms } from './atoms.js';
import type { Judge } from './judge.js';
import { isTelling } from './reason.js';

/** A figure that has left the house. */
export interface EarlierCell {
  readonly atoms: Atoms;
  /** What was released of each quantity of the measure; none where so few digits were told that no change shows. */
  readonly amounts: readonly number[];
  /** When its data were read, as PostgreSQL writes an instant. */
  readonly readAt: string;
}

/** Whether what has changed in these pieces since an earlier release tells about too few. */
export type ChangeTells = (overlap: Atoms, earlier: EarlierCell) => boolean;

const sameParts = (atoms: Atoms, others: Atoms, partOf: (atom: string) => string): boolean => {
  const [parts, otherParts] = [new Set([...atoms].map(partOf)), new Set([...others].map(partOf))];
  return parts.size === otherParts.size && [...parts].every((part) => otherParts.has(part));
};

/**
 * Overlapping cells of which one minus the other says something: one within the other, the same workplaces or the same
 * months. A workplace's quarter and a month of all workplaces only cross each other.
 */
const areComparable = (atoms: Atoms, others: Atoms): boolean =>
  overlaps(atoms, others) &&
  (isWithin(atoms, others) ||
    isWithin(others, atoms) ||
    sameParts(atoms, others, unitOf) ||
    sameParts(atoms, others, monthOf));

/**
 * The difference rule: a cell is hidden when, beside an earlier release of the same measure whose person-days overlap
 * with its own, it would tell about too few. Looked at are the person-days that only one of the two covers (a quarter
 * after its half-year, another set of workplaces) and what has changed in those that both cover (late registrations,
 * corrections). Disjoint months are not compared.
 */
export const mindingEarlier = (
  judge: Judge,
  released: readonly EarlierCell[],
  changeTells: ChangeTells,
): Judge => {
  const tells = (atoms: Atoms): boolean => isTelling(judge.reason(atoms));
  const tellsBeside = (atoms: Atoms, earlier: EarlierCell): boolean =>
    tells(without(atoms, earlier.atoms)) ||
    tells(without(earlier.atoms, atoms)) ||
    (earlier.amounts.length > 0 && changeTells(common(atoms, earlier.atoms), earlier));
  return {
    ...judge,
    reason: (atoms) => {
      const comparable = (): EarlierCell[] =>
        released.filter((earlier) => areComparable(earlier.atoms, atoms));
      return (
        judge.reason(atoms) ??
        (comparable().some((earlier) => tellsBeside(atoms, earlier)) ? 'difference' : null)
      );
    },
  };
};
