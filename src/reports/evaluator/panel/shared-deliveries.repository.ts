import { change, row, rows, type Tx } from '../../../platform/database/rows.js';
import type { LocalDate } from '../../../shared/local-date.js';
import type { Period } from '../../../shared/period.js';
import type { BasisKind } from './domain/panel-basis.js';
import type { PanelField } from './domain/panel-fields.js';

export const SHARED_STATES = ['ready', 'withdrawn', 'deleted'] as const;
export type SharedState = (typeof SHARED_STATES)[number];

/** What the partnership's side knows of a delivery: ids, counts and days. */
export interface SharedDelivery extends Period {
  readonly id: string;
  readonly tenantId: string;
  readonly employerName: string;
  readonly partyId: string;
  readonly kind: BasisKind;
  readonly purpose: string;
  readonly fields: readonly PanelField[];
  readonly deleteOn: LocalDate;
  readonly state: SharedState;
  readonly bytes: number;
  readonly rows: number;
  readonly people: number;
  readonly knownUntil: LocalDate | null;
  readonly deliveredAt: Date;
  readonly attestedOn: LocalDate | null;
}

const COLUMNS = `id, tenant_id as "tenantId", employer_name as "employerName", party_id as "partyId", kind, purpose, fields,
  lower(period) as "from", upper(period) - 1 as "to", delete_on as "deleteOn", state, bytes, rows, people,
  known_until as "knownUntil", delivered_at as "deliveredAt", attested_on as "attestedOn"`;

export const saveShared = (tx: Tx, partnershipId: string, shared: SharedDelivery): Promise<number> =>
  change(
    tx,
    `insert into evaluator_deliveries (partnership_id, id, tenant_id, employer_name, party_id, kind, purpose, fields, period,
       delete_on, state, bytes, rows, people, known_until, delivered_at, attested_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, daterange($9, $10, '[]'), $11, $12, $13, $14, $15, $16, $17, $18)
     on conflict (partnership_id, id) do update set state = excluded.state, attested_on = excluded.attested_on`,
    [
      partnershipId,
      shared.id,
      shared.tenantId,
      shared.employerName,
      shared.partyId,
      shared.kind,
      shared.purpose,
      shared.fields,
      shared.from,
      shared.to,
      shared.deleteOn,
      shared.state,
      shared.bytes,
      shared.rows,
      shared.people,
      shared.knownUntil,
      shared.deliveredAt,
      shared.attestedOn,
    ],
  );

export const findShared = (tx: Tx, partnershipId: string, id: string): Promise<SharedDelivery | null> =>
  row<SharedDelivery>(
    tx,
    `select ${COLUMNS} from evaluator_deliveries where partnership_id = $1 and id = $2`,
    [partnershipId, id],
  );

/** The newest two hundred. */
export const listShared = (tx: Tx, partnershipId: string): Promise<SharedDelivery[]> =>
  rows<SharedDelivery>(
    tx,
    `select ${COLUMNS} from evaluator_deliveries where partnership_id = $1 order by delivered_at desc, id desc limit 200`,
    [partnershipId],
  );
