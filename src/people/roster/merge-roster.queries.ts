import type { RosterUnits } from '../../organisations/index.js';
import { change, row, type Tx } from '../../platform/database/rows.js';
import { refreshStatistics } from '../../platform/database/statistics.js';
import { mergePrivateData } from '../private-data.queries.js';
import type { RosterPlan } from './roster-plan.js';

/** An employment's days and terms as they are, for undoing what a roster makes of them. */
export const employmentState = (employmentId: string): string => `
  (select jsonb_build_object('employed', e.employed, 'terms', (
      select jsonb_agg(jsonb_build_object('valid', t.valid, 'unit', t.unit_id, 'hours', t.weekly_hours, 'job', t.job_group,
        'manager', t.manager_person_id) order by t.valid)
      from employment_terms t where t.tenant_id = e.tenant_id and t.employment_id = e.id))
   from employments e where e.tenant_id = $1 and e.id = ${employmentId})`;
const REMEMBER = `
  create temp table remembered on commit drop as
  select t.employment_id, case when s.is_new then null else ${employmentState('t.employment_id')} end as before
  from touched t join stays s using (employment_id)`;
const KEEP = `
  insert into roster_changes (tenant_id, import_id, employment_id, before, after)
  select $1, $2, r.employment_id, r.before, ${employmentState('r.employment_id')} from remembered r`;

/** The employment ids are random or old; written in order they fill the indexes page by page. */
const STATEMENTS = [
  `insert into people (tenant_id, id, person_key, name)
   select $1, f.person_id, f.person_key, f.name from faces f
   where f.is_new and exists (select from stays s join touched t using (employment_id) where s.person_id = f.person_id)
   order by f.person_id`,
  `update people p set name = r.name from renamed r where p.tenant_id = $1 and p.id = r.person_id`,
  `update employments e set employed = s.employed from stays s join touched t using (employment_id)
   where e.tenant_id = $1 and e.id = s.employment_id and not s.is_new and s.employed <> s.recorded`,
  `insert into employments (tenant_id, id, person_id, employee_number, employed, import_id)
   select $1, s.employment_id, s.person_id, s.employee_number, s.employed, $2
   from stays s join touched t using (employment_id) where s.is_new order by s.employment_id`,
  `delete from employment_terms e using touched t where e.tenant_id = $1 and e.employment_id = t.employment_id`,
  `insert into employment_terms (tenant_id, employment_id, valid, unit_id, weekly_hours, job_group, manager_person_id)
   select $1, n.employment_id, n.valid, n.unit_id, n.weekly_hours, n.job_group, n.manager_person_id
   from terms n join touched t using (employment_id) order by n.employment_id, n.valid`,
];

const parametersOf = (sql: string, plan: RosterPlan): string[] =>
  sql.includes('$2') ? [plan.tenantId, plan.importId] : [plan.tenantId];

/** Records a judged roster: units, people, employments and their terms. What held before its day stays as it was. */
export const mergeRoster = async (tx: Tx, plan: RosterPlan, units: RosterUnits): Promise<void> => {
  await units.write();
  for (const sql of [REMEMBER, ...STATEMENTS, KEEP]) {
    await change(tx, sql, parametersOf(sql, plan));
  }
  await mergePrivateData(tx, plan.tenantId, plan.knowsPrivate);
  const touched = await row<{ employments: number }>(tx, 'select count(*) as employments from touched');
  await refreshStatistics(tx, ['people', 'employments', 'employment_terms'], touched?.employments ?? 0);
};
