import { audit, type AuditEntry, type HatActor } from '../access/index.js';
import type { Tx } from '../platform/database/rows.js';
import { notFound } from '../platform/http/problem.js';
import type { LocalDate } from '../shared/local-date.js';
import { findCases, type FoundCase } from './cases.queries.js';

/** The case as the hat may see it on a day. @throws Problem 404 for one out of its scope */
export const getCase = async (tx: Tx, actor: HatActor, on: LocalDate, id: string): Promise<FoundCase> => {
  const [one] = await findCases(tx, actor, on, { id, limit: 1, offset: 0 });
  if (!one) throw notFound();
  return one;
};

/** Notes that a case was read or changed, and with it what is held about its person. */
export const auditCase = (
  tx: Tx,
  actor: HatActor,
  { tenantId, id, personId }: Pick<FoundCase, 'tenantId' | 'id' | 'personId'>,
  done: Pick<AuditEntry, 'action' | 'purpose'>,
): Promise<void> =>
  audit(tx, actor, { tenantId, ...done, subjectType: 'case', subjectIds: [id], personIds: [personId] });
