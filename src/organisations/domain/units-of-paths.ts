import type { LocalDate } from '../../shared/local-date.js';
import type { UnitKind, UnitVersion } from './unit-history.js';

/** A unit as a roster names it: by names from the top down, needed from a day on. */
export interface WantedUnit {
  readonly path: readonly string[];
  readonly from: LocalDate;
}

export interface FoundUnits {
  /** The id of each wanted path, in the order wanted. */
  readonly unitIds: readonly string[];
  /** The units that were not there. */
  readonly made: readonly string[];
  /** Every version, those made or begun earlier included. */
  readonly versions: readonly UnitVersion[];
}

/** A workplace at the top, a team at the bottom, departments in between. */
const kindAt = (level: number, levels: number): UnitKind => {
  if (level === 0) return 'workplace';
  return level === levels - 1 ? 'team' : 'department';
};

const earliestOf = (versions: readonly UnitVersion[]): UnitVersion | undefined =>
  versions.reduce<UnitVersion | undefined>(
    (found, version) => (found && found.from <= version.from ? found : version),
    undefined,
  );

/** The tree while it grows. */
class Tree {
  private readonly versions = new Map<string, UnitVersion[]>();
  private readonly byName = new Map<string, string[]>();
  readonly made: string[] = [];

  constructor(
    versions: readonly UnitVersion[],
    private readonly asOf: LocalDate,
    private readonly newId: () => string,
  ) {
    for (const version of versions) this.add(version);
  }

  all(): UnitVersion[] {
    return [...this.versions.values()].flat();
  }

  /** The unit of this name below a parent: the one that stands on the day of the file, else the next to come, else a new one. */
  below(parentId: string | null, name: string, kind: UnitKind, from: LocalDate): string {
    const found = this.find(parentId, name);
    if (found) return found;
    const unitId = this.newId();
    this.made.push(unitId);
    this.add({ unitId, from, to: this.endOf(parentId), name, kind, parentId });
    return unitId;
  }

  /** Makes a unit, and what it stood below, begin no later than a day. */
  beginBy(unitId: string | null, day: LocalDate): void {
    const own = unitId === null ? [] : (this.versions.get(unitId) ?? []);
    const first = earliestOf(own);
    if (!unitId || !first || first.from <= day) return;
    this.versions.set(
      unitId,
      own.map((version) => (version === first ? { ...version, from: day } : version)),
    );
    this.beginBy(first.parentId, day);
  }

  private find(parentId: string | null, name: string): string | undefined {
    const versions = (this.byName.get(keyOf(parentId, name)) ?? [])
      .flatMap((unitId) => this.versions.get(unitId) ?? [])
      .filter((version) => version.parentId === parentId && version.name === name);
    const standing = versions.find(({ from, to }) => from <= this.asOf && (to === null || this.asOf <= to));
    return (standing ?? earliestOf(versions.filter(({ from }) => from > this.asOf)))?.unitId;
  }

  private endOf(unitId: string | null): LocalDate | null {
    const ends = unitId === null ? [null] : (this.versions.get(unitId) ?? []).map((version) => version.to);
    return ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null);
  }

  private add(version: UnitVersion): void {
    const own = this.versions.get(version.unitId);
    if (own) own.push(version);
    else this.versions.set(version.unitId, [version]);
    const key = keyOf(version.parentId, version.name);
    const named = this.byName.get(key);
    if (named) named.push(version.unitId);
    else this.byName.set(key, [version.unitId]);
  }
}

const keyOf = (parentId: string | null, name: string): string => `${parentId ?? ''} ${name}`;

/**
 * Finds the units that a roster names in the tree as it stood on the day of the file, and makes those that are missing.
 * A unit that people were in before it is known to have begun is taken to have stood already.
 */
export const unitsOfPaths = (
  versions: readonly UnitVersion[],
  wanted: readonly WantedUnit[],
  asOf: LocalDate,
  newId: () => string,
): FoundUnits => {
  const tree = new Tree(versions, asOf, newId);
  const unitIds = wanted.map(({ path, from }) => {
    const bottom = path.reduce<string | null>((parentId, name, level) => {
      const unitId = tree.below(parentId, name, kindAt(level, path.length), from);
      tree.beginBy(unitId, from);
      return unitId;
    }, null);
    return bottom ?? '';
  });
  return { unitIds, made: tree.made, versions: tree.all() };
};
