import type { FixedCut } from '../../partnerships/index.js';
import { change, row, rows, type Tx } from '../../platform/database/rows.js';
import type { Period } from '../../shared/period.js';
import type { PackBarrier, PackContent } from './domain/pack.js';

export interface PackKey {
  readonly partnershipId: string;
  readonly reportId: string;
}

/** Keeps what a pack says. One that is there already stays. */
export const insertPack = (tx: Tx, key: PackKey, content: PackContent): Promise<number> =>
  change(
    tx,
    `insert into report_packs (partnership_id, report_id, content) values ($1, $2, $3) on conflict do nothing`,
    [key.partnershipId, key.reportId, JSON.stringify(content)],
  );

export const findPack = async (tx: Tx, key: PackKey): Promise<PackContent | null> => {
  const found = await row<{ content: PackContent }>(
    tx,
    'select content from report_packs where partnership_id = $1 and report_id = $2',
    [key.partnershipId, key.reportId],
  );
  return found?.content ?? null;
};

/** Barriers that stand open, and those resolved in a period; open ones first. */
export const barriersOf = (tx: Tx, partnershipId: string, { from, to }: Period): Promise<PackBarrier[]> =>
  rows<PackBarrier>(
    tx,
    `select kind, seen_on as "seenOn", what, action, action_by as "actionBy", due_on as "dueOn", resolved_on as "resolvedOn",
       (select name from partnership_units u where u.partnership_id = $1 and u.unit_id = b.unit_id limit 1) as unit
     from implementation_barriers b
     where partnership_id = $1 and (resolved_on is null or resolved_on between $2 and $3)
     order by resolved_on is not null, due_on nulls last, seen_on, id`,
    [partnershipId, from, to],
  );

export interface StoredSignOff {
  readonly hatId: string;
  readonly party: string;
  readonly signedAt: Date;
}

/** In the order in which they signed. */
export const listSignOffs = (tx: Tx, key: PackKey): Promise<StoredSignOff[]> =>
  rows<StoredSignOff>(
    tx,
    `select s.hat_id as "hatId", p.name as party, s.signed_at as "signedAt"
     from pack_sign_offs s join partnership_parties p on p.partnership_id = s.partnership_id and p.id = s.party_id
     where s.partnership_id = $1 and s.report_id = $2 order by s.signed_at, s.hat_id`,
    [key.partnershipId, key.reportId],
  );

/** How many rows it wrote: none where the hat has signed before. */
export const insertSignOff = (
  tx: Tx,
  key: PackKey,
  by: { readonly hatId: string; readonly partyId: string; readonly at: Date },
): Promise<number> =>
  change(
    tx,
    `insert into pack_sign_offs (partnership_id, report_id, hat_id, party_id, signed_at) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [key.partnershipId, key.reportId, by.hatId, by.partyId, by.at],
  );

export const findSchedule = (tx: Tx, partnershipId: string): Promise<{ cut: FixedCut } | null> =>
  row<{ cut: FixedCut }>(tx, 'select cut from pack_schedules where partnership_id = $1', [partnershipId]);

export const removeSchedule = (tx: Tx, partnershipId: string): Promise<number> =>
  change(tx, 'delete from pack_schedules where partnership_id = $1', [partnershipId]);

export const setSchedule = (
  tx: Tx,
  partnershipId: string,
  cut: FixedCut,
  by: { readonly hatId: string; readonly at: Date },
): Promise<number> =>
  change(
    tx,
    `insert into pack_schedules (partnership_id, cut, set_by_hat, set_at) values ($1, $2, $3, $4)
     on conflict (partnership_id) do update set cut = $2, set_by_hat = $3, set_at = $4`,
    [partnershipId, cut, by.hatId, by.at],
  );

/** Every partnership whose packs make themselves; through the system door. */
export const scheduledPartnerships = (tx: Tx): Promise<{ partnershipId: string }[]> =>
  rows<{ partnershipId: string }>(
    tx,
    'select partnership_id as "partnershipId" from pack_schedules order by partnership_id',
  );

/** Holds the partnership's schedule until the end, so that a cut gets one pack of itself. */
export const lockSchedule = (tx: Tx, partnershipId: string): Promise<{ cut: FixedCut } | null> =>
  row<{ cut: FixedCut }>(tx, 'select cut from pack_schedules where partnership_id = $1 for update', [
    partnershipId,
  ]);

export const hasReport = async (tx: Tx, partnershipId: string, period: Period): Promise<boolean> =>
  (await row(
    tx,
    `select from partnership_reports where partnership_id = $1 and period = daterange($2, $3, '[]') and state <> 'failed'`,
    [partnershipId, period.from, period.to],
  )) !== null;
