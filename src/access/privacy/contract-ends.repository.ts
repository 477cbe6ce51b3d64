import { change, row, type Tx } from '../../platform/database/rows.js';
import type { LocalDate } from '../../shared/local-date.js';

/** That an employer has asked for its contract to end, and whether a second person agrees. */
export interface EndDecision {
  readonly endsOn: LocalDate;
  readonly askedByHat: string;
  readonly askedAt: Date;
  readonly confirmedByHat: string | null;
  readonly confirmedAt: Date | null;
}

export const findDecision = (tx: Tx, tenantId: string): Promise<EndDecision | null> =>
  row<EndDecision>(
    tx,
    `select ends_on as "endsOn", asked_by_hat as "askedByHat", asked_at as "askedAt",
       confirmed_by_hat as "confirmedByHat", confirmed_at as "confirmedAt"
     from contract_ends where tenant_id = $1`,
    [tenantId],
  );

/** Returns whether it was noted; there is one at a time. */
export const askForEnd = async (
  tx: Tx,
  asked: { readonly tenantId: string; readonly endsOn: LocalDate; readonly hatId: string; readonly at: Date },
): Promise<boolean> =>
  (await change(
    tx,
    `insert into contract_ends (tenant_id, ends_on, asked_by_hat, asked_at) values ($1, $2, $3, $4)
     on conflict do nothing`,
    [asked.tenantId, asked.endsOn, asked.hatId, asked.at],
  )) === 1;

/** Returns whether the one that this person asked for still stood, and nobody had confirmed it. */
export const confirmEnd = async (
  tx: Tx,
  by: {
    readonly tenantId: string;
    readonly askedByHat: string;
    readonly hatId: string;
    readonly at: Date;
  },
): Promise<boolean> =>
  (await change(
    tx,
    `update contract_ends set confirmed_by_hat = $2, confirmed_at = $3
     where tenant_id = $1 and asked_by_hat = $4 and confirmed_at is null`,
    [by.tenantId, by.hatId, by.at, by.askedByHat],
  )) === 1;

export const takeBackEnd = async (tx: Tx, tenantId: string): Promise<boolean> =>
  (await change(tx, 'delete from contract_ends where tenant_id = $1', [tenantId])) === 1;
