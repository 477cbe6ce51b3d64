import { emptyTally, plusTally, type Tally } from './tally.js';
import type { Instrument } from '../../instruments/domain/instrument.js';

/** A unit of the tree as it stood when the round was opened. */
export interface RoundUnit {
  readonly unitId: string;
  readonly name: string;
  readonly kind: string;
  readonly parentId: string | null;
  /** Of those right in it. */
  readonly invited: number;
}

/** A reporting group: those whose answers are told apart from others'. */
export interface RoundGroup {
  readonly groupId: string;
  /** Null for those of the whole employer whom no unit takes. */
  readonly unitId: string | null;
  readonly invited: number;
  readonly tally: Tally;
}

/** A unit, or the whole round, with all below it. Places are numbered from the top down, a place before those below it. */
export interface Place {
  readonly place: number;
  /** The last place below it; its own number where it has none. */
  readonly last: number;
  readonly parent: number | null;
  readonly depth: number;
  /** Null for the whole round. */
  readonly unit: RoundUnit | null;
  readonly parts: readonly Place[];
  /** Groups right here. */
  readonly groups: readonly string[];
  /** Invited into the reporting groups here and below; where there is none, into the units. */
  readonly invited: number;
  readonly hasGroups: boolean;
  readonly tally: Tally;
}

interface Ground {
  readonly instrument: Instrument;
  readonly unitsBelow: ReadonlyMap<string | null, readonly RoundUnit[]>;
  readonly groupsAt: ReadonlyMap<string | null, readonly RoundGroup[]>;
}

const grouped = <Value, Key>(values: readonly Value[], keyOf: (value: Value) => Key): Map<Key, Value[]> => {
  const found = new Map<Key, Value[]>();
  for (const value of values) {
    const there = found.get(keyOf(value));
    if (there) there.push(value);
    else found.set(keyOf(value), [value]);
  }
  return found;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

interface Spot {
  readonly place: number;
  readonly parent: number | null;
  readonly depth: number;
}

/** Nothing where nobody was invited. */
const placeAt = (unit: RoundUnit | null, spot: Spot, ground: Ground): Place | null => {
  const id = unit?.unitId ?? null;
  const parts: Place[] = [];
  let last = spot.place;
  for (const below of ground.unitsBelow.get(id) ?? []) {
    const part = placeAt(below, { place: last + 1, parent: spot.place, depth: spot.depth + 1 }, ground);
    if (!part) continue;
    parts.push(part);
    last = part.last;
  }
  const own = ground.groupsAt.get(id) ?? [];
  const hasGroups = own.length > 0 || parts.some((part) => part.hasGroups);
  const covered = parts.filter((part) => part.hasGroups === hasGroups);
  const here = hasGroups ? own.map((group) => group.invited) : [unit?.invited ?? 0];
  const invited = sum([...here, ...covered.map((part) => part.invited)]);
  if (unit && invited === 0) return null;
  const tallies = [...own, ...parts].map(({ tally }) => tally);
  return {
    ...spot,
    last,
    unit,
    parts,
    groups: own.map(({ groupId }) => groupId),
    invited,
    hasGroups,
    tally: tallies.reduce(plusTally, emptyTally(ground.instrument)),
  };
};

/** The whole round with its units, as the tree stood; units into which nobody was invited are left out. */
export const placesOf = (
  instrument: Instrument,
  units: readonly RoundUnit[],
  groups: readonly RoundGroup[],
): Place => {
  const known = new Set(units.map(({ unitId }) => unitId));
  const above = (id: string | null): string | null => (id !== null && known.has(id) ? id : null);
  const whole = placeAt(
    null,
    { place: 0, parent: null, depth: 0 },
    {
      instrument,
      unitsBelow: grouped(units, ({ parentId }) => above(parentId)),
      groupsAt: grouped(groups, ({ unitId }) => above(unitId)),
    },
  );
  if (!whole) throw new Error('the whole round has a place');
  return whole;
};

export const everyPlace = (place: Place): Place[] => [place, ...place.parts.flatMap(everyPlace)];
