import { change, row, type Tx } from '../platform/database/rows.js';
import type { PersonKey } from '../access/index.js';

/**
 * That no objection keeps a person's signals from consultants, as a condition on a table with a tenant and a person
 * (GDPR art. 21: what is objected to stops until it is decided).
 */
export const notPaused = (table: string): string =>
  `not exists (select from signal_pauses where signal_pauses.tenant_id = ${table}.tenant_id
    and signal_pauses.person_id = ${table}.person_id)`;

/** Keeps a person's signals from consultants; the employer's own people see them still. */
export const pauseSignals = async (tx: Tx, { tenantId, personId }: PersonKey, at: Date): Promise<void> => {
  await change(
    tx,
    'insert into signal_pauses (tenant_id, person_id, since) values ($1, $2, $3) on conflict do nothing',
    [tenantId, personId, at],
  );
};

export const resumeSignals = async (tx: Tx, { tenantId, personId }: PersonKey): Promise<void> => {
  await change(tx, 'delete from signal_pauses where tenant_id = $1 and person_id = $2', [tenantId, personId]);
};

/** Since when a person's signals are kept from consultants; null where they are not. */
export const pausedSince = async (tx: Tx, { tenantId, personId }: PersonKey): Promise<Date | null> =>
  (
    await row<{ since: Date }>(
      tx,
      'select since from signal_pauses where tenant_id = $1 and person_id = $2',
      [tenantId, personId],
    )
  )?.since ?? null;
