/**
 * The smallest pieces that released figures are made of: one workplace in one calendar month, by its first day.
 * Every cell is a set of them, so that cells of different groups and periods can be compared.
 */
export type Atoms = ReadonlySet<string>;

export const atomOf = (unitId: string, month: string): string => `${unitId} ${month}`;

export const unitOf = (atom: string): string => atom.slice(0, atom.indexOf(' '));

export const monthOf = (atom: string): string => atom.slice(atom.indexOf(' ') + 1);

export const atomsOf = (unitIds: readonly string[], months: readonly string[]): Atoms =>
  new Set(unitIds.flatMap((unitId) => months.map((month) => atomOf(unitId, month))));

export const without = (atoms: Atoms, others: Atoms): Atoms =>
  new Set([...atoms].filter((atom) => !others.has(atom)));

export const common = (atoms: Atoms, others: Atoms): Atoms =>
  new Set([...atoms].filter((atom) => others.has(atom)));

export const isWithin = (atoms: Atoms, others: Atoms): boolean =>
  [...atoms].every((atom) => others.has(atom));

export const overlaps = (atoms: Atoms, others: Atoms): boolean => [...atoms].some((atom) => others.has(atom));
