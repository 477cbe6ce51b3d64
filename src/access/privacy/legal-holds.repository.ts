import type { Cipher } from '../../platform/storage/cipher.js';
import { row, rows, type Tx } from '../../platform/database/rows.js';
import type { LocalDate } from '../../shared/local-date.js';

export interface NewHold {
  readonly tenantId: string;
  readonly personId: string | null;
  readonly caseId: string | null;
  readonly reason: string;
  /** The last day it stands; null until it is lifted. */
  readonly until: LocalDate | null;
  readonly hatId: string;
  readonly at: Date;
}

export const placeHold = async (tx: Tx, cipher: Cipher, hold: NewHold): Promise<string> => {
  const { tenantId, personId, caseId, reason, until, hatId, at } = hold;
  const made = await row<{ id: string }>(
    tx,
    `insert into legal_holds (tenant_id, person_id, case_id, reason_cipher, until, placed_by_hat, placed_at)
     values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [tenantId, personId, caseId, await cipher.sealText(tenantId, reason), until, hatId, at],
  );
  return made?.id ?? '';
};

export interface LegalHold {
  readonly id: string;
  readonly personId: string | null;
  readonly caseId: string | null;
  readonly reason: string;
  readonly until: LocalDate | null;
  readonly placedAt: Date;
  readonly placedByHat: string;
}

/** The holds that stand on a day, newest first. */
export const listHolds = async (
  tx: Tx,
  cipher: Cipher,
  tenantId: string,
  today: LocalDate,
): Promise<LegalHold[]> => {
  const found = await rows<Omit<LegalHold, 'reason'> & { readonly reasonCipher: Buffer }>(
    tx,
    `select id, person_id as "personId", case_id as "caseId", reason_cipher as "reasonCipher", until,
       placed_at as "placedAt", placed_by_hat as "placedByHat"
     from legal_holds where tenant_id = $1 and lifted_at is null and (until is null or until >= $2::date)
     order by placed_at desc, id limit 500`,
    [tenantId, today],
  );
  return Promise.all(
    found.map(async ({ reasonCipher, ...hold }) => ({
      ...hold,
      reason: (await cipher.openText(tenantId, reasonCipher)) ?? '',
    })),
  );
};

/** Lifts a hold. Returns whom or what it was about; null where none stood. */
export const liftHold = (
  tx: Tx,
  key: { readonly tenantId: string; readonly id: string },
  by: { readonly hatId: string; readonly at: Date },
): Promise<{ personId: string | null; caseId: string | null } | null> =>
  row(
    tx,
    `update legal_holds set lifted_by_hat = $3, lifted_at = $4 where tenant_id = $1 and id = $2 and lifted_at is null
     returning person_id as "personId", case_id as "caseId"`,
    [key.tenantId, key.id, by.hatId, by.at],
  );

/** How many legal holds stand on a day. */
export const countHolds = async (tx: Tx, tenantId: string, today: LocalDate): Promise<number> => {
  const counted = await row<{ holds: number }>(
    tx,
    `select count(*)::int as holds from legal_holds
     where tenant_id = $1 and lifted_at is null and (until is null or until >= $2::date)`,
    [tenantId, today],
  );
  return counted?.holds ?? 0;
};

/** Whether a hold stands about a person. */
export const isHeld = async (
  tx: Tx,
  { tenantId, personId }: { readonly tenantId: string; readonly personId: string },
  today: LocalDate,
): Promise<boolean> =>
  (await row(
    tx,
    `select 1 from legal_holds where tenant_id = $1 and person_id = $2 and lifted_at is null
       and (until is null or until >= $3::date) limit 1`,
    [tenantId, personId, today],
  )) !== null;
