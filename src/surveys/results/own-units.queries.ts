import type { HatActor } from '../../access/index.js';
import { rows, type Tx } from '../../platform/database/rows.js';
import { notFound } from '../../platform/http/problem.js';
import type { LocalDate } from '../../shared/local-date.js';

/** Null for all of the employer; else the units that a line manager answers for, which those below belong to. */
export type OwnUnits = readonly string[] | null;

/** The units in which somebody answers to this line manager on a day. */
export const ownUnitsOf = async (tx: Tx, actor: HatActor, on: LocalDate): Promise<OwnUnits> => {
  if (actor.role !== 'line-manager') return null;
  const found = await rows<{ id: string }>(
    tx,
    `select distinct unit_id as id from employment_terms
     where tenant_id = $1 and manager_person_id = $2 and valid @> $3::date`,
    [actor.tenantId, actor.personId, on],
  );
  return found.map(({ id }) => id);
};

export const tenantOf = (actor: HatActor): string => {
  if (!actor.tenantId) throw notFound();
  return actor.tenantId;
};
