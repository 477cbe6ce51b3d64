import { systemActor } from '../../src/access/index.js';
import { refreshFacts } from '../../src/absence/month-facts.queries.js';
import { rows, type Tx } from '../../src/platform/database/rows.js';
import { absenceFacts, exposureFacts, presenceFacts } from '../../src/absence/index.js';
import { localDate } from '../../src/shared/local-date.js';
import { monthsOf } from '../../src/shared/period.js';
import { startTestApp, type TestApp } from '../harness/app.js';

const TODAY = localDate('2026-04-10');
const YEAR = { from: localDate('2025-01-01'), to: localDate('2025-12-31') };

// 300 people in six teams; half of them move in May 2025; every spell begins in a month of its own, and each fifth one
// lasts until the next begins, so that rows touch. Some end with the employment, some still run.
const HISTORY = `
  select setseed(0.25);
  create temporary table drawn on commit drop as
    select uuidv7() as person_id, uuidv7() as employment_id, n, ($1::uuid[])[1 + n % 6] as team,
      ($1::uuid[])[1 + (n * 7) % 6] as later_team, n % 2 = 0 as moves, (array[37, 30, 18.5])[1 + n % 3] as hours,
      daterange('2024-01-01'::date + (random() * 500)::int, case when n % 4 = 0 then '2025-09-01'::date + (random() * 100)::int end) as employed
    from generate_series(1, 300) n;`;

const statements = [
  `insert into people (tenant_id, id, person_key, name) select $1, person_id, n::text, 'P' from drawn`,
  `insert into employments (tenant_id, id, person_id, employee_number, employed) select $1, employment_id, person_id, n::text, employed from drawn`,
  `insert into employment_terms (tenant_id, employment_id, valid, unit_id, weekly_hours)
   select $1, employment_id, part, unit, hours from drawn, lateral (values
     (case when moves then employed * '(,2025-05-14)'::daterange else employed end, team),
     (case when moves then employed * '[2025-05-14,)'::daterange else 'empty'::daterange end, later_team)) as given (part, unit)
   where not isempty(part)`,
  `insert into spells (tenant_id, employment_id, kind, first_on, last_on, degree, source, source_first_on, registered_on, registered_assumed)
   select $1, employment_id, (array['own-sickness', 'partial-sickness', 'section-56', 'work-injury', 'pregnancy-related'])[1 + (random() * 4)::int],
     first_on, case when k = 19 and n % 10 = 0 then null else first_on + length end, (array[1, 0.5, 0.75])[1 + (random() * 2)::int],
     'payroll', first_on, first_on, false
   from (
     select employment_id, employed, n, k, '2024-06-01'::date + k * 31 as first_on,
       case when (n + k) % 5 = 0 then 30 else (random() * 29)::int end as length
     from drawn, generate_series(0, 19) k where (n + k * 3) % 4 <> 1) as planned
   where employed @> first_on`,
];

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

describe('the facts of a report', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const drawHistory = async (tx: Tx, tenantId: string, teams: readonly string[]): Promise<void> => {
    for (const statement of HISTORY.split(';\n').filter((part) => part.trim() !== ''))
      await tx.query(statement, statement.includes('$1') ? [teams] : []);
    for (const statement of statements) await tx.query(statement, [tenantId]);
  };

  it('are those of the months that screens show', async () => {
    const { tenantId } = await app.make.employer();
    const workplaces = [await app.make.unit(tenantId), await app.make.unit(tenantId)];
    const teams: string[] = [];
    for (let index = 0; index < 6; index += 1)
      teams.push(await app.make.unit(tenantId, { parentId: workplaces[index % 2] ?? '' }));
    await app.doors.within(systemActor('operator command'), tenantId, async (tx) => {
      await drawHistory(tx, tenantId, teams);
      await refreshFacts(tx, tenantId, TODAY);
      const wanted = { tenantId, workplaces, months: monthsOf(YEAR), seenOn: TODAY, knownAt: null };
      const exposure = await exposureFacts(tx, wanted);
      const absence = await absenceFacts(tx, wanted);
      const presence = await presenceFacts(tx, wanted);
      const kept = await rows<Record<string, number | string>>(
        tx,
        `select path[1] as workplace, month::text, sum(possible_days)::float8 as "possibleDays", sum(fte_days)::float8 as "fteDays",
           sum(employed_days)::float8 as "employedDays", sum(short_days)::float8 as "shortDays", sum(medium_days)::float8 as "mediumDays",
           sum(long_days)::float8 as "longDays", sum(spells_begun)::float8 as begun, sum(spells_ended)::float8 as ended
         from month_facts join unit_versions using (tenant_id, unit_id)
         where month between $1 and $2 group by 1, 2`,
        [YEAR.from, YEAR.to],
      );
      expect(kept).toHaveLength(24);
      for (const line of kept) {
        const here = (fact: { workplace: string; month: string }) =>
          fact.workplace === line.workplace && fact.month === line.month;
        const [exposed] = exposure.filter(here);
        for (const column of ['possibleDays', 'fteDays', 'employedDays'] as const)
          expect(exposed?.[column]).toBeCloseTo(Number(line[column]), 2);
        for (const column of ['shortDays', 'mediumDays', 'longDays', 'begun', 'ended'] as const) {
          const sum = absence.filter(here).reduce((total, fact) => total + sumOf(fact[column]), 0);
          expect([line.month, column, Math.round(sum * 100)]).toEqual([
            line.month,
            column,
            Math.round(Number(line[column]) * 100),
          ]);
        }
      }
      expect(new Set(presence.flatMap((fact) => fact.persons)).size).toBeGreaterThan(250);
      expect(absence.reduce((total, fact) => total + sumOf(fact.longDays), 0)).toBeGreaterThan(1000);
    });
  });
});
