import { audit, systemActor, type Actor } from '../../../access/index.js';
import type { Tx } from '../../../platform/database/rows.js';

/** Why anything is done to persons' data here, as the access log says it. */
export const EVALUATION = 'evaluation by the evaluator of a partnership';

export const evaluating = systemActor(EVALUATION);

interface Entry {
  readonly tenantId: string;
  /** Of the basis or the delivery. */
  readonly id: string;
  readonly action: string;
  readonly personIds?: readonly string[];
  readonly detail?: Readonly<Record<string, unknown>>;
}

export const auditPanel = (tx: Tx, actor: Actor, { tenantId, id, ...entry }: Entry): Promise<void> =>
  audit(tx, actor, { ...entry, tenantId, subjectType: 'delivery', subjectIds: [id], purpose: EVALUATION });
