import { change, row, rows, type Tx } from '../../platform/database/rows.js';
import type { Instrument } from '../instruments/domain/instrument.js';
import type { GroupKey, WaitingAnswer } from './answer-pool.service.js';
import type { RoundKey } from './rounds.repository.js';

/** What is asked of an answer: the group that its token's key stands for, and the questions. */
export interface AnsweredGroup extends GroupKey {
  readonly minimum: number;
  readonly publicKey: Buffer;
  readonly instrument: Instrument;
  readonly closed: boolean;
}

export const findAnsweredGroup = (
  tx: Tx,
  tenantId: string,
  fingerprint: string,
): Promise<AnsweredGroup | null> =>
  row<AnsweredGroup>(
    tx,
    `select g.tenant_id as "tenantId", g.round_id as "roundId", g.group_id as "groupId", r.minimum,
       k.public_key as "publicKey", r.instrument, r.closed_at is not null as closed
     from survey_keys k
     join survey_groups g on g.tenant_id = k.tenant_id and g.round_id = k.round_id and g.fingerprint = k.fingerprint
     join survey_rounds r on r.tenant_id = k.tenant_id and r.round_id = k.round_id
     where k.tenant_id = $1 and k.fingerprint = $2`,
    [tenantId, fingerprint],
  );

export const isClosed = async (tx: Tx, { tenantId, roundId }: RoundKey): Promise<boolean> =>
  (
    await row<{ closed: boolean }>(
      tx,
      'select closed_at is not null as closed from survey_rounds where tenant_id = $1 and round_id = $2',
      [tenantId, roundId],
    )
  )?.closed ?? true;

/** Which of some tokens have been spent on an answer that is written. */
export const listKept = async (
  tx: Tx,
  { tenantId, roundId }: RoundKey,
  hashes: readonly string[],
): Promise<string[]> => {
  const found = await rows<{ hash: string }>(
    tx,
    `select encode(token_hash, 'hex') as hash from survey_spent_tokens
     where tenant_id = $1 and round_id = $2 and token_hash = any (select decode(h, 'hex') from unnest($3::text[]) h)`,
    [tenantId, roundId, hashes],
  );
  return found.map(({ hash }) => hash);
};

/**
 * Writes some answers and the tokens spent on them in one statement, each in an order of its own drawn by lot: neither
 * where rows lie nor what the write-ahead log says of them tells which token belongs to which answer, or who came first.
 * An answer whose token another process has written meanwhile is left out.
 */
export const keepBatch = (
  tx: Tx,
  { tenantId, roundId, groupId }: GroupKey,
  batch: readonly WaitingAnswer[],
) =>
  change(
    tx,
    `with given as materialized (
       select decode(hash, 'hex') as hash, answers from unnest($4::text[], $5::jsonb[]) given (hash, answers)),
     spent as (
       insert into survey_spent_tokens (tenant_id, round_id, token_hash)
       select $1, $2, hash from given order by random() on conflict do nothing returning token_hash)
     insert into survey_answers (tenant_id, round_id, group_id, answers)
     select $1, $2, $3, answers from given where hash in (select token_hash from spent) order by random()`,
    [
      tenantId,
      roundId,
      groupId,
      batch.map(({ tokenHash }) => tokenHash),
      batch.map(({ answers }) => JSON.stringify(answers)),
    ],
  );
