import type { Instrument, Wording } from '../instruments/domain/instrument.js';
import { change, row, rows, type Tx } from '../../platform/database/rows.js';
import type { LocalDate } from '../../shared/local-date.js';
import type { Channel, RoundKind, RoundPlan, RoundState } from './domain/round.js';

export interface RoundKey {
  readonly tenantId: string;
  readonly roundId: string;
}

export interface Round extends RoundPlan, RoundKey {
  readonly seriesId: string;
  readonly asOf: LocalDate | null;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly instrument: Instrument;
}

const COLUMNS = `tenant_id as "tenantId", round_id as "roundId", series_id as "seriesId", kind, title,
  every_weeks as "everyWeeks", opens_on as "opensOn", closes_on as "closesOn", unit_ids as "unitIds",
  job_groups as "jobGroups", tenure_from as "tenureFrom", tenure_to as "tenureTo", as_of as "asOf", channels, minimum,
  opened_at as "openedAt", closed_at as "closedAt"`;

/** @param lock keeps others from changing the round until this transaction ends */
export const findRound = (
  tx: Tx,
  { tenantId, roundId }: RoundKey,
  lock: 'lock' | 'look' = 'look',
): Promise<Round | null> =>
  row<Round>(
    tx,
    `select ${COLUMNS}, instrument from survey_rounds where tenant_id = $1 and round_id = $2
     ${lock === 'lock' ? 'for update' : ''}`,
    [tenantId, roundId],
  );

export interface NewRound extends RoundPlan {
  readonly tenantId: string;
  /** Null for the first of a series. */
  readonly seriesId: string | null;
  readonly instrument: Instrument;
  readonly hatId: string | null;
}

/** The new round's id; null where the series has one that opens that day. */
export const insertRound = async (tx: Tx, round: NewRound): Promise<string | null> => {
  const made = await row<{ id: string }>(
    tx,
    `insert into survey_rounds (tenant_id, series_id, kind, title, instrument, every_weeks, opens_on, closes_on, unit_ids,
       job_groups, tenure_from, tenure_to, channels, minimum, created_by_hat)
     values ($1, coalesce($2::uuid, gen_random_uuid()), $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     on conflict do nothing returning round_id as id`,
    [
      round.tenantId,
      round.seriesId,
      round.kind,
      JSON.stringify(round.title),
      JSON.stringify(round.instrument),
      round.everyWeeks,
      round.opensOn,
      round.closesOn,
      round.unitIds,
      round.jobGroups,
      round.tenureFrom,
      round.tenureTo,
      round.channels,
      round.minimum,
      round.hatId,
    ],
  );
  return made?.id ?? null;
};

/** A round with how far it has come. */
export interface RoundCounts {
  readonly invited: number;
  /** Invitations for which a token was issued: opened, answered or not. */
  readonly begun: number;
  /** Answers that are written; some may wait for their batch. */
  readonly answered: number;
  readonly groups: number;
}

export interface ListedRound extends RoundCounts {
  readonly roundId: string;
  readonly kind: RoundKind;
  readonly title: Wording;
  readonly instrumentName: Wording;
  readonly opensOn: LocalDate;
  readonly closesOn: LocalDate;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
}

const COUNTS = `
  (select coalesce(sum(invited), 0)::int from survey_groups g where g.tenant_id = r.tenant_id and g.round_id = r.round_id) as invited,
  (select count(*)::int from survey_groups g where g.tenant_id = r.tenant_id and g.round_id = r.round_id) as groups,
  (select count(token_issued_on)::int from survey_invitations i where i.tenant_id = r.tenant_id and i.round_id = r.round_id) as begun,
  (select count(*)::int from survey_answers a where a.tenant_id = r.tenant_id and a.round_id = r.round_id) as answered`;

const IN_STATE: Readonly<Record<RoundState, string>> = {
  planned: 'r.opened_at is null',
  open: 'r.opened_at is not null and r.closed_at is null',
  closed: 'r.closed_at is not null',
};

/** A page of an employer's rounds: those open first, then the ones to come, then the latest closed. */
export const listRounds = async (
  tx: Tx,
  tenantId: string,
  wanted: { readonly state?: RoundState | undefined; readonly limit: number; readonly offset: number },
): Promise<{ readonly items: ListedRound[]; readonly total: number }> => {
  const found = await rows<ListedRound & { total: number }>(
    tx,
    `select r.round_id as "roundId", r.kind, r.title, r.instrument -> 'name' as "instrumentName", r.opens_on as "opensOn",
       r.closes_on as "closesOn", r.opened_at as "openedAt", r.closed_at as "closedAt", r.total, ${COUNTS}
     from (select r.*, count(*) over ()::int as total from survey_rounds r
       where r.tenant_id = $1 ${wanted.state ? `and ${IN_STATE[wanted.state]}` : ''}
       order by r.closed_at is not null, r.opened_at is null, r.opens_on desc, r.round_id limit $2 offset $3) r
     order by r.closed_at is not null, r.opened_at is null, r.opens_on desc, r.round_id`,
    [tenantId, wanted.limit, wanted.offset],
  );
  return { items: found.map(({ total: _total, ...round }) => round), total: found[0]?.total ?? 0 };
};

export const countRound = async (tx: Tx, { tenantId, roundId }: RoundKey): Promise<RoundCounts> =>
  (await row<RoundCounts>(
    tx,
    `select ${COUNTS} from survey_rounds r where r.tenant_id = $1 and r.round_id = $2`,
    [tenantId, roundId],
  )) ?? { invited: 0, begun: 0, answered: 0, groups: 0 };

/** A reporting group with how far it has come. */
export interface SurveyGroup {
  readonly groupId: string;
  /** Null: what is left over of the whole employer. */
  readonly unitId: string | null;
  readonly fingerprint: string;
  readonly invited: number;
  readonly begun: number;
  readonly answered: number;
}

export const listGroups = (tx: Tx, tenantId: string, roundId: string): Promise<SurveyGroup[]> =>
  rows<SurveyGroup>(
    tx,
    `select g.group_id as "groupId", g.unit_id as "unitId", g.fingerprint, g.invited,
       coalesce(i.begun, 0)::int as begun, coalesce(a.answered, 0)::int as answered
     from survey_groups g
     left join (select group_id, count(token_issued_on) as begun from survey_invitations
       where tenant_id = $1 and round_id = $2 group by 1) i on i.group_id = g.group_id
     left join (select group_id, count(*) as answered from survey_answers
       where tenant_id = $1 and round_id = $2 group by 1) a on a.group_id = g.group_id
     where g.tenant_id = $1 and g.round_id = $2 order by g.unit_id nulls first, g.group_id`,
    [tenantId, roundId],
  );

/** Invitations by channel, and how many of them have no token yet. */
export const countChannels = (
  tx: Tx,
  { tenantId, roundId }: RoundKey,
): Promise<{ channel: Channel; invited: number; notBegun: number }[]> =>
  rows(
    tx,
    `select channel, count(*)::int as invited, (count(*) - count(token_issued_on))::int as "notBegun"
     from survey_invitations where tenant_id = $1 and round_id = $2 group by 1 order by 1`,
    [tenantId, roundId],
  );

export const moveClosing = async (
  tx: Tx,
  { tenantId, roundId }: RoundKey,
  closesOn: LocalDate,
): Promise<void> => {
  await change(tx, 'update survey_rounds set closes_on = $3 where tenant_id = $1 and round_id = $2', [
    tenantId,
    roundId,
    closesOn,
  ]);
};

/** Forgets a round that nobody has been invited to. */
export const deletePlanned = (tx: Tx, { tenantId, roundId }: RoundKey): Promise<number> =>
  change(tx, 'delete from survey_rounds where tenant_id = $1 and round_id = $2 and opened_at is null', [
    tenantId,
    roundId,
  ]);

/** Rounds of an employer that a day calls for: to open, to close, or open for those who come new. */
export const listDue = (
  tx: Tx,
  tenantId: string,
  on: LocalDate,
): Promise<{ roundId: string; due: 'open' | 'close' | 'gather' }[]> =>
  rows(
    tx,
    `select round_id as "roundId", case when closes_on < $2::date and opened_at is not null then 'close'
         when opened_at is null then 'open' else 'gather' end as due
     from survey_rounds where tenant_id = $1 and closed_at is null and opens_on <= $2::date
       and (opened_at is null or closes_on < $2::date or kind = 'newcomers')`,
    [tenantId, on],
  );
