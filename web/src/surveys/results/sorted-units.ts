import type { BesideUnit } from './views';

const VALUES: Record<string, (unit: BesideUnit) => number | null> = {
  score: ({ mean }) => mean,
  rate: ({ absenceRate }) => absenceRate?.value ?? null,
  spells: ({ spells }) => spells?.value ?? null,
  years: ({ personYears }) => personYears,
};

const byName = (one: BesideUnit, other: BesideUnit): number => one.name.localeCompare(other.name, 'da');

/** By a column, a minus before it turns the order round; units without a figure stand last either way. */
export const sortedUnits = (units: readonly BesideUnit[], sort: string): BesideUnit[] => {
  const turned = sort.startsWith('-');
  const valueOf = VALUES[turned ? sort.slice(1) : sort];
  if (valueOf === undefined)
    return units.toSorted((one, other) => (turned ? byName(other, one) : byName(one, other)));
  const known = units.filter((unit) => valueOf(unit) !== null);
  const step = (one: BesideUnit, other: BesideUnit): number =>
    (valueOf(one) ?? 0) - (valueOf(other) ?? 0) || byName(one, other);
  return [
    ...known.toSorted((one, other) => (turned ? step(other, one) : step(one, other))),
    ...units.filter((unit) => valueOf(unit) === null).toSorted(byName),
  ];
};
