import { systemActor } from '../../src/access/index.js';
import { refreshFacts } from '../../src/absence/month-facts.queries.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { scene, short } from './scene.js';

describe('the rule about many new spells of a unit', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const refresh = (tenantId: string): Promise<unknown> =>
    app.doors.within(systemActor('operator command'), tenantId, (tx) =>
      refreshFacts(tx, tenantId, app.clock.today()),
    );

  /** Five teams of twelve with one spell each a month for a year; in the thirteenth, March 2026, nine begin in one of them. */
  const world = async () => {
    app.clock.set('2026-04-02');
    const given = await scene(app);
    const { tenantId, unitId, sql } = given;
    const team = async (at: string): Promise<string[]> => {
      const made: string[] = [];
      for (let count = 0; count < 12; count += 1)
        made.push((await app.make.employment(tenantId, { unitId: at, from: '2020-01-01' })).employmentId);
      return made;
    };
    const here = await team(unitId);
    const there: string[] = [];
    for (let count = 0; count < 4; count += 1) there.push(...(await team(await app.make.unit(tenantId))));
    await sql(
      `insert into spells (tenant_id, employment_id, kind, first_on, last_on, source, registered_on, registered_assumed, source_first_on)
       select $1, employment, 'own-sickness', (date '2025-03-01' + (month * interval '1 month'))::date + day,
         (date '2025-03-01' + (month * interval '1 month'))::date + day + 1, 'test', date '2026-01-01', false,
         (date '2025-03-01' + (month * interval '1 month'))::date + day
       from unnest($2::uuid[], $3::int[], $4::int[]) as spell (employment, month, day)`,
      [...here, ...there].map((id) => id),
      [...here, ...there].map((_, index) => index % 12),
      [...here, ...there].map(() => 4),
    );
    await sql(
      `insert into spells (tenant_id, employment_id, kind, first_on, last_on, source, registered_on, registered_assumed, source_first_on)
       select $1, employment, 'own-sickness', date '2026-03-09', date '2026-03-10', 'test', date '2026-03-12', false, date '2026-03-09'
       from unnest($2::uuid[]) as employment`,
      [...here.slice(0, 9), ...there.filter((_, index) => index % 12 === 0)],
    );
    await sql(`insert into absence_sources (tenant_id, source, known_until) values ($1, 'test', '2026-03-31')
      on conflict do nothing`);
    await sql('insert into stale_units (tenant_id, unit_id) select $1, id from units where tenant_id = $1');
    await refresh(tenantId);
    return { ...given, here };
  };

  it('is off until it is set; then it tells of the unit above its own past, once', async () => {
    const given = await world();
    await given.look('2026-04-02');
    expect(short(await given.signals()).filter((line) => line.startsWith('unit-'))).toEqual([]);
    await given.sql('insert into signal_settings (tenant_id, number, unit_spells) values ($1, 2, true)');
    await given.look('2026-04-02');
    await given.look('2026-04-03');
    const [signal, ...more] = (await given.signals()).filter(({ rule }) => rule === 'unit-spells');
    expect(more).toEqual([]);
    expect(signal).toMatchObject({
      raised: '2026-04-02',
      facts: { count: 9, chart: { month: '2026-03-01', begun: 9, months: 12, persons: 13 } },
    });
    const [at] = await given.sql<{ unit: string }>(
      `select unit_id as unit from signals where tenant_id = $1 and rule = 'unit-spells'`,
    );
    expect(at?.unit).toBe(given.unitId);
    // A correction that takes the spells away withdraws it.
    await given.sql(
      `delete from spells where tenant_id = $1 and employment_id = any ($2::uuid[]) and first_on = '2026-03-09'`,
      given.here.slice(1),
    );
    await given.sql('insert into stale_units (tenant_id, unit_id) values ($1, $2)', given.unitId);
    await refresh(given.tenantId);
    await given.look('2026-04-04');
    expect(short((await given.signals()).filter(({ rule }) => rule === 'unit-spells'))).toEqual([
      'unit-spells 2026-04-02 withdrawn',
    ]);
  });

  it('says nothing where one person has most of the spells', async () => {
    const given = await world();
    await given.sql('insert into signal_settings (tenant_id, number, unit_spells) values ($1, 2, true)');
    await given.sql(
      `update spells set employment_id = $2, first_on = date '2026-03-01' + 3 * n, last_on = date '2026-03-01' + 3 * n,
         source_first_on = date '2026-03-01' + 3 * n
       from (select id, (row_number() over ())::int as n from spells where tenant_id = $1 and first_on = '2026-03-09'
         and employment_id = any ($3::uuid[])) chosen
       where spells.tenant_id = $1 and spells.id = chosen.id and n < 7`,
      given.here[0],
      given.here,
    );
    await given.sql('insert into stale_units (tenant_id, unit_id) values ($1, $2)', given.unitId);
    await refresh(given.tenantId);
    await given.look('2026-04-02');
    expect((await given.signals()).filter(({ rule }) => rule === 'unit-spells')).toEqual([]);
  });

  it('is shown to those who set it with the false alarms to expect', async () => {
    const given = await world();
    const hr = await app.as(await app.make.hat('hr-manager', { tenantId: given.tenantId }));
    const { body } = await hr.get('/api/signal-rules/unit-spells').expect(200);
    expect(body).toMatchObject({ month: '2026-03-01', units: 5 });
    expect(body.falseAlarmsAYear).toBeGreaterThan(0);
    expect(body.falseAlarmsAYear).toBeLessThan(1);
    const leader = await app.as(await app.make.hat('line-manager', { tenantId: given.tenantId }));
    await leader.get('/api/signal-rules/unit-spells').expect(403);
    await app.anonymous.get('/api/signal-rules/unit-spells').expect(401);
  });
});
