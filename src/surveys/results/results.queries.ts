import type { SurveyReason } from '../../disclosure/index.js';
import { preparedRowIn, preparedRowsIn, type Prepared } from '../../platform/database/prepared.js';
import { row, rows, type Tx } from '../../platform/database/rows.js';
import { offsetOf } from '../../platform/http/page.js';
import type { LocalDate } from '../../shared/local-date.js';
import type { Scale, Wording } from '../instruments/domain/instrument.js';
import type { FrozenItem, FrozenScale } from './domain/frozen.js';
import type { OwnUnits } from './own-units.queries.js';
import type { ResultsQuery } from './results.dto.js';
import type { RoundKey } from './rounds.queries.js';

/** A unit's frozen results as a screen reads them. */
export interface UnitRow {
  readonly place: number;
  readonly last: number;
  readonly unitId: string | null;
  readonly name: string;
  /** The name of the unit right above; null at the top. */
  readonly above: string | null;
  readonly kind: string | null;
  readonly parts: number;
  readonly invited: number;
  readonly answered: number | null;
  readonly reason: SurveyReason | null;
  readonly needs: number | null;
  readonly has: number | null;
  readonly shownIn: number | null;
  readonly comments: boolean;
  readonly scales: readonly FrozenScale[];
}

const COLUMNS = `s.place, s.last_place as last, s.unit_id as "unitId", s.name, s.kind, s.parts, s.invited, s.answered,
  (select above.name from survey_results above where above.tenant_id = s.tenant_id and above.round_id = s.round_id
    and above.place = s.parent_place and above.place > 0) as above,
  s.reason, s.needs, s.has, s.shown_in as "shownIn", s.comments, s.scales`;

export interface RoundHead {
  readonly roundId: string;
  readonly title: Wording;
  readonly kind: 'once' | 'pulse' | 'newcomers' | 'apv';
  readonly opensOn: LocalDate;
  readonly closesOn: LocalDate;
  readonly definitions: readonly Scale[];
  readonly whole: UnitRow;
}

const FIND_HEAD: Prepared = {
  name: 'find-results-head',
  text: `select r.round_id as "roundId", r.title, r.kind as "roundKind", r.opens_on as "opensOn", r.closes_on as "closesOn",
      r.instrument -> 'scales' as definitions, ${COLUMNS}
    from survey_rounds r
    join survey_results s on s.tenant_id = r.tenant_id and s.round_id = r.round_id and s.place = 0
    where r.tenant_id = $1 and r.round_id = $2`,
};

/** A round with results: its scales, and the whole. Null where it has none. */
export const findHead = async (tx: Tx, { tenantId, roundId }: RoundKey): Promise<RoundHead | null> => {
  const found = await preparedRowIn<
    Omit<RoundHead, 'whole' | 'kind'> & UnitRow & { readonly roundKind: RoundHead['kind'] }
  >(tx, FIND_HEAD, [tenantId, roundId]);
  if (!found) return null;
  const { title, opensOn, closesOn, definitions, roundKind, ...whole } = found;
  return { roundId, title, kind: roundKind, opensOn, closesOn, definitions, whole };
};

export const findUnitRow = (tx: Tx, { tenantId, roundId }: RoundKey, unitId: string | null) =>
  row<UnitRow & { readonly items: readonly FrozenItem[] }>(
    tx,
    `select ${COLUMNS}, s.items from survey_results s
     where s.tenant_id = $1 and s.round_id = $2 and s.unit_id is not distinct from $3::uuid`,
    [tenantId, roundId, unitId],
  );

/** A unit and those above it, the whole round left out, the topmost first. */
export const findPath = (
  tx: Tx,
  { tenantId, roundId }: RoundKey,
  place: number,
): Promise<{ place: number; unitId: string | null; name: string }[]> =>
  rows(
    tx,
    `select above.place, above.unit_id as "unitId", above.name from survey_results above
     where above.tenant_id = $1 and above.round_id = $2 and above.place between 1 and $3 and above.last_place >= $3
     order by above.place`,
    [tenantId, roundId, place],
  );

/** Whether a place lies at or below one of the units that an actor answers for. */
export const isOwnPlace = async (tx: Tx, key: RoundKey, own: OwnUnits, place: number): Promise<boolean> => {
  if (own === null) return true;
  const path = await findPath(tx, key, place);
  return path.some(({ unitId }) => unitId !== null && own.includes(unitId));
};

const RATE = 's.answered::float8 / nullif(s.invited, 0)';

interface Order {
  /** Tells the few orders that there are apart. */
  readonly by: string;
  readonly sql: string;
  readonly scale: string | null;
}

const orderOf = (sort: string | undefined): Order => {
  const [, turned = '', by = 'name'] = /^(-?)(.*)$/.exec(sort ?? 'name') ?? [];
  const direction = turned === '-' ? 'desc nulls last' : 'asc nulls last';
  if (by === 'invited')
    return { by: `${turned}invited`, sql: `s.invited ${direction}, s.place`, scale: null };
  if (by === 'rate') return { by: `${turned}rate`, sql: `${RATE} ${direction}, s.place`, scale: null };
  if (!by.startsWith('scale:'))
    return { by: `${turned}name`, sql: `s.name ${direction}, s.place`, scale: null };
  const mean = `(select (cell ->> 'mean')::float8 from jsonb_array_elements(s.scales) cell where cell ->> 'id' = $7)`;
  return {
    by: `${turned}scale`,
    sql: `${mean} ${direction}, s.place`,
    scale: by.slice('scale:'.length),
  };
};

const SHOWN = {
  all: 'true',
  drops: `s.scales @> '[{"change": {"drop": true}}]'`,
  changes: `(s.scales @> '[{"change": {"direction": "better"}}]' or s.scales @> '[{"change": {"direction": "worse"}}]')`,
  hidden: `(s.reason is not null or s.scales @> '[{"reason": "complementary"}]')`,
} as const;

interface Listed {
  readonly query: ResultsQuery;
  readonly own: OwnUnits;
  /** The place whose parts are shown. */
  readonly under: number;
}

/**
 * A page of units: the parts of a place; with a filter, every unit below it. A line manager's top is the own units.
 * `$3` the place, `$4` words, `$5` limit, `$6` offset, `$7` scale, `$8` own units.
 */
export const listUnits = async (
  tx: Tx,
  { tenantId, roundId }: RoundKey,
  { query, own, under }: Listed,
): Promise<{ items: UnitRow[]; total: number }> => {
  const { show = 'all', name } = query;
  const order = orderOf(query.sort);
  const everywhere = show !== 'all' || name !== undefined;
  const ofOwn = `exists (select from survey_results o where o.tenant_id = $1 and o.round_id = $2
    and o.unit_id = any ($8::uuid[]) and s.place between o.place and o.last_place)`;
  const top = own === null ? 's.parent_place = $3' : `s.unit_id = any ($8::uuid[]) and $3::int >= 0`;
  const below = `s.place > $3 and s.place <= (select u.last_place from survey_results u
    where u.tenant_id = $1 and u.round_id = $2 and u.place = $3)`;
  const placed = everywhere ? below : under === 0 ? top : 's.parent_place = $3';
  const text = `select ${COLUMNS}, count(*) over ()::int as total from survey_results s
    where s.tenant_id = $1 and s.round_id = $2 and ${placed} and ${SHOWN[show]}
      and ($4::text is null or s.name ilike '%' || $4 || '%') ${own === null ? '' : `and ${ofOwn}`}
      and ($7::text is null or true) and ($8::uuid[] is null or true)
    order by ${order.sql} limit $5 offset $6`;
  const found = await preparedRowsIn<UnitRow & { readonly total: number }>(
    tx,
    { name: `list-results ${show} ${order.by} ${own === null} ${under === 0} ${everywhere}`, text },
    [
      tenantId,
      roundId,
      under,
      name === undefined ? null : name.replace(/[\\%_]/g, '\\$&'),
      query.pageSize,
      offsetOf(query),
      order.scale,
      own,
    ],
  );
  return { items: found.map(({ total: _, ...unit }) => unit), total: found[0]?.total ?? 0 };
};

export interface TrendRow {
  readonly roundId: string;
  readonly title: Wording;
  readonly closesOn: LocalDate;
  readonly invited: number;
  readonly answered: number | null;
  readonly scales: readonly FrozenScale[];
}

/** A unit in every round of the same row that has results, the oldest first. */
export const listTrend = (
  tx: Tx,
  { tenantId, roundId }: RoundKey,
  unitId: string | null,
): Promise<TrendRow[]> =>
  rows(
    tx,
    `select r.round_id as "roundId", r.title, r.closes_on as "closesOn", s.invited, s.answered, s.scales
     from survey_rounds this
     join survey_rounds r on r.tenant_id = $1 and r.series_id = this.series_id
     join survey_results s on s.tenant_id = $1 and s.round_id = r.round_id and s.unit_id is not distinct from $3::uuid
     where this.tenant_id = $1 and this.round_id = $2 order by r.opens_on, r.round_id`,
    [tenantId, roundId, unitId],
  );

interface CommentsWanted {
  readonly place: number;
  readonly last: number;
  readonly item: string | null;
  readonly limit: number;
  readonly offset: number;
}

/** Comments of a place and all below it, in the order drawn by lot. */
export const listComments = async (
  tx: Tx,
  { tenantId, roundId }: RoundKey,
  wanted: CommentsWanted,
): Promise<{ items: { itemId: string; words: string }[]; total: number }> => {
  const items = await rows<{ itemId: string; words: string }>(
    tx,
    `select item_id as "itemId", words from survey_comments
     where tenant_id = $1 and round_id = $2 and place between $3 and $4 and ($5::text is null or item_id = $5)
     order by position limit $6 offset $7`,
    [tenantId, roundId, wanted.place, wanted.last, wanted.item, wanted.limit, wanted.offset],
  );
  return { items, total: await countComments(tx, { tenantId, roundId }, wanted) };
};

export const countComments = async (
  tx: Tx,
  { tenantId, roundId }: RoundKey,
  { place, last, item }: Pick<CommentsWanted, 'place' | 'last' | 'item'>,
): Promise<number> =>
  (
    await row<{ total: number }>(
      tx,
      `select count(*)::int as total from survey_comments
       where tenant_id = $1 and round_id = $2 and place between $3 and $4 and ($5::text is null or item_id = $5)`,
      [tenantId, roundId, place, last, item],
    )
  )?.total ?? 0;
