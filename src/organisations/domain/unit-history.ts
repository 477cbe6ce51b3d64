import { addDays, earlier, later, type LocalDate } from '../../shared/local-date.js';

export const UNIT_KINDS = ['workplace', 'department', 'team'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** What a unit was from a day to a day, both included; without an end it still is. */
export interface UnitVersion {
  readonly unitId: string;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly name: string;
  readonly kind: UnitKind;
  /** Null at the top. */
  readonly parentId: string | null;
}

/** A version with its place in the tree: the ids from the top down to itself. */
export interface PlacedVersion extends UnitVersion {
  readonly path: readonly string[];
}

/** What a unit becomes from a day on. What is left out stays as it was; a new parent of null moves it to the top. */
export interface UnitChange {
  readonly unitId: string;
  readonly from: LocalDate;
  readonly name?: string | undefined;
  readonly kind?: UnitKind | undefined;
  readonly parentId?: string | null | undefined;
}

export type TreeFault = 'no-such-unit' | 'parent-not-there' | 'below-itself';
export type Outcome<T> = { readonly ok: T } | { readonly fault: TreeFault };

/** A range of days; an end of null never comes. */
interface Days {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

const earlierEnd = (a: LocalDate | null, b: LocalDate | null): LocalDate | null =>
  a === null || b === null ? (a ?? b) : earlier(a, b);
const isEmpty = (days: Days): boolean => days.to !== null && days.to < days.from;
const common = (a: Days, b: Days): Days => ({ from: later(a.from, b.from), to: earlierEnd(a.to, b.to) });
const byFrom = (a: Days, b: Days): number => (a.from < b.from ? -1 : 1);
const before = (version: UnitVersion, day: LocalDate): UnitVersion => ({
  ...version,
  to: earlierEnd(version.to, addDays(day, -1)),
});

const standsOn = (versions: readonly UnitVersion[], unitId: string, day: LocalDate): boolean =>
  versions.some(
    (version) =>
      version.unitId === unitId && version.from <= day && (version.to === null || day <= version.to),
  );

const changedFrom = (version: UnitVersion, change: UnitChange): UnitVersion => ({
  ...version,
  from: later(version.from, change.from),
  name: change.name ?? version.name,
  kind: change.kind ?? version.kind,
  parentId: change.parentId === undefined ? version.parentId : change.parentId,
});

/** The versions of a unit after a change from a day on; what it was before that day stays. */
export const withChange = (versions: readonly UnitVersion[], change: UnitChange): Outcome<UnitVersion[]> => {
  if (!standsOn(versions, change.unitId, change.from)) return { fault: 'no-such-unit' };
  const own = versions.filter((version) => version.unitId === change.unitId);
  const changed = own.flatMap((version) => [before(version, change.from), changedFrom(version, change)]);
  const others = versions.filter((version) => version.unitId !== change.unitId);
  return { ok: [...others, ...changed.filter((version) => !isEmpty(version))] };
};

/** The versions after a unit and all below it close: the day before is the last they stand. */
export const withClosure = (
  versions: readonly PlacedVersion[],
  closure: { readonly unitId: string; readonly from: LocalDate },
): Outcome<UnitVersion[]> => {
  if (!standsOn(versions, closure.unitId, closure.from)) return { fault: 'no-such-unit' };
  const closes = (version: PlacedVersion): boolean =>
    version.path.includes(closure.unitId) && (version.to === null || version.to >= closure.from);
  const left = versions.map((version) => (closes(version) ? before(version, closure.from) : version));
  return { ok: left.filter((version) => !isEmpty(version)) };
};

/** Rows that follow on each other and differ only in their days become one. */
const joined = <T extends Days>(parts: readonly T[], alike: (a: T, b: T) => boolean): T[] =>
  [...parts].sort(byFrom).reduce<T[]>((kept, part) => {
    const last = kept.at(-1);
    if (!last?.to || addDays(last.to, 1) !== part.from || !alike(last, part)) return [...kept, part];
    return [...kept.slice(0, -1), { ...last, to: part.to }];
  }, []);
const sameUnit = (a: UnitVersion, b: UnitVersion): boolean =>
  a.name === b.name && a.kind === b.kind && a.parentId === b.parentId;
const sameWay = (a: Climb, b: Climb): boolean => a.path.join() === b.path.join();

type History = ReadonlyMap<string, readonly UnitVersion[]>;
type Climb = Days & { readonly path: readonly string[] };

const coversWhole = (days: Days, parts: readonly Days[]): boolean => {
  const inOrder = [...parts].sort(byFrom);
  const begins = inOrder[0]?.from === days.from;
  const ends = (inOrder.at(-1)?.to ?? null) === days.to;
  const unbroken = inOrder
    .slice(1)
    .every((part, index) => inOrder[index]?.to && addDays(inOrder[index].to, 1) === part.from);
  return inOrder.length > 0 && begins && ends && unbroken;
};

/** The ways from the top down to a unit during some days; a fault when they lead in a circle or nowhere. */
const climb = (history: History, unitId: string, days: Days, below: readonly string[]): Outcome<Climb[]> => {
  if (below.includes(unitId)) return { fault: 'below-itself' };
  const ways: Climb[] = [];
  for (const version of history.get(unitId) ?? []) {
    const part = common(version, days);
    if (isEmpty(part)) continue;
    if (version.parentId === null) {
      ways.push({ ...part, path: [unitId] });
      continue;
    }
    const above = climb(history, version.parentId, part, [...below, unitId]);
    if ('fault' in above) return above;
    ways.push(...above.ok.map((way) => ({ ...way, path: [...way.path, unitId] })));
  }
  return coversWhole(days, ways) ? { ok: ways } : { fault: 'parent-not-there' };
};

/** Every version with its path, split where what is above it becomes another. */
export const placed = (versions: readonly UnitVersion[]): Outcome<PlacedVersion[]> => {
  const history = new Map<string, UnitVersion[]>();
  for (const version of versions)
    history.set(version.unitId, [...(history.get(version.unitId) ?? []), version]);
  for (const [unitId, own] of history) history.set(unitId, joined(own, sameUnit));
  const all: PlacedVersion[] = [];
  for (const version of [...history.values()].flat()) {
    const ways = climb(history, version.unitId, version, []);
    if ('fault' in ways) return ways;
    all.push(...joined(ways.ok, sameWay).map((way) => ({ ...version, ...way })));
  }
  return { ok: all };
};
