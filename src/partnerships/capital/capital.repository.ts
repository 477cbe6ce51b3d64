import { change, count, row, rows, type Tx } from '../../platform/database/rows.js';
import { offsetOf } from '../../platform/http/page.js';
import type { LocalDate } from '../../shared/local-date.js';
import type { CapitalKind, CapitalSum, SpentOn } from '../domain/capital.js';
import type { CapitalQuery, NewCapitalEntryDto } from './capital.dto.js';

export interface CapitalEntry {
  readonly id: string;
  readonly kind: CapitalKind;
  readonly purpose: SpentOn | null;
  readonly partyId: string;
  readonly party: string;
  readonly amount: number;
  readonly onDay: LocalDate;
  readonly note: string;
  readonly reversesId: string | null;
  readonly reversed: boolean;
  readonly recordedByHat: string | null;
  readonly recordedAt: Date;
}

const OF_KIND = 'partnership_id = $1 and ($2::text is null or kind = $2)';

/** The latest day first. */
export const listEntries = async (
  tx: Tx,
  partnershipId: string,
  query: CapitalQuery,
): Promise<{ items: CapitalEntry[]; total: number }> => ({
  items: await rows<CapitalEntry>(
    tx,
    `select e.id, kind, purpose, e.party_id as "partyId", p.name as party, amount::float8 as amount, on_day as "onDay",
       note, reverses_id as "reversesId", recorded_by_hat as "recordedByHat", recorded_at as "recordedAt",
       exists (select from capital_entries other where other.partnership_id = $1 and other.reverses_id = e.id) as reversed
     from (select * from capital_entries where ${OF_KIND} order by on_day desc, id desc limit $3 offset $4) e
     join partnership_parties p on p.partnership_id = $1 and p.id = e.party_id
     order by on_day desc, e.id desc`,
    [partnershipId, query.kind ?? null, query.pageSize, offsetOf(query)],
  ),
  total: await count(tx, `select from capital_entries where ${OF_KIND}`, [partnershipId, query.kind ?? null]),
});

export const capitalSums = (tx: Tx, partnershipId: string): Promise<CapitalSum[]> =>
  rows<CapitalSum>(
    tx,
    `select kind, purpose, sum(amount)::float8 as amount from capital_entries where partnership_id = $1 group by kind, purpose`,
    [partnershipId],
  );

export interface RecordedBy {
  readonly hatId: string | null;
  readonly at: Date;
}

/** Returns the id; null where the party is none of the partnership's. */
export const insertEntry = (
  tx: Tx,
  partnershipId: string,
  entry: NewCapitalEntryDto,
  by: RecordedBy,
): Promise<{ id: string } | null> =>
  row<{ id: string }>(
    tx,
    `insert into capital_entries (partnership_id, kind, purpose, party_id, amount, on_day, note, recorded_by_hat, recorded_at)
     select $1, $2, $3, id, $5, $6, $7, $8, $9 from partnership_parties where partnership_id = $1 and id = $4
     returning id`,
    [
      partnershipId,
      entry.kind,
      entry.purpose,
      entry.partyId,
      entry.amount,
      entry.onDay,
      entry.note,
      by.hatId,
      by.at,
    ],
  );

/** Whether there is such an entry, and whether it may still be reversed. */
export const findReversible = (
  tx: Tx,
  partnershipId: string,
  id: string,
): Promise<{ reversible: boolean } | null> =>
  row(
    tx,
    `select reverses_id is null and not exists (
       select from capital_entries other where other.partnership_id = $1 and other.reverses_id = $2) as reversible
     from capital_entries where partnership_id = $1 and id = $2`,
    [partnershipId, id],
  );

/** Takes an entry back by another of the same day and the opposite amount; how many rows it made. */
export const insertReversal = (
  tx: Tx,
  partnershipId: string,
  { id, note }: { readonly id: string; readonly note: string },
  by: RecordedBy,
): Promise<number> =>
  change(
    tx,
    `insert into capital_entries (partnership_id, kind, purpose, party_id, amount, on_day, note, reverses_id, recorded_by_hat, recorded_at)
     select $1, kind, purpose, party_id, -amount, on_day, $3, id, $4, $5 from capital_entries where partnership_id = $1 and id = $2
     on conflict do nothing`,
    [partnershipId, id, note, by.hatId, by.at],
  );
