import { PartnershipsService } from '../../src/partnerships/index.js';
import { localDate } from '../../src/shared/local-date.js';
import { systemActor, type Doors } from '../../src/access/index.js';
import type { Factories } from '../factories/factories.js';

/** What the world is made in: the application of a test, or the product behind a browser. */
interface Place {
  readonly make: Factories;
  readonly doors: Doors;
  readonly partnerships: PartnershipsService;
}

const OPERATOR = systemActor('operator command');

/**
 * A municipality with workplaces of so many employees, in a partnership from January 2026 on: the first half takes part.
 * Everybody is ill for some days of February in one or both years before, by turns; every eleventh for six weeks.
 */
export const labWorld = async (app: Place, sizes: readonly number[]) => {
  const { tenantId } = await app.make.employer({ name: 'Fjordby Kommune' });
  const units: string[] = [];
  for (const [place, size] of sizes.entries()) {
    const unitId = await app.make.unit(tenantId, { name: `Plejecenter ${place + 1}` });
    const team = await app.make.unit(tenantId, { parentId: unitId });
    units.push(unitId);
    await app.doors.within(OPERATOR, tenantId, (tx) =>
      tx.query(
        `with made as (
           insert into people (tenant_id, person_key, name)
           select $1, 'p' || $3::text || '-' || n, 'Person ' || n from generate_series(1, $4::int) n returning id, person_key),
         employed as (
           insert into employments (tenant_id, person_id, employee_number, employed)
           select $1, id, person_key, '[2020-01-01,)' from made returning id, employee_number),
         terms as (
           insert into employment_terms (tenant_id, employment_id, valid, unit_id, weekly_hours, job_group)
           select $1, id, '[2020-01-01,)', $2, 37, '' from employed)
         insert into spells (tenant_id, employment_id, kind, first_on, last_on, degree, source, source_first_on, registered_on, registered_assumed)
         select $1, id, 'own-sickness', first_on, first_on + days - 1, 1, 'payroll', first_on, first_on, false
         from (
           select id, split_part(employee_number, '-', 2)::int + $3::int as n from employed) e
         cross join lateral (values
           ('2024-02-05'::date + n % 20, case when n % 11 = 0 then 42 else 1 + n % 4 end, n % 3 <> 0),
           ('2025-02-03'::date + n % 20, case when n % 13 = 0 then 42 else 1 + n % 5 end, n % 2 = 0)) s (first_on, days, happens)
         where happens`,
        [tenantId, team, place, size],
      ),
    );
  }
  await app.doors.within(OPERATOR, tenantId, (tx) =>
    tx.query(
      `with first_month as (
         insert into spells (tenant_id, employment_id, kind, first_on, last_on, degree, source, source_first_on, registered_on, registered_assumed)
         select $1, (select id from employments where tenant_id = $1 order by employee_number limit 1), 'own-sickness',
           '2024-01-08', '2024-01-08', 1, 'payroll', '2024-01-08', '2024-01-08', false)
       insert into absence_sources (tenant_id, source, known_until) values ($1, 'payroll', '2026-06-01')`,
      [tenantId],
    ),
  );
  const half = units.length / 2;
  const id = await app.partnerships.createPartnership(OPERATOR, {
    name: 'Nærvær i Fjordby',
    from: localDate('2026-01-01'),
    to: localDate('2028-12-31'),
    units: units.map((unitId, place) => ({ tenantId, unitId, arm: place < half ? 'in' : 'comparison' })),
  });
  return { tenantId, units, id, treated: units.slice(0, half), compared: units.slice(half) };
};

/** Terms to try, with what a test changes of them. */
export const question = (
  of: { readonly treated: readonly string[]; readonly compared: readonly string[] },
  changes: object = {},
) => ({
  basis: 'own',
  treated: of.treated,
  compared: of.compared,
  choice: 'chosen',
  measure: 'spells',
  rule: 'point',
  threshold: 0.075,
  level: 0.05,
  tau: 0.05,
  target: 0.1,
  money: {
    purse: 'employer',
    rate: 200_000,
    costs: 0,
    share: '0.5',
    attribution: '1',
    periodCap: 50_000_000,
  },
  ...changes,
});
