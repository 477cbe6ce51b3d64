import { isRecord, type UnknownRecord } from '../../shared/record.js';
import type { VisibleContract } from './visible-contract.js';

/** A value as it stands in a contract. */
export type ContractValue = string | number | boolean | null;

export const CHANGE_KINDS = ['added', 'removed', 'changed'] as const;

/** One difference between two versions. A list's item that is new or gone is one; of one that stays, each field. */
export interface ContractChange {
  readonly kind: (typeof CHANGE_KINDS)[number];
  /** Such as `payment` or `units`. */
  readonly section: string;
  /** Which item of a list, by the name a reader knows it by; null outside of lists. */
  readonly item: string | null;
  /** Null where a whole item is new or gone. */
  readonly field: string | null;
  readonly before: ContractValue;
  readonly after: ContractValue;
}

const isRecords = (data: unknown): data is readonly UnknownRecord[] =>
  Array.isArray(data) && data.every(isRecord);

/** By which field the items of a list are told apart, and by which they are called. */
const KEYS: readonly (readonly [key: string, name: string])[] = [
  ['unitId', 'name'],
  ['indicatorId', 'indicatorId'],
  ['id', 'name'],
  ['name', 'name'],
];

const isText = (value: unknown): value is string => typeof value === 'string';

const keyOf = (item: UnknownRecord): string => KEYS.map(([key]) => item[key]).find(isText) ?? '';
const nameOf = (item: UnknownRecord): string => {
  const name = KEYS.filter(([key]) => item[key] !== undefined)
    .map(([, called]) => item[called])
    .find(isText);
  return name ?? keyOf(item);
};

const valueOf = (data: unknown): ContractValue => {
  if (Array.isArray(data)) return data.map(String).join(', ');
  return typeof data === 'string' || typeof data === 'number' || typeof data === 'boolean' ? data : null;
};

interface Place {
  readonly section: string;
  readonly item: string | null;
  readonly field: string | null;
}

const ofLists = (
  before: readonly UnknownRecord[],
  after: readonly UnknownRecord[],
  place: Place,
): ContractChange[] => {
  const [then, now] = [before, after].map((items) => new Map(items.map((item) => [keyOf(item), item])));
  const whole = (item: UnknownRecord, kind: 'added' | 'removed'): ContractChange => ({
    kind,
    section: place.section,
    item: nameOf(item),
    field: null,
    before: null,
    after: null,
  });
  return [
    ...before.filter((item) => !now?.has(keyOf(item))).map((item) => whole(item, 'removed')),
    ...after.flatMap((item) => {
      const old = then?.get(keyOf(item));
      return old ? differences(old, item, { ...place, item: nameOf(item) }) : [whole(item, 'added')];
    }),
  ];
};

const differences = (before: unknown, after: unknown, place: Place): ContractChange[] => {
  if (isRecords(before) && isRecords(after) && before.length + after.length > 0)
    return ofLists(before, after, place);
  if (isRecord(before) && isRecord(after))
    return Object.keys({ ...before, ...after }).flatMap((field) =>
      differences(before[field], after[field], { ...place, field }),
    );
  if (isRecord(before) || isRecord(after)) {
    const [then, now] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}];
    return differences(then, now, place);
  }
  const [then, now] = [valueOf(before), valueOf(after)];
  return then === now ? [] : [{ ...place, kind: 'changed', before: then, after: now }];
};

/** What one version says otherwise than another, section by section in the order of the contract. */
export const contractChanges = (
  before: VisibleContract,
  after: VisibleContract,
): readonly ContractChange[] => {
  const then: UnknownRecord = { ...before };
  return Object.entries(after).flatMap(([section, now]) =>
    differences(then[section], now, { section, item: null, field: null }),
  );
};
