import {
  absenceJudge,
  atomOf,
  decideRelease,
  isSmallCount,
  isTelling,
  type Atoms,
  type Footprint,
  type OutputNumbers,
  type Reason,
} from '../../disclosure/index.js';
import { figuresOf, type CohortFigures } from './cohort-figures.js';
import { COHORT_GROUPS, groupOf, type CohortGroup, type CohortPerson } from './cohort-person.js';

export const COHORT_CELLS = ['all', ...COHORT_GROUPS] as const;
export type CohortCellName = (typeof COHORT_CELLS)[number];

/** A group of a year's new employees: its figures, or why it has none. */
export interface CohortCell {
  readonly cell: CohortCellName;
  /** Null for one to four. */
  readonly persons: number | null;
  readonly reason: Reason | null;
  readonly figures: CohortFigures | null;
}

const atomsOfPeople = (people: readonly CohortPerson[]): Atoms =>
  new Set(people.map((person) => atomOf(groupOf(person) ?? '', person.startMonth)));

const footprintsOf =
  (people: readonly CohortPerson[]) =>
  (atoms: Atoms): Footprint => {
    const found = people.filter((person) => atoms.has(atomOf(groupOf(person) ?? '', person.startMonth)));
    return {
      persons: new Set(found.map(({ key }) => key)).size,
      amounts: [new Map(found.map(({ key, spells }) => [key, spells.length]))],
    };
  };

/**
 * Which groups of a year's new employees are told of (definitions 6.1), and what. Everybody together stands for both
 * groups only where one of them is too small: both beside their sum would say nothing more.
 *
 * @param people the year's new employees
 * @param before those who were new in the years before, for what was to be expected
 */
export const cohortCells = (
  people: readonly CohortPerson[],
  before: readonly CohortPerson[],
  limits: OutputNumbers,
): CohortCell[] => {
  const all = people.filter((person) => groupOf(person) !== null);
  const inGroup = (group: CohortGroup): CohortPerson[] => all.filter((person) => groupOf(person) === group);
  const parts = COHORT_GROUPS.map((key) => ({ key, atoms: atomsOfPeople(inGroup(key)), parts: [] }));
  const decisions = decideRelease({
    root: { key: 'all', atoms: atomsOfPeople(all), parts },
    judge: absenceJudge(footprintsOf(all), limits),
    // A year is told of once, and nobody is new in two of them on the same days.
    changeTells: () => true,
    earlier: [],
  });
  const cellOf = (cell: CohortCellName, of: readonly CohortPerson[]): CohortCell => {
    const reason = decisions.get(cell) ?? null;
    return {
      cell,
      persons: isSmallCount(of.length, limits) ? null : of.length,
      reason,
      figures: reason === null ? figuresOf({ people: of, before, limits }) : null,
    };
  };
  const groups = COHORT_GROUPS.map((group) => cellOf(group, inGroup(group)));
  const isSplit = groups.every(({ reason }) => !isTelling(reason)) && groups.some(({ figures }) => figures);
  return isSplit ? groups : [cellOf('all', all), ...groups.map(withoutFigures)];
};

const withoutFigures = (cell: CohortCell): CohortCell => ({
  ...cell,
  figures: null,
  reason: cell.reason ?? 'complementary',
});
