import { row, rows, type Tx } from '../../platform/database/rows.js';
import type { LocalDate } from '../../shared/local-date.js';
import type { Instrument, Wording } from '../instruments/domain/instrument.js';

export interface RoundKey {
  readonly tenantId: string;
  readonly roundId: string;
}

/** A round as its results need it. */
export interface ResultRound {
  readonly roundId: string;
  readonly seriesId: string;
  readonly kind: 'once' | 'pulse' | 'newcomers' | 'apv';
  readonly title: Wording;
  readonly opensOn: LocalDate;
  readonly closesOn: LocalDate;
  readonly isClosed: boolean;
  readonly isReleased: boolean;
}

const COLUMNS = `r.round_id as "roundId", r.series_id as "seriesId", r.kind, r.title, r.opens_on as "opensOn",
  r.closes_on as "closesOn", r.closed_at is not null as "isClosed",
  exists (select from survey_releases l where l.tenant_id = r.tenant_id and l.round_id = r.round_id and l.place = 0) as "isReleased"`;

/**
 * With the questionnaire as it was at opening; null where there is no such round. Its tree is the one of the opening, but
 * of the close where new employees are asked: a workplace may be younger than their round.
 */
export const findRound = (
  tx: Tx,
  { tenantId, roundId }: RoundKey,
): Promise<(ResultRound & { readonly instrument: Instrument; readonly treeOn: LocalDate }) | null> =>
  row(
    tx,
    `select ${COLUMNS}, r.instrument, case r.kind
       when 'newcomers' then least(r.closes_on, day_of(r.closed_at))
       else coalesce(r.as_of, r.closes_on) end as "treeOn"
     from survey_rounds r where r.tenant_id = $1 and r.round_id = $2`,
    [tenantId, roundId],
  );

/** Rounds with results, the newest first. */
export const listReleasedRounds = (tx: Tx, tenantId: string): Promise<ResultRound[]> =>
  rows(
    tx,
    `select * from (select ${COLUMNS} from survey_rounds r where r.tenant_id = $1) found
     where "isReleased" order by "closesOn" desc, "roundId" desc`,
    [tenantId],
  );

/** The round of the same row before or after this one that has results; null where there is none. */
export const findNeighbour = (
  tx: Tx,
  { tenantId, roundId }: RoundKey,
  side: 'before' | 'after',
): Promise<{ readonly roundId: string; readonly closesOn: LocalDate } | null> =>
  row(
    tx,
    `select other.round_id as "roundId", other.closes_on as "closesOn"
     from survey_rounds this join survey_rounds other on other.tenant_id = $1 and other.series_id = this.series_id
       and (other.opens_on, other.round_id) ${side === 'before' ? '<' : '>'} (this.opens_on, this.round_id)
     where this.tenant_id = $1 and this.round_id = $2
       and exists (select from survey_releases l where l.tenant_id = $1 and l.round_id = other.round_id and l.place = 0)
     order by other.opens_on ${side === 'before' ? 'desc' : ''} limit 1`,
    [tenantId, roundId],
  );

/** This round and those of the same row before it that have closed and wait for their results, the oldest first. */
export const listWaiting = async (tx: Tx, { tenantId, roundId }: RoundKey): Promise<string[]> => {
  const found = await rows<{ roundId: string }>(
    tx,
    `select r.round_id as "roundId" from survey_rounds this
     join survey_rounds r on r.tenant_id = $1 and r.series_id = this.series_id and r.opens_on <= this.opens_on
     where this.tenant_id = $1 and this.round_id = $2 and r.closed_at is not null
       and not exists (select from survey_releases l where l.tenant_id = $1 and l.round_id = r.round_id)
     order by r.opens_on, r.round_id`,
    [tenantId, roundId],
  );
  return found.map((round) => round.roundId);
};
