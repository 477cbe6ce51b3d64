import { change, rows, type Tx } from '../../platform/database/rows.js';
import { employmentState } from './merge-roster.queries.js';

/** What a roster changed and nobody has since. A new employment that is in use by now counts as changed. */
const UNDOABLE = `
  create temp table undoable on commit drop as
  select c.employment_id, c.before, e.person_id
  from roster_changes c
  join employments e on e.tenant_id = c.tenant_id and e.id = c.employment_id
  where c.tenant_id = $1 and c.import_id = $2 and c.after = ${employmentState('c.employment_id')}
    and (c.before is not null or c.employment_id not in (select employment_id from employments_in_use))`;

const LEFT = `
  select e.employee_number as "employeeNumber" from roster_changes c
  join employments e on e.tenant_id = c.tenant_id and e.id = c.employment_id
  where c.tenant_id = $1 and c.import_id = $2 and c.employment_id not in (select employment_id from undoable)
  order by e.employee_number`;

const RESTORE = [
  'delete from employment_terms t using undoable u where t.tenant_id = $1 and t.employment_id = u.employment_id',
  'delete from employments e using undoable u where e.tenant_id = $1 and e.id = u.employment_id and u.before is null',
  `update employments e set employed = (u.before ->> 'employed')::daterange from undoable u
   where e.tenant_id = $1 and e.id = u.employment_id`,
  `insert into employment_terms (tenant_id, employment_id, valid, unit_id, weekly_hours, job_group, manager_person_id)
   select $1, u.employment_id, t.valid, t.unit, t.hours, t.job, t.manager
   from undoable u, jsonb_to_recordset(u.before -> 'terms') as t (valid daterange, unit uuid, hours numeric, job text, manager uuid)`,
];

/** People whose only employment is undone go with it, unless somebody still answers to them. */
const FORGET = `
  delete from people p using (select distinct person_id from undoable where before is null) u
  where p.tenant_id = $1 and p.id = u.person_id
    and not exists (select from employments e where e.tenant_id = p.tenant_id and e.person_id = p.id)
    and not exists (select from employment_terms t where t.tenant_id = p.tenant_id and t.manager_person_id = p.id)`;

/**
 * Puts back what a roster changed, as far as nobody has changed it since. The caller has made `employments_in_use`
 * (employment_id). Units stay.
 * @returns employee numbers of the employments left as they are; those put back are in `undoable`
 */
export const undoRoster = async (tx: Tx, tenantId: string, importId: string): Promise<string[]> => {
  await change(tx, UNDOABLE, [tenantId, importId]);
  const left = await rows<{ employeeNumber: string }>(tx, LEFT, [tenantId, importId]);
  for (const sql of RESTORE) await change(tx, sql, [tenantId]);
  await tx.query('savepoint before_forgetting');
  try {
    await change(tx, FORGET, [tenantId]);
  } catch {
    // Something above, a case for instance, still names one of them.
    await tx.query('rollback to savepoint before_forgetting');
  }
  await change(tx, 'delete from roster_changes where tenant_id = $1 and import_id = $2', [
    tenantId,
    importId,
  ]);
  return left.map(({ employeeNumber }) => employeeNumber);
};
