import type { HatActor } from '../../access/index.js';
import { change, rows, type Tx } from '../../platform/database/rows.js';
import type { Cipher } from '../../platform/storage/cipher.js';
import type { Key } from '../cases.repository.js';
import type { CaseMeasureView } from '../cases.view.js';
import type { AgreedMeasure } from '../domain/measure.js';

export interface SealedMeasure extends AgreedMeasure {
  readonly cipher: Buffer | null;
}

/** What was agreed in a case: what is still to be done first, by the day it is due. */
export const listMeasures = async (tx: Tx, cipher: Cipher, key: Key): Promise<CaseMeasureView[]> => {
  const kept = await rows<Omit<CaseMeasureView, 'measure'> & { readonly cipher: Buffer }>(
    tx,
    `select id, measure_cipher as cipher, agreed_on as "agreedOn", due_on as "dueOn", status, settled_on as "settledOn"
     from case_measures where tenant_id = $1 and case_id = $2
     order by status <> 'agreed', due_on nulls last, agreed_on, id`,
    [key.tenantId, key.id],
  );
  return Promise.all(
    kept.map(async ({ cipher: sealed, ...measure }) => ({
      ...measure,
      measure: (await cipher.openText(key.tenantId, sealed)) ?? '',
    })),
  );
};

export const insertMeasure = async (
  tx: Tx,
  actor: HatActor,
  key: Key,
  given: SealedMeasure,
): Promise<void> => {
  await change(
    tx,
    `insert into case_measures (tenant_id, case_id, measure_cipher, agreed_on, due_on, status, settled_on, recorded_by_hat)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      key.tenantId,
      key.id,
      given.cipher,
      given.agreedOn,
      given.dueOn,
      given.status,
      given.settledOn,
      actor.hatId,
    ],
  );
};

/** How many measures of this case were changed: 1, or 0 for another's. */
export const updateMeasure = (tx: Tx, key: Key, measureId: string, given: SealedMeasure): Promise<number> =>
  change(
    tx,
    `update case_measures set measure_cipher = $4, agreed_on = $5, due_on = $6, status = $7, settled_on = $8
     where tenant_id = $1 and case_id = $2 and id = $3`,
    [
      key.tenantId,
      key.id,
      measureId,
      given.cipher,
      given.agreedOn,
      given.dueOn,
      given.status,
      given.settledOn,
    ],
  );
