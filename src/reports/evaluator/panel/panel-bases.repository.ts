import { change, row, rows, type Tx } from '../../../platform/database/rows.js';
import type { LocalDate } from '../../../shared/local-date.js';
import type { Period } from '../../../shared/period.js';
import type { BasisGround, BasisKind } from './domain/panel-basis.js';
import type { PanelField } from './domain/panel-fields.js';

export interface BasisKey {
  readonly tenantId: string;
  readonly basisId: string;
}

export interface NewBasis extends Period {
  readonly kind: BasisKind;
  readonly linksDeliveryId: string | null;
  readonly partnershipId: string;
  readonly partyId: string;
  readonly partyName: string;
  readonly ground: BasisGround;
  readonly reference: string;
  readonly purpose: string;
  readonly fields: readonly PanelField[];
  readonly deleteOn: LocalDate;
  readonly recipient: string;
  readonly allowsCprLink: boolean;
}

export interface StoredBasis extends NewBasis {
  readonly id: string;
  readonly recordedByHat: string;
  readonly recordedAt: Date;
  readonly confirmedByHat: string | null;
  readonly confirmedAt: Date | null;
  readonly withdrawnByHat: string | null;
  readonly withdrawnAt: Date | null;
}

const COLUMNS = `id, kind, links_delivery_id as "linksDeliveryId", partnership_id as "partnershipId", party_id as "partyId",
  party_name as "partyName", ground, reference, purpose, fields, lower(period) as "from", upper(period) - 1 as "to",
  delete_on as "deleteOn", recipient, allows_cpr_link as "allowsCprLink", recorded_by_hat as "recordedByHat",
  recorded_at as "recordedAt", confirmed_by_hat as "confirmedByHat", confirmed_at as "confirmedAt",
  withdrawn_by_hat as "withdrawnByHat", withdrawn_at as "withdrawnAt"`;

export interface By {
  readonly hatId: string;
  readonly at: Date;
}

export const insertBasis = async (tx: Tx, tenantId: string, basis: NewBasis, by: By): Promise<string> => {
  const made = await row<{ id: string }>(
    tx,
    `insert into panel_bases (tenant_id, kind, links_delivery_id, partnership_id, party_id, party_name, ground, reference,
       purpose, fields, period, delete_on, recipient, allows_cpr_link, recorded_by_hat, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, daterange($11, $12, '[]'), $13, $14, $15, $16, $17) returning id`,
    [
      tenantId,
      basis.kind,
      basis.linksDeliveryId,
      basis.partnershipId,
      basis.partyId,
      basis.partyName,
      basis.ground,
      basis.reference,
      basis.purpose,
      basis.fields,
      basis.from,
      basis.to,
      basis.deleteOn,
      basis.recipient,
      basis.allowsCprLink,
      by.hatId,
      by.at,
    ],
  );
  if (!made) throw new Error('the basis was not written down');
  return made.id;
};

export const findBasis = (tx: Tx, { tenantId, basisId }: BasisKey): Promise<StoredBasis | null> =>
  row<StoredBasis>(tx, `select ${COLUMNS} from panel_bases where tenant_id = $1 and id = $2`, [
    tenantId,
    basisId,
  ]);

/** The newest two hundred. */
export const listBases = (tx: Tx, tenantId: string): Promise<StoredBasis[]> =>
  rows<StoredBasis>(
    tx,
    `select ${COLUMNS} from panel_bases where tenant_id = $1 order by recorded_at desc, id desc limit 200`,
    [tenantId],
  );

/** False where it has been confirmed or withdrawn meanwhile. */
export const confirmBasis = async (tx: Tx, { tenantId, basisId }: BasisKey, by: By): Promise<boolean> =>
  (await change(
    tx,
    `update panel_bases set confirmed_by_hat = $3, confirmed_at = $4
     where tenant_id = $1 and id = $2 and confirmed_at is null and withdrawn_at is null`,
    [tenantId, basisId, by.hatId, by.at],
  )) === 1;

/** Withdraws a basis, and with a panel's every link file's that opens it. False where it was withdrawn already. */
export const withdrawBasis = async (tx: Tx, { tenantId, basisId }: BasisKey, by: By): Promise<boolean> =>
  (await change(
    tx,
    `update panel_bases set withdrawn_by_hat = $3, withdrawn_at = $4
     where tenant_id = $1 and withdrawn_at is null and (id = $2 or links_delivery_id in (
       select id from panel_deliveries where tenant_id = $1 and basis_id = $2))`,
    [tenantId, basisId, by.hatId, by.at],
  )) > 0;
