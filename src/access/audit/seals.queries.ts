import { change, row, rows, type Tx } from '../../platform/database/rows.js';
import { NO_HEAD, type Batch } from './batch.js';

const micros = (column: string): string => `(extract(epoch from ${column}) * 1000000)::bigint`;

/** Everything that an entry says, as its leaf: a leading zero byte sets leaves apart from inner nodes. */
const LEAF = `sha256('\\x00'::bytea || convert_to(jsonb_build_array(id, ${micros('at')}, hat_id, role, action,
  subject_type, subject_ids, people, purpose, origin, outcome, detail)::text, 'UTF8'))`;

const GATHERED = `count(*)::int as entries, ${micros('min(at)')} as "firstAt", ${micros('max(at)')} as "lastAt",
  string_agg(leaf, ''::bytea order by id) as leaves`;

export interface Gathered {
  readonly entries: number;
  readonly firstAt: number;
  readonly lastAt: number;
  /** The leaves' hashes by the entries' ids, one after another. */
  readonly leaves: Buffer;
}

export interface Head {
  readonly sequence: number;
  readonly head: Buffer;
}

/**
 * Takes the end of a tenant's chain for this transaction. Null where another seals it just now.
 */
export const takeHead = async (tx: Tx, tenantId: string): Promise<Head | null> => {
  await change(
    tx,
    'insert into audit_heads (tenant_id, sequence, head_hash) values ($1, 0, $2) on conflict do nothing',
    [tenantId, NO_HEAD],
  );
  return row<Head>(
    tx,
    'select sequence, head_hash as head from audit_heads where tenant_id = $1 for update skip locked',
    [tenantId],
  );
};

export const hasUnsealed = async (tx: Tx, tenantId: string): Promise<boolean> =>
  (await row(tx, 'select 1 from audit_entries where tenant_id = $1 and batch is null limit 1', [
    tenantId,
  ])) !== null;

/** Puts entries that no batch holds into one. Entries is 0 where there were none. */
export const gather = async (
  tx: Tx,
  tenantId: string,
  sequence: number,
  most: number,
): Promise<Gathered | null> => {
  const gathered = await row<Gathered>(
    tx,
    `with taken as (
       update audit_entries set batch = $2
       where tenant_id = $1 and id in
         (select id from audit_entries where tenant_id = $1 and batch is null order by id limit $3)
       returning id, at, ${LEAF} as leaf)
     select ${GATHERED} from taken`,
    [tenantId, sequence, most],
  );
  return gathered && gathered.entries > 0 ? gathered : null;
};

export const insertBatch = async (tx: Tx, batch: Batch, head: Buffer): Promise<void> => {
  const at = (index: number): string => `timestamptz 'epoch' + $${index} * interval '1 microsecond'`;
  await change(
    tx,
    `with kept as (update audit_heads set sequence = $2, head_hash = $9 where tenant_id = $1)
     insert into audit_batches (tenant_id, sequence, sealed_at, entries, first_at, last_at, root_hash, previous_hash, head_hash)
     values ($1, $2, ${at(3)}, $4, ${at(5)}, ${at(6)}, $7, $8, $9)`,
    [
      batch.tenantId,
      batch.sequence,
      batch.sealedAt,
      batch.entries,
      batch.firstAt,
      batch.lastAt,
      batch.root,
      batch.previous,
      head,
    ],
  );
};

export interface StoredBatch extends Batch {
  readonly head: Buffer;
  readonly expiredAt: number | null;
}

/** Batches after one, in order. */
export const listBatches = (tx: Tx, tenantId: string, after: number, most: number): Promise<StoredBatch[]> =>
  rows<StoredBatch>(
    tx,
    `select tenant_id as "tenantId", sequence, ${micros('sealed_at')} as "sealedAt", entries,
       ${micros('first_at')} as "firstAt", ${micros('last_at')} as "lastAt", root_hash as root, previous_hash as previous, head_hash as head,
       ${micros('expired_at')} as "expiredAt"
     from audit_batches where tenant_id = $1 and sequence > $2 order by sequence limit $3`,
    [tenantId, after, most],
  );

/** What lies in some batches now, by their sequences. */
export const gatherAgain = async (
  tx: Tx,
  tenantId: string,
  sequences: readonly number[],
): Promise<ReadonlyMap<number, Gathered>> => {
  const found = await rows<Gathered & { batch: number }>(
    tx,
    `select batch, ${GATHERED} from (select id, at, batch, ${LEAF} as leaf from audit_entries
       where tenant_id = $1 and batch = any ($2::int[])) entries group by batch`,
    [tenantId, sequences],
  );
  return new Map(found.map(({ batch, ...gathered }) => [batch, gathered]));
};

/** Where the chain ends, how many entries wait for a batch, and which say they lie in one that there is not. */
export const loadEnd = async (
  tx: Tx,
  tenantId: string,
): Promise<{ readonly head: Head | null; readonly unsealed: number; readonly stray: number[] }> => {
  const head = await row<Head>(
    tx,
    'select sequence, head_hash as head from audit_heads where tenant_id = $1',
    [tenantId],
  );
  const found = await row<{ unsealed: number; stray: number[] }>(
    tx,
    `select (select count(*)::int from audit_entries where tenant_id = $1 and batch is null) as unsealed,
       array(select distinct batch from audit_entries where tenant_id = $1 and batch is not null
         and batch not in (select sequence from audit_batches where tenant_id = $1) order by 1) as stray`,
    [tenantId],
  );
  return { head, unsealed: found?.unsealed ?? 0, stray: found?.stray ?? [] };
};

/** How many entries may go whose batches ended before a day. */
export const countExpirable = async (tx: Tx, tenantId: string, before: string): Promise<number> =>
  (
    await row<{ due: number }>(
      tx,
      'select coalesce(sum(entries), 0) as due from audit_batches_over($1, $2::timestamptz)',
      [tenantId, before],
    )
  )?.due ?? 0;

/** Lets whole batches go whose last entry was written before a day, until they hold so many; how many entries went. */
export const expireBatches = async (
  tx: Tx,
  tenantId: string,
  before: string,
  most: number,
): Promise<number> =>
  (
    await row<{ gone: number }>(tx, 'select expire_audit_batches($1, $2::timestamptz, $3) as gone', [
      tenantId,
      before,
      most,
    ])
  )?.gone ?? 0;
