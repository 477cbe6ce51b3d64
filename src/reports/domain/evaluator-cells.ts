import {
  absenceChangeTells,
  absenceJudge,
  atomsOf,
  common,
  isTelling,
  type Atoms,
  type DisclosureLimits,
  type Reason,
} from '../../disclosure/index.js';
import type { LocalDate } from '../../shared/local-date.js';
import { monthsOf, type Period } from '../../shared/period.js';
import type { Released } from './decisions.js';
import { CELL_QUANTITIES, type CellQuantity, type ReportFacts } from './facts.js';
import { groupsOf } from './group.js';

export interface CellUnit {
  readonly unitId: string;
  readonly sector: string;
  readonly arm: 'in' | 'comparison';
}

/** What the decisions about cells rest on. */
export interface CellGrounds {
  readonly units: readonly CellUnit[];
  readonly period: Period;
  readonly facts: ReportFacts;
  readonly limits: DisclosureLimits;
  /** What has left the house before, cells month by month. */
  readonly released: readonly Released[];
}

/** For every workplace why its months are hidden, or null where every one of them is shown. */
export type CellDecisions = ReadonlyMap<string, Reason | null>;

/** Workplaces of which a reader may know the sum, in some months. */
interface KnownSum {
  readonly units: readonly string[];
  readonly months: readonly LocalDate[];
}

interface Rule {
  readonly months: readonly LocalDate[];
  readonly everything: Atoms;
  readonly earlier: readonly Released[];
  reason(units: readonly string[], month: LocalDate): Reason | null;
  size(unit: string): number;
  changeTells(cell: Released): boolean;
}

const ruleOf = (quantity: CellQuantity, grounds: CellGrounds): Rule => {
  const { facts, limits, period } = grounds;
  const months = monthsOf(period);
  const everything = atomsOf(
    grounds.units.map(({ unitId }) => unitId),
    months,
  );
  const footprintOf = (atoms: Atoms, knownAt?: string) => facts.footprint(quantity, atoms, knownAt);
  const judge = absenceJudge(footprintOf, limits);
  const changeTells = absenceChangeTells(footprintOf, limits);
  return {
    months,
    everything,
    earlier: grounds.released.filter(
      (cell) => cell.measure === quantity && common(cell.atoms, everything).size > 0,
    ),
    reason: (units, month) => judge.reason(atomsOf(units, [month])),
    size: (unit) => judge.size(atomsOf([unit], months)),
    changeTells: (cell) => changeTells(common(cell.atoms, everything), cell),
  };
};

const smallestOf = (units: readonly string[], { size }: Rule): string | undefined =>
  units
    .map((unit) => ({ unit, persons: size(unit) }))
    .filter(({ persons }) => persons > 0)
    .sort((a, b) => a.persons - b.persons || (a.unit < b.unit ? -1 : 1))[0]?.unit;

/** A month that tells about too few hides the workplace in all of them: a row with a gap would say which month it was. */
const alone = (unit: string, { months, reason }: Rule): Reason | null =>
  months.map((month) => reason([unit], month)).find(isTelling) ?? null;

/** What was told before of a sum, and what it has become by late registrations of too few: one part of it stays hidden. */
const hideTellingChanges = (decided: Map<string, Reason | null>, rule: Rule): void => {
  for (const cell of rule.earlier) {
    const units = cell.units.filter((unit) => decided.has(unit));
    if (units.length < cell.units.length || units.some((unit) => decided.get(unit) !== null)) continue;
    // Of what was told to few digits no change shows.
    if (cell.amounts.length === 0 || !rule.changeTells(cell)) continue;
    const smallest = smallestOf(units, rule);
    if (smallest) decided.set(smallest, 'difference');
  }
};

const isOf = ({ atoms }: Released, month: LocalDate): boolean =>
  [...atoms].some((atom) => atom.endsWith(month));

/** Sums that reports show, or may come to show: of the partnership, of the comparison by sector, and all shown before. */
const knownSums = ({ units }: CellGrounds, { months, earlier }: Rule): KnownSum[] => [
  ...groupsOf(units)
    .filter(({ kind }) => kind !== 'workplace')
    .map((group) => ({ units: group.units, months })),
  ...earlier
    .filter((cell) => cell.units.length > 1)
    .map((cell) => ({ units: cell.units, months: months.filter((month) => isOf(cell, month)) })),
];

/**
 * Hides further workplaces until what is left of every known sum, in every month, is that of enough: what has been told
 * of a workplace by itself before counts as known and protects nobody.
 */
const hideComplementary = (decided: Map<string, Reason | null>, sums: KnownSum[], rule: Rule): void => {
  const known = new Set(rule.earlier.flatMap(({ units }) => (units.length === 1 ? units : [])));
  for (const { units, months } of sums) {
    for (;;) {
      const rest = units.filter((unit) => (decided.get(unit) ?? null) !== null && !known.has(unit));
      const tells = rest.length > 0 && months.some((month) => isTelling(rule.reason(rest, month)));
      const shown = units.filter((unit) => decided.get(unit) === null && !known.has(unit));
      const next = tells ? smallestOf(shown, rule) : undefined;
      if (!next) break;
      decided.set(next, 'complementary');
    }
  }
};

const decide = (
  quantity: CellQuantity,
  grounds: CellGrounds,
  above: CellDecisions | undefined,
): CellDecisions => {
  const rule = ruleOf(quantity, grounds);
  const decided = new Map(
    grounds.units.map(({ unitId }): [string, Reason | null] => [
      unitId,
      alone(unitId, rule) ?? ((above?.get(unitId) ?? null) === null ? null : 'dependent'),
    ]),
  );
  hideTellingChanges(decided, rule);
  const sums = knownSums(grounds, rule);
  // Hiding for one sum changes what is left of another: again, until nothing changes.
  for (let before = -1, hidden = 0; hidden !== before;) {
    before = hidden;
    hideComplementary(decided, sums, rule);
    hidden = [...decided.values()].filter((reason) => reason !== null).length;
  }
  return decided;
};

/** Add up to the days, or are all of them where nobody was absent for long. */
const PARTS_OF_DAYS: readonly CellQuantity[] = ['days-by-length', 'days-cut-at-30'];

/**
 * Decides of which workplaces an evaluator gets the months of a calendar cut: of each all or none (definitions 6.1).
 * No month may tell about too few, nothing may be worked out from sums that a reader knows, and nothing from what was
 * released before. What is a part of the days is not shown without them.
 */
export const decideCells = (grounds: CellGrounds): ReadonlyMap<CellQuantity, CellDecisions> => {
  const decided = new Map<CellQuantity, CellDecisions>();
  for (const quantity of CELL_QUANTITIES) {
    const above = PARTS_OF_DAYS.includes(quantity) ? decided.get('absence-days') : undefined;
    decided.set(quantity, decide(quantity, grounds, above));
  }
  return decided;
};
