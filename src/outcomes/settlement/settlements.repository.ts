import { change, row, rows, type Tx } from '../../platform/database/rows.js';
import type { LocalDate } from '../../shared/local-date.js';
import type { Period } from '../../shared/period.js';
import type { BroughtForward } from './domain/brought-forward.js';
import type { Signatory, SettlementState, SettlementStep } from './domain/settlement-state.js';

export type StoredState = SettlementState | 'building' | 'failed';

export interface StoredSettlement extends Period {
  readonly id: string;
  readonly contractVersion: number;
  readonly correctsId: string | null;
  readonly delivered: Readonly<Record<string, number>>;
  readonly state: StoredState;
  readonly failure: string | null;
  /** The bytes that are signed. */
  readonly statement: string | null;
  readonly statementHash: string | null;
  readonly snapshotHash: string | null;
  readonly signature: string | null;
  readonly publicKey: string | null;
  readonly orderedAt: Date;
  readonly signedAt: Date | null;
  readonly sentOn: LocalDate | null;
}

const COLUMNS = `id, lower(period) as "from", upper(period) - 1 as "to", contract_version as "contractVersion",
  corrects_id as "correctsId", delivered, state, failure, statement, statement_hash as "statementHash",
  snapshot_hash as "snapshotHash", signature, public_key as "publicKey", ordered_at as "orderedAt",
  signed_at as "signedAt", sent_on as "sentOn"`;

/** The latest first. */
export const listSettlements = (tx: Tx, partnershipId: string): Promise<StoredSettlement[]> =>
  rows<StoredSettlement>(
    tx,
    `select ${COLUMNS} from settlements where partnership_id = $1 order by lower(period) desc, ordered_at desc, id desc`,
    [partnershipId],
  );

export const findSettlement = (tx: Tx, partnershipId: string, id: string): Promise<StoredSettlement | null> =>
  row<StoredSettlement>(tx, `select ${COLUMNS} from settlements where partnership_id = $1 and id = $2`, [
    partnershipId,
    id,
  ]);

/** The same, held until the end of the transaction. */
export const lockSettlement = (tx: Tx, partnershipId: string, id: string): Promise<StoredSettlement | null> =>
  row<StoredSettlement>(
    tx,
    `select ${COLUMNS} from settlements where partnership_id = $1 and id = $2 for update`,
    [partnershipId, id],
  );

/** In the order in which they were signed. */
export const signedSettlements = (tx: Tx, partnershipId: string): Promise<StoredSettlement[]> =>
  rows<StoredSettlement>(
    tx,
    `select ${COLUMNS} from settlements where partnership_id = $1 and state in ('signed', 'sent') order by signed_at, id`,
    [partnershipId],
  );

/** The settlement of a period whose figures left last, whatever became of it; one that repeats them let nothing out. */
export const toldSettlement = (
  tx: Tx,
  partnershipId: string,
  { id, from, to, contractVersion }: Pick<StoredSettlement, 'id' | 'from' | 'to' | 'contractVersion'>,
): Promise<StoredSettlement | null> =>
  row<StoredSettlement>(
    tx,
    `select ${COLUMNS} from settlements where partnership_id = $1 and id <> $2 and period = daterange($3, $4, '[]')
       and contract_version = $5 and snapshot_hash is not null
       and exists (select from released_cells r
         where r.partnership_id = $1 and r.exit = 'settlement' and r.release = settlements.id::text)
     order by ordered_at desc, id desc limit 1`,
    [partnershipId, id, from, to, contractVersion],
  );

export interface NewSettlement extends Period {
  readonly contractVersion: number;
  readonly correctsId: string | null;
  readonly delivered: Readonly<Record<string, number>>;
  readonly hatId: string | null;
  readonly at: Date;
}

/** Null where one of the period is under way already. */
export const insertSettlement = (
  tx: Tx,
  partnershipId: string,
  made: NewSettlement,
): Promise<StoredSettlement | null> =>
  row<StoredSettlement>(
    tx,
    `insert into settlements (partnership_id, period, contract_version, corrects_id, delivered, state, ordered_by_hat, ordered_at)
     values ($1, daterange($2, $3, '[]'), $4, $5, $6, 'building', $7, $8) on conflict do nothing returning ${COLUMNS}`,
    [
      partnershipId,
      made.from,
      made.to,
      made.contractVersion,
      made.correctsId,
      JSON.stringify(made.delivered),
      made.hatId,
      made.at,
    ],
  );

export interface SettlementKey {
  readonly partnershipId: string;
  readonly settlementId: string;
}

/** What a draft says; nothing where another run was first. */
export const finishDraft = (
  tx: Tx,
  { partnershipId, settlementId }: SettlementKey,
  made: { readonly statement: string; readonly statementHash: string; readonly snapshotHash: string },
): Promise<number> =>
  change(
    tx,
    `update settlements set state = 'draft', failure = null, statement = $3, statement_hash = $4, snapshot_hash = $5
     where partnership_id = $1 and id = $2 and state in ('building', 'failed')`,
    [partnershipId, settlementId, made.statement, made.statementHash, made.snapshotHash],
  );

export const failDraft = (tx: Tx, { partnershipId, settlementId }: SettlementKey, failure: string) =>
  change(
    tx,
    `update settlements set state = 'failed', failure = $3 where partnership_id = $1 and id = $2 and state = 'building'`,
    [partnershipId, settlementId, failure],
  );

export const moveOn = (tx: Tx, { partnershipId, settlementId }: SettlementKey, state: SettlementState) =>
  change(tx, 'update settlements set state = $3 where partnership_id = $1 and id = $2', [
    partnershipId,
    settlementId,
    state,
  ]);

export const markSigned = (
  tx: Tx,
  { partnershipId, settlementId }: SettlementKey,
  signed: { readonly signature: string; readonly publicKey: string; readonly at: Date },
) =>
  change(
    tx,
    `update settlements set state = 'signed', signature = $3, public_key = $4, signed_at = $5
     where partnership_id = $1 and id = $2`,
    [partnershipId, settlementId, signed.signature, signed.publicKey, signed.at],
  );

export const markSent = (tx: Tx, { partnershipId, settlementId }: SettlementKey, on: LocalDate) =>
  change(tx, `update settlements set state = 'sent', sent_on = $3 where partnership_id = $1 and id = $2`, [
    partnershipId,
    settlementId,
    on,
  ]);

export interface StoredStep extends Signatory {
  readonly settlementId: string;
  readonly step: SettlementStep;
  readonly partyName: string;
  readonly note: string;
  readonly at: Date;
}

/** In the order in which they were taken. */
export const listSteps = (tx: Tx, partnershipId: string, settlementId: string): Promise<StoredStep[]> =>
  rows<StoredStep>(
    tx,
    `select settlement_id as "settlementId", step, hat_id as "hatId", person, party_id as "partyId", p.role, p.name as "partyName",
       note, taken_at as at
     from settlement_steps s
     join partnership_parties p on p.partnership_id = $1 and p.id = s.party_id
     where s.partnership_id = $1 and settlement_id = $2 order by taken_at`,
    [partnershipId, settlementId],
  );

export const insertStep = (
  tx: Tx,
  { partnershipId, settlementId }: SettlementKey,
  taken: { readonly step: SettlementStep; readonly by: Signatory; readonly note: string; readonly at: Date },
) =>
  change(
    tx,
    `insert into settlement_steps (partnership_id, settlement_id, step, hat_id, person, party_id, note, taken_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      partnershipId,
      settlementId,
      taken.step,
      taken.by.hatId,
      taken.by.person,
      taken.by.partyId,
      taken.note,
      taken.at,
    ],
  );

/** Behind the system's door. The same snapshot is kept once. */
export const keepSnapshot = (
  tx: Tx,
  kept: {
    readonly hash: string;
    readonly partnershipId: string;
    readonly snapshot: string;
    readonly at: Date;
  },
) =>
  change(
    tx,
    `insert into settlement_snapshots (hash, partnership_id, snapshot, taken_at) values ($1, $2, $3, $4)
     on conflict (hash) do nothing`,
    [kept.hash, kept.partnershipId, kept.snapshot, kept.at],
  );

/** Behind the system's door. */
/** What settlements began with, by the hashes of their snapshots. */
export const carriedBy = async (
  tx: Tx,
  partnershipId: string,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, BroughtForward>> => {
  const found = await rows<BroughtForward & { readonly hash: string }>(
    tx,
    `select hash, kept -> 'trueUps' as "trueUps", (kept -> 'carryIn')::float8 as "carryIn",
       (kept -> 'paidEarlier')::float8 as "paidEarlier"
     from settlement_snapshots cross join lateral (select snapshot::jsonb as kept) parsed
     where partnership_id = $1 and hash = any ($2::text[])`,
    [partnershipId, hashes],
  );
  return new Map(found.map(({ hash, ...carried }) => [hash, carried]));
};

export const findSnapshot = async (tx: Tx, partnershipId: string, hash: string): Promise<string | null> => {
  const found = await row<{ snapshot: string }>(
    tx,
    'select snapshot from settlement_snapshots where hash = $1 and partnership_id = $2',
    [hash, partnershipId],
  );
  return found?.snapshot ?? null;
};
