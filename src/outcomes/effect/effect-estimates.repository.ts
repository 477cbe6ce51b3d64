import { change, row, rows, type Tx } from '../../platform/database/rows.js';
import type { EstimateContent } from './effect.view.js';

export type EstimateState = 'building' | 'ready' | 'failed';

export interface StoredEstimate {
  readonly id: string;
  readonly planId: string;
  readonly state: EstimateState;
  readonly content: EstimateContent | null;
  readonly failure: string | null;
  readonly orderedAt: Date;
  readonly finishedAt: Date | null;
}

const COLUMNS = `id, plan_id as "planId", state, content, failure, ordered_at as "orderedAt", finished_at as "finishedAt"`;

/** The latest estimate by each plan. */
export const latestEstimates = (tx: Tx, partnershipId: string): Promise<StoredEstimate[]> =>
  rows<StoredEstimate>(
    tx,
    `select distinct on (plan_id) ${COLUMNS} from effect_estimates where partnership_id = $1
     order by plan_id, ordered_at desc, id desc`,
    [partnershipId],
  );

/** What was last told by a plan for the first time: one that repeats another let nothing out. */
export const lastTold = (tx: Tx, partnershipId: string, planId: string): Promise<StoredEstimate | null> =>
  row<StoredEstimate>(
    tx,
    `select ${COLUMNS} from effect_estimates where partnership_id = $1 and plan_id = $2 and state = 'ready'
       and exists (select from released_cells r
         where r.partnership_id = $1 and r.exit = 'effect' and r.release = effect_estimates.id::text)
     order by finished_at desc, id desc limit 1`,
    [partnershipId, planId],
  );

export const findEstimate = (tx: Tx, partnershipId: string, id: string): Promise<StoredEstimate | null> =>
  row<StoredEstimate>(tx, `select ${COLUMNS} from effect_estimates where partnership_id = $1 and id = $2`, [
    partnershipId,
    id,
  ]);

export const insertEstimate = async (
  tx: Tx,
  partnershipId: string,
  planId: string,
  by: { readonly hatId: string | null; readonly at: Date },
): Promise<StoredEstimate> => {
  const made = await row<StoredEstimate>(
    tx,
    `insert into effect_estimates (partnership_id, plan_id, state, ordered_by_hat, ordered_at)
     values ($1, $2, 'building', $3, $4) returning ${COLUMNS}`,
    [partnershipId, planId, by.hatId, by.at],
  );
  if (!made) throw new Error('the estimate was not made');
  return made;
};

/** Stores what was found; nothing when another run was first. */
export const finishEstimate = (
  tx: Tx,
  key: { readonly partnershipId: string; readonly estimateId: string },
  content: object,
  at: Date,
) =>
  change(
    tx,
    `update effect_estimates set state = 'ready', content = $3, failure = null, finished_at = $4
     where partnership_id = $1 and id = $2 and state <> 'ready'`,
    [key.partnershipId, key.estimateId, JSON.stringify(content), at],
  );

export const failEstimate = (
  tx: Tx,
  key: { readonly partnershipId: string; readonly estimateId: string },
  failure: string,
) =>
  change(
    tx,
    `update effect_estimates set state = 'failed', failure = $3, finished_at = now()
     where partnership_id = $1 and id = $2 and state <> 'ready'`,
    [key.partnershipId, key.estimateId, failure],
  );
