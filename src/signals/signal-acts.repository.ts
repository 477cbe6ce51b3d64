import { change, rows, type Tx } from '../platform/database/rows.js';

/** One signal of one employer. */
export interface SignalKey {
  readonly tenantId: string;
  readonly id: string;
}

const STANDING = 'reason_ended_on is null and withdrawn_at is null';

/** Takes a signal for a hat; false where another has it or it no longer stands. */
export const takeSignal = async (tx: Tx, { tenantId, id }: SignalKey, hatId: string): Promise<boolean> =>
  (await change(
    tx,
    `update signals set claimed_by_hat = $3, claimed_at = now(), updated_at = now()
     where tenant_id = $1 and id = $2 and claimed_by_hat is null and ${STANDING}`,
    [tenantId, id, hatId],
  )) === 1;

/** Gives a signal back that a hat has taken and not acted on; false where it has not. */
export const giveSignalBack = async (tx: Tx, { tenantId, id }: SignalKey, hatId: string): Promise<boolean> =>
  (await change(
    tx,
    `update signals set claimed_by_hat = null, claimed_at = null, updated_at = now()
     where tenant_id = $1 and id = $2 and claimed_by_hat = $3 and acted_at is null and ${STANDING}`,
    [tenantId, id, hatId],
  )) === 1;

/** Hands a signal to a hat, whoever has it; false where it no longer stands or is acted on. */
export const handSignalTo = async (tx: Tx, { tenantId, id }: SignalKey, hatId: string): Promise<boolean> =>
  (await change(
    tx,
    `update signals set claimed_by_hat = $3, claimed_at = now(), updated_at = now()
     where tenant_id = $1 and id = $2 and acted_at is null and ${STANDING}`,
    [tenantId, id, hatId],
  )) === 1;

/** Signals acted on: they leave the worklist and do not come again while their reason lasts. Returns their ids. */
export const markActed = async (tx: Tx, tenantId: string, ids: readonly string[]): Promise<string[]> => {
  const acted = await rows<{ id: string }>(
    tx,
    `update signals set acted_at = now(), updated_at = now()
     where tenant_id = $1 and id = any ($2::uuid[]) and acted_at is null and withdrawn_at is null returning id`,
    [tenantId, ids],
  );
  return acted.map(({ id }) => id);
};

/** Standing signals by rule, acted on or not: some by id, and those about a person. */
export const listStanding = (
  tx: Tx,
  tenantId: string,
  { personId, ids }: { readonly personId: string | null; readonly ids: readonly string[] },
): Promise<{ readonly id: string; readonly rule: string; readonly acted: boolean }[]> =>
  rows(
    tx,
    `select id, rule, acted_at is not null as acted from signals
     where tenant_id = $1 and (person_id = $2 or id = any ($3::uuid[])) and ${STANDING} order by raised_on, id`,
    [tenantId, personId, ids],
  );
