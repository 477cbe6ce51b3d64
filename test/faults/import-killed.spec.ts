import { addDays, dayOf } from '../../src/shared/local-date.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { runBuilt, type Running } from '../harness/process.js';
import { hasRedis, startRedis, type TestRedis } from '../harness/redis.js';
import { asSuperuser } from '../harness/runtime.js';
import { panelSteps, panelWorld } from '../reports/panel-world.js';

jest.setTimeout(240_000);

const PEOPLE = 30;
// The worker is a process of its own with the real clock, so the file is about the last half-year.
const TODAY = dayOf(new Date());
const FIRST = addDays(TODAY, -170);
const danish = (day: string): string => day.split('-').reverse().join('-');

/** Thirty people with five spells each, one row that cannot be taken among them. */
const absenceFile = (): string => {
  const rows = Array.from({ length: PEOPLE * 5 }, (_, index) => {
    const from = addDays(FIRST, (index % 5) * 37 + (index % 11));
    return `${1000 + Math.floor(index / 5)};790;Sygdom;${danish(from)};${danish(addDays(from, index % 4))}`;
  });
  return [
    'Tjenestenr;Fraværskode;Fraværsårsag;Fra;Til',
    ...rows,
    `9999;790;Sygdom;${danish(FIRST)};${danish(FIRST)}`,
    '',
  ].join('\r\n');
};

/** A table that each step of an import, or of what follows it, has to touch: locked, the worker waits there to be killed. */
const STEPS = ['import_rejections', 'spells', 'absence_sources', 'month_facts', 'signals'] as const;

describe('an import whose worker is killed', () => {
  let app: TestApp;
  let redis: TestRedis | null = null;
  let undisturbed: string;
  beforeAll(async () => {
    redis = hasRedis ? await startRedis() : null;
    app = await startTestApp();
    app.clock.set(TODAY);
    undisturbed = await importIn(await employer(), null);
  });
  afterAll(async () => {
    await app.close();
    await redis?.stop();
  });

  const employer = async () => {
    const { tenantId } = await app.make.employer();
    const unitId = await app.make.unit(tenantId);
    for (let index = 0; index < PEOPLE; index += 1) {
      await app.make.employment(tenantId, { unitId, number: String(1000 + index) });
    }
    return { tenantId, agent: await app.as(await app.make.hat('hr-manager', { tenantId })) };
  };
  type Employer = Awaited<ReturnType<typeof employer>>;

  const work = (): Running => {
    const { runtime } = app;
    return runBuilt('worker.js', {
      DATABASE_URL: runtime.databaseUrl,
      DATABASE_OWNER_URL: runtime.ownerUrl,
      DATA_DIR: runtime.environment.dataDir,
      LOG_LEVEL: 'info',
      ...(redis ? { REDIS_URL: redis.url } : {}),
    });
  };
  const ask = <T>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> =>
    asSuperuser(
      async (client) => (await client.query(sql, [...parameters])).rows as T[],
      app.runtime.database,
    );
  /** The lease of what a killed worker held runs out at once instead of in a minute. */
  const endLeases = (): Promise<unknown> => ask('update outbox set due_at = now() where done_at is null');
  const until = async (condition: () => Promise<boolean>): Promise<void> => {
    for (let tries = 0; !(await condition()); tries += 1) {
      if (tries > 400) throw new Error('it did not come about');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const allDone = async (): Promise<boolean> =>
    (await ask('select 1 from outbox where done_at is null and failed_at is null')).length === 0;

  /** What an employer's records say, without the ids that differ from one to another. */
  const stateOf = async (tenantId: string): Promise<string> => {
    const parts = await ask(
      `select jsonb_build_object(
         'spells', (select jsonb_agg(jsonb_build_array(employee_number, kind, first_on, last_on, degree, version) order by employee_number, first_on)
           from spells join employments e on e.tenant_id = spells.tenant_id and e.id = employment_id where spells.tenant_id = $1),
         'facts', (select jsonb_agg(to_jsonb(f) - 'tenant_id' - 'unit_id' - 'computed_at' order by month) from month_facts f where tenant_id = $1),
         'signals', (select jsonb_agg(jsonb_build_array(employee_number, rule, raised_on, due_on) order by employee_number, rule)
           from signals join employments e on e.tenant_id = signals.tenant_id and e.id = employment_id where signals.tenant_id = $1),
         'imports', (select jsonb_agg(jsonb_build_array(state, counts) order by created_at) from imports where tenant_id = $1),
         'rejected', (select jsonb_agg(jsonb_build_array(line, code) order by line) from import_rejections where tenant_id = $1)) as state`,
      [tenantId],
    );
    return JSON.stringify(parts);
  };

  const importIn = async (
    { tenantId, agent }: Employer,
    held: (typeof STEPS)[number] | null,
  ): Promise<string> => {
    const worker = work();
    const uploaded = await agent
      .post('/api/imports')
      .field('kind', 'absences')
      .field('dataAsOf', TODAY)
      .attach('file', Buffer.from(absenceFile(), 'utf8'), 'fravaer.csv')
      .expect(201);
    const id = String(uploaded.body.id);
    const state = async (): Promise<string> => (await agent.get(`/api/imports/${id}`).expect(200)).body.state;
    await agent.post(`/api/imports/${id}/analysis`).expect(202);
    await until(async () => (await state()) === 'analysed');
    if (held === null) {
      await agent.post(`/api/imports/${id}/confirmation`).expect(202);
      await until(allDone);
      await worker.end('SIGKILL');
      return stateOf(tenantId);
    }
    await asSuperuser(async (client) => {
      await client.query('begin');
      await client.query(`lock table ${held} in share row exclusive mode`);
      await agent.post(`/api/imports/${id}/confirmation`).expect(202);
      await until(async () => (await ask('select 1 from pg_locks where not granted')).length > 0);
      await worker.end('SIGKILL');
      await redis?.empty();
      await client.query('rollback');
    }, app.runtime.database);
    const second = work();
    await until(async () => {
      await endLeases();
      return (await allDone()) && (await state()) === 'applied';
    });
    await second.end('SIGKILL');
    return stateOf(tenantId);
  };

  it('is what it should be when nothing happens', () => {
    expect(undisturbed).toContain('"inserted":150');
    expect(undisturbed).toContain('"rejected":1');
    expect(undisturbed).toContain('spells-3-in-183-days');
  });

  it.each(STEPS)('ends in the same state when it was killed before writing %s', async (step) => {
    expect(await importIn(await employer(), step)).toBe(undisturbed);
  });

  it('hands an evaluator one whole file where it was killed before saying that the file is there', async () => {
    const world = await panelWorld(app);
    app.clock.set(TODAY);
    const panels = panelSteps(app);
    const basis = await panels.inForce(world, { deleteOn: addDays(TODAY, 200) });
    const { body } = await world.hr.post(`/api/panel-bases/${basis}/deliveries`);
    await asSuperuser(async (client) => {
      await client.query('begin');
      await client.query('lock table panel_deliveries in share row exclusive mode');
      const worker = work();
      await until(async () => (await ask('select 1 from pg_locks where not granted')).length > 0);
      await worker.end('SIGKILL');
      await redis?.empty();
      await client.query('rollback');
    }, app.runtime.database);
    expect((await panels.fetched(world, body.id)).status).toBe(404);
    const second = work();
    await until(async () => {
      await endLeases();
      return allDone();
    });
    await second.end('SIGKILL');
    const written = await panels.opened(world, body.id);
    // The same months of the same people as a delivery that nothing happened to; its pseudonyms are others.
    const another = await panels.opened(world, await panels.delivered(world, basis));
    const withoutNames = (rows: typeof written) =>
      rows.map(({ person: _person, ...row }) => JSON.stringify(row)).sort();
    expect(withoutNames(written)).toEqual(withoutNames(another));
    const said = await ask<{ count: number }>(
      `select count(*)::int as count from audit_entries where action = 'panel-delivery.write' and $1 = any (subject_ids::text[])`,
      [body.id],
    );
    expect(said).toEqual([{ count: 1 }]);
  });

  (hasRedis ? it : it.skip)('works on Redis too, emptied at each kill', () => {
    expect(redis).not.toBeNull();
  });
});
