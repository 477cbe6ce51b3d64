import { change, row, rows, type Tx } from '../../platform/database/rows.js';
import { offsetOf } from '../../platform/http/page.js';
import type { LocalDate } from '../../shared/local-date.js';
import type { BarrierDto, BarriersQuery, ChangeBarrierDto } from './barriers.dto.js';
import type { BarrierView } from './barriers.view.js';

const IN_STATE = `partnership_id = $1 and ($2::text is null or (resolved_on is null) = ($2 = 'open'))`;

/** Open ones first, then the latest seen. */
export const listBarriers = (tx: Tx, partnershipId: string, query: BarriersQuery): Promise<BarrierView[]> =>
  rows<BarrierView>(
    tx,
    `select id, kind, seen_on as "seenOn", what, unit_id as "unitId",
       (select name from partnership_units u where u.partnership_id = $1 and u.unit_id = b.unit_id limit 1) as unit,
       action, action_by as "actionBy", due_on as "dueOn", resolved_on as "resolvedOn", revision
     from implementation_barriers b where ${IN_STATE}
     order by resolved_on is not null, seen_on desc, id desc limit $3 offset $4`,
    [partnershipId, query.state ?? null, query.pageSize, offsetOf(query)],
  );

export interface BarrierCounts {
  readonly total: number;
  readonly open: number;
  readonly late: number;
}

export const countBarriers = async (
  tx: Tx,
  partnershipId: string,
  { state }: BarriersQuery,
  today: LocalDate,
): Promise<BarrierCounts> =>
  (await row<BarrierCounts>(
    tx,
    `select count(*) filter (where ${IN_STATE}) as total, count(*) filter (where resolved_on is null) as open,
       count(*) filter (where resolved_on is null and due_on < $3) as late
     from implementation_barriers where partnership_id = $1`,
    [partnershipId, state ?? null, today],
  )) ?? { total: 0, open: 0, late: 0 };

const VALUES = (barrier: BarrierDto): unknown[] => [
  barrier.kind,
  barrier.seenOn,
  barrier.what,
  barrier.unitId,
  barrier.action,
  barrier.actionBy,
  barrier.dueOn,
  barrier.resolvedOn,
];

export const insertBarrier = (
  tx: Tx,
  partnershipId: string,
  barrier: BarrierDto,
  by: { readonly hatId: string | null; readonly at: Date },
): Promise<{ id: string } | null> =>
  row<{ id: string }>(
    tx,
    `insert into implementation_barriers (partnership_id, kind, seen_on, what, unit_id, action, action_by, due_on,
       resolved_on, recorded_by_hat, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
    [partnershipId, ...VALUES(barrier), by.hatId, by.at],
  );

/** Writes over what was read; how many rows it found. */
export const updateBarrier = (
  tx: Tx,
  partnershipId: string,
  id: string,
  barrier: ChangeBarrierDto,
): Promise<number> =>
  change(
    tx,
    `update implementation_barriers set kind = $3, seen_on = $4, what = $5, unit_id = $6, action = $7, action_by = $8,
       due_on = $9, resolved_on = $10, revision = revision + 1
     where partnership_id = $1 and id = $2 and revision = $11`,
    [partnershipId, id, ...VALUES(barrier), barrier.revision],
  );

export const barrierExists = async (tx: Tx, partnershipId: string, id: string): Promise<boolean> =>
  (await row(tx, 'select from implementation_barriers where partnership_id = $1 and id = $2', [
    partnershipId,
    id,
  ])) !== null;
