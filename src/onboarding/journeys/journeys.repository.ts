import { change, type Tx } from '../../platform/database/rows.js';
import type { LocalDate } from '../../shared/local-date.js';
import type { LinkHolder } from '../domain/link.js';
import type { StepOutcome } from './journeys.dto.js';

export interface StepKey {
  readonly tenantId: string;
  readonly id: string;
  readonly position: number;
}

export interface Settlement {
  readonly outcome: StepOutcome;
  readonly on: LocalDate;
  readonly by: string;
  readonly hatId: string | null;
}

/** Marks a step, of one hand only where asked. Returns how many there were. */
export const settleStep = (
  tx: Tx,
  { tenantId, id, position }: StepKey,
  { outcome, on, by, hatId }: Settlement,
  who: string | null = null,
): Promise<number> =>
  change(
    tx,
    `update introduction_steps set outcome = $4, settled_on = $5, settled_by = $6, settled_by_hat = $7
     where tenant_id = $1 and introduction_id = $2 and position = $3 and ($8::text is null or who = $8)`,
    [tenantId, id, position, outcome, on, by, hatId, who],
  );

export const reopenStep = (
  tx: Tx,
  { tenantId, id, position }: StepKey,
  who: string | null = null,
): Promise<number> =>
  change(
    tx,
    `update introduction_steps set outcome = null, settled_on = null, settled_by = null, settled_by_hat = null
     where tenant_id = $1 and introduction_id = $2 and position = $3 and ($4::text is null or who = $4)`,
    [tenantId, id, position, who],
  );

interface OfIntroduction {
  readonly tenantId: string;
  readonly id: string;
}

/** Gives an introduction a buddy, or none. The former buddy's link stops working. */
export const setBuddy = async (
  tx: Tx,
  { tenantId, id }: OfIntroduction,
  buddy: { readonly personId: string; readonly since: LocalDate } | null,
): Promise<void> => {
  await change(
    tx,
    'update introductions set buddy_person_id = $3, buddy_since = $4 where tenant_id = $1 and id = $2',
    [tenantId, id, buddy?.personId ?? null, buddy?.since ?? null],
  );
  await removeLink(tx, { tenantId, id }, 'buddy');
};

export const removeLink = (tx: Tx, { tenantId, id }: OfIntroduction, holder: LinkHolder): Promise<number> =>
  change(tx, 'delete from introduction_links where tenant_id = $1 and introduction_id = $2 and holder = $3', [
    tenantId,
    id,
    holder,
  ]);

/** A new link takes the place of the one before. */
export const putLink = async (
  tx: Tx,
  { tenantId, id }: OfIntroduction,
  link: {
    readonly holder: LinkHolder;
    readonly hash: Buffer;
    readonly expiresOn: LocalDate;
    readonly at: Date;
    readonly hatId: string;
  },
): Promise<void> => {
  await change(
    tx,
    `insert into introduction_links (tenant_id, introduction_id, holder, token_hash, expires_on, made_at, made_by_hat)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (tenant_id, introduction_id, holder) do update set token_hash = excluded.token_hash,
       expires_on = excluded.expires_on, made_at = excluded.made_at, made_by_hat = excluded.made_by_hat`,
    [tenantId, id, link.holder, link.hash, link.expiresOn, link.at, link.hatId],
  );
};

export const holdTalk = (tx: Tx, { tenantId, id }: OfIntroduction, on: LocalDate): Promise<number> =>
  change(
    tx,
    `update introductions set talk_held_on = $3
     where tenant_id = $1 and id = $2 and talk_wanted_on is not null and talk_held_on is null`,
    [tenantId, id, on],
  );

/** Asks for a talk, or takes that back while it has not been held. */
export const wantTalk = async (
  tx: Tx,
  { tenantId, id }: OfIntroduction,
  wanted: { readonly at: Date; readonly on: LocalDate } | null,
): Promise<void> => {
  await change(
    tx,
    `update introductions set talk_wanted_at = $3, talk_wanted_on = $4, talk_held_on = null
     where tenant_id = $1 and id = $2 and case when $3::timestamptz is null then talk_held_on is null
       else talk_wanted_on is null or talk_held_on is not null end`,
    [tenantId, id, wanted?.at ?? null, wanted?.on ?? null],
  );
};
