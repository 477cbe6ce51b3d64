import { change, rows, type Tx } from '../../platform/database/rows.js';
import type { LocalDate } from '../../shared/local-date.js';
import type { FrozenScale, FrozenUnit, PreviousRound, Previous } from './domain/frozen.js';
import { WHOLE } from './domain/frozen.js';
import { responseRate } from './domain/response.js';
import type { RoundKey } from './rounds.queries.js';

/** Units written by one statement. */
const CHUNK = 500;

const write = (tx: Tx, { tenantId, roundId }: RoundKey, units: readonly FrozenUnit[]) =>
  change(
    tx,
    `insert into survey_results (tenant_id, round_id, place, last_place, parent_place, depth, unit_id, name, kind, parts,
       invited, answered, reason, needs, has, shown_in, comments, scales, items)
     select $1, $2, place, last, parent, depth, "unitId", name, kind, parts, invited, answered, reason, needs, has,
       "shownIn", comments, scales, items
     from jsonb_to_recordset($3) as given (place integer, last integer, parent integer, depth integer, "unitId" uuid,
       name text, kind text, parts integer, invited integer, answered integer, reason text, needs integer, has integer,
       "shownIn" integer, comments boolean, scales jsonb, items jsonb)`,
    [tenantId, roundId, JSON.stringify(units)],
  );

export const writeResults = async (tx: Tx, key: RoundKey, units: readonly FrozenUnit[]): Promise<void> => {
  for (let from = 0; from < units.length; from += CHUNK)
    await write(tx, key, units.slice(from, from + CHUNK));
};

const meansOf = (scales: readonly FrozenScale[]) =>
  new Map(
    scales.flatMap(({ id, answers, mean, spread }) =>
      answers === null || mean === null || spread === null ? [] : [[id, { answers, mean, spread }] as const],
    ),
  );

/** What an earlier round shows, to compare the next one with: never anything that it hides. */
export const previousOf = async (tx: Tx, { tenantId, roundId }: RoundKey): Promise<PreviousRound> => {
  const found = await rows<Pick<FrozenUnit, 'unitId' | 'invited' | 'answered' | 'scales'>>(
    tx,
    `select unit_id as "unitId", invited, answered, scales from survey_results where tenant_id = $1 and round_id = $2`,
    [tenantId, roundId],
  );
  return new Map(
    found.map(({ unitId, invited, answered, scales }): [string, Previous] => [
      unitId ?? WHOLE,
      { rate: responseRate(answered ?? 0, invited) ?? 0, means: meansOf(scales) },
    ]),
  );
};

/** The newest round with results of each row. */
const LATEST = `select distinct on (r.series_id) r.round_id, r.closes_on from survey_rounds r
  join survey_releases l on l.tenant_id = r.tenant_id and l.round_id = r.round_id and l.place = 0
  where r.tenant_id = $1 order by r.series_id, r.opens_on desc`;

/** A scale of a unit that fell from one round to the next (definitions 8.6). */
export interface Drop {
  readonly roundId: string;
  readonly unitId: string;
  readonly scaleId: string;
  readonly name: { readonly da: string; readonly en: string };
  readonly from: number;
  readonly to: number;
  /** Of the difference, 95 %. */
  readonly interval: readonly [number, number];
}

/** A drop, and the day its round closed on. */
export interface StandingDrop extends Drop {
  readonly closedOn: LocalDate;
}

const drops = async (tx: Tx, rounds: string, parameters: readonly unknown[]): Promise<StandingDrop[]> => {
  const found = await rows<Omit<StandingDrop, 'interval'> & { readonly low: number; readonly high: number }>(
    tx,
    `select s.round_id as "roundId", r.closes_on as "closedOn", s.unit_id as "unitId", cell ->> 'id' as "scaleId",
       scale -> 'name' as name,
       (cell #>> '{change,from}')::float8 as "from", (cell ->> 'mean')::float8 as "to",
       (cell #>> '{change,low}')::float8 as low, (cell #>> '{change,high}')::float8 as high
     from survey_results s
     join survey_rounds r on r.tenant_id = s.tenant_id and r.round_id = s.round_id
     cross join jsonb_array_elements(s.scales) cell
     join lateral (select scale from jsonb_array_elements(r.instrument -> 'scales') scale
       where scale ->> 'id' = cell ->> 'id' limit 1) scales on true
     where s.tenant_id = $1 and s.round_id in (${rounds}) and s.unit_id is not null and (cell #>> '{change,drop}')::boolean
     order by r.closes_on, s.place, 4`,
    parameters,
  );
  return found.map(({ low, high, ...drop }) => ({ ...drop, interval: [low, high] }));
};

/** Every drop of a round's units; the whole round is no unit and raises nothing. */
export const listDrops = (tx: Tx, tenantId: string, roundId: string): Promise<StandingDrop[]> =>
  drops(tx, 'select $2::uuid', [tenantId, roundId]);

/** The drops of the newest round with results of each row, of those that closed on a day or later. */
export const listStandingDrops = (tx: Tx, tenantId: string, since: LocalDate): Promise<StandingDrop[]> =>
  drops(tx, `select round_id from (${LATEST}) latest where closes_on >= $2::date`, [tenantId, since]);
