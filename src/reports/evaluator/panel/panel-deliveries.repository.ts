import { change, row, rows, type Tx } from '../../../platform/database/rows.js';
import type { LocalDate } from '../../../shared/local-date.js';
import type { By } from './panel-bases.repository.js';

export const DELIVERY_STATES = ['building', 'ready', 'failed', 'deleted'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export interface DeliveryKey {
  readonly tenantId: string;
  readonly deliveryId: string;
}

export interface StoredDelivery {
  readonly id: string;
  readonly basisId: string;
  readonly state: DeliveryState;
  readonly pseudonymKey: Buffer | null;
  readonly fileId: string | null;
  readonly bytes: number | null;
  readonly rows: number | null;
  readonly people: number | null;
  readonly withoutCpr: number | null;
  readonly knownUntil: LocalDate | null;
  readonly orderedByHat: string;
  readonly orderedAt: Date;
  readonly finishedAt: Date | null;
  readonly downloadedAt: Date | null;
  readonly deletedAt: Date | null;
  readonly attestedOn: LocalDate | null;
}

const COLUMNS = `id, basis_id as "basisId", state, pseudonym_key_cipher as "pseudonymKey", file_id as "fileId", bytes, rows,
  people, without_cpr as "withoutCpr", known_until as "knownUntil", ordered_by_hat as "orderedByHat",
  ordered_at as "orderedAt", finished_at as "finishedAt", downloaded_at as "downloadedAt", deleted_at as "deletedAt",
  attested_on as "attestedOn"`;

/** Null while one of the same basis is being made. */
export const insertDelivery = (
  tx: Tx,
  tenantId: string,
  order: { readonly basisId: string; readonly pseudonymKey: Buffer } & By,
): Promise<StoredDelivery | null> =>
  row<StoredDelivery>(
    tx,
    `insert into panel_deliveries (tenant_id, basis_id, state, pseudonym_key_cipher, ordered_by_hat, ordered_at)
     values ($1, $2, 'building', $3, $4, $5)
     on conflict (tenant_id, basis_id) where state = 'building' do nothing returning ${COLUMNS}`,
    [tenantId, order.basisId, order.pseudonymKey, order.hatId, order.at],
  );

export const findDelivery = (tx: Tx, { tenantId, deliveryId }: DeliveryKey): Promise<StoredDelivery | null> =>
  row<StoredDelivery>(tx, `select ${COLUMNS} from panel_deliveries where tenant_id = $1 and id = $2`, [
    tenantId,
    deliveryId,
  ]);

export const listDeliveries = (
  tx: Tx,
  tenantId: string,
  bases: readonly string[],
): Promise<StoredDelivery[]> =>
  rows<StoredDelivery>(
    tx,
    `select ${COLUMNS} from panel_deliveries where tenant_id = $1 and basis_id = any ($2) order by ordered_at desc, id desc`,
    [tenantId, bases],
  );

export interface Written {
  readonly fileId: string;
  readonly bytes: number;
  readonly rows: number;
  readonly people: number;
  readonly withoutCpr: number | null;
  readonly knownUntil: LocalDate | null;
  readonly at: Date;
}

/** False where another run was first, or the basis fell away meanwhile. */
export const finishDelivery = async (
  tx: Tx,
  { tenantId, deliveryId }: DeliveryKey,
  written: Written,
): Promise<boolean> =>
  (await change(
    tx,
    `update panel_deliveries d set state = 'ready', file_id = $3, bytes = $4, rows = $5, people = $6, without_cpr = $7,
       known_until = $8, finished_at = $9
     where tenant_id = $1 and id = $2 and state in ('building', 'failed') and exists (
       select from panel_bases b where b.tenant_id = $1 and b.id = d.basis_id and b.withdrawn_at is null)`,
    [
      tenantId,
      deliveryId,
      written.fileId,
      written.bytes,
      written.rows,
      written.people,
      written.withoutCpr,
      written.knownUntil,
      written.at,
    ],
  )) === 1;

export const failDelivery = (tx: Tx, { tenantId, deliveryId }: DeliveryKey, at: Date) =>
  change(
    tx,
    `update panel_deliveries set state = 'failed', finished_at = $3
     where tenant_id = $1 and id = $2 and state = 'building'`,
    [tenantId, deliveryId, at],
  );

export const markDownloaded = (tx: Tx, { tenantId, deliveryId }: DeliveryKey, at: Date) =>
  change(
    tx,
    `update panel_deliveries set downloaded_at = coalesce(downloaded_at, $3) where tenant_id = $1 and id = $2`,
    [tenantId, deliveryId, at],
  );

/** Deliveries whose file or key is still there though the basis was withdrawn or the day of deletion has come. */
export const listLapsed = (tx: Tx, tenantId: string, today: LocalDate): Promise<StoredDelivery[]> =>
  rows<StoredDelivery>(
    tx,
    `select ${COLUMNS} from panel_deliveries d where tenant_id = $1 and state <> 'deleted' and exists (
       select from panel_bases b where b.tenant_id = $1 and b.id = d.basis_id
         and (b.withdrawn_at is not null or b.delete_on <= $2)) order by id limit 500`,
    [tenantId, today],
  );

/** Forgets the file and the key under which its persons stood: nobody here can tell any more who they were. */
export const markDeleted = (tx: Tx, { tenantId, deliveryId }: DeliveryKey, at: Date) =>
  change(
    tx,
    `update panel_deliveries set state = 'deleted', file_id = null, pseudonym_key_cipher = null, deleted_at = $3
     where tenant_id = $1 and id = $2 and state <> 'deleted'`,
    [tenantId, deliveryId, at],
  );

/** Who owes an attestation. */
export interface Unattested {
  readonly partnershipId: string;
  readonly partyId: string;
}

/**
 * Parties with deliveries that had to be deleted before today and are not said to be: marked as told of today, and again
 * after a week. Only what became a file was handed over.
 */
export const markReminded = (tx: Tx, tenantId: string, today: LocalDate): Promise<Unattested[]> =>
  rows<Unattested>(
    tx,
    `with marked as (update panel_deliveries d set reminded_on = $2 from panel_bases b
     where d.tenant_id = $1 and b.tenant_id = $1 and b.id = d.basis_id and d.bytes is not null and d.attested_on is null
       and (b.delete_on < $2::date or day_of(b.withdrawn_at) < $2::date)
       and (d.reminded_on is null or d.reminded_on <= $2::date - 7)
     returning b.partnership_id as "partnershipId", b.party_id as "partyId")
     select distinct * from marked`,
    [tenantId, today],
  );

/** False where it was attested already. */
export const attestDeletion = async (
  tx: Tx,
  { tenantId, deliveryId }: DeliveryKey,
  { on, hatId, at }: By & { readonly on: LocalDate },
): Promise<boolean> =>
  (await change(
    tx,
    `update panel_deliveries set attested_on = $3, attested_by_hat = $4, attested_at = $5
     where tenant_id = $1 and id = $2 and attested_on is null and finished_at is not null`,
    [tenantId, deliveryId, on, hatId, at],
  )) === 1;
