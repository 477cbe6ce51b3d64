import { personMoments } from '../../src/absence/index.js';
import { systemActor } from '../../src/access/index.js';
import { rows } from '../../src/platform/database/rows.js';
import { localDate } from '../../src/shared/local-date.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { PartnershipsService } from '../../src/partnerships/index.js';
import { labWorld as worldOf, question } from './lab-world.js';

const OPERATOR = systemActor('operator command');
const FROM = localDate('2024-01-01');
const TODAY = localDate('2026-06-10');

describe('the contract lab', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());
  const labWorld = (sizes: readonly number[]) => {
    app.clock.set('2026-06-10');
    return worldOf({ ...app, partnerships: app.nest.get(PartnershipsService) }, sizes);
  };

  describe('sums over persons', () => {
    const read = (tenantId: string, units: readonly string[]) =>
      app.doors.within(OPERATOR, tenantId, (tx) =>
        personMoments(tx, tenantId, { units, from: FROM, today: TODAY }),
      );

    it('are those of the days, the cut days, the spells and the long spells of each person, by hand', async () => {
      const { tenantId } = await app.make.employer({});
      const unitId = await app.make.unit(tenantId, {});
      const team = await app.make.unit(tenantId, { parentId: unitId });
      const full = await app.make.employment(tenantId, { unitId: team });
      const half = await app.make.employment(tenantId, { unitId: team, hours: 18.5, to: '2024-12-31' });
      // Five working days; then 45 days of which 33 are working days, 22 of them among the first thirty days.
      const spell = { employmentId: full.employmentId };
      await app.make.spell(tenantId, { ...spell, from: '2024-01-08', to: '2024-01-12' });
      await app.make.spell(tenantId, { ...spell, from: '2024-02-05', to: '2024-03-20' });
      // Two half days; and over the end of the year: Monday and Tuesday in one, Thursday and Friday in the other.
      await app.make.spell(tenantId, {
        employmentId: half.employmentId,
        from: '2024-06-10',
        to: '2024-06-11',
      });
      await app.make.spell(tenantId, { ...spell, from: '2024-12-30', to: '2025-01-03' });

      const found = await read(tenantId, [unitId]);
      const of = (measure: string) => found.find((row) => row.measure === measure);
      const [days, cut] = [of('days'), of('days-cut-at-30')];
      // 31 December is no holiday of the calendar; 1 January is.
      const [ended, long] = [of('spells'), of('long-spells')];
      expect(days?.first).toMatchObject({ persons: 2, holders: 2 });
      expect(days?.first.amount).toBeCloseTo(5 + 33 + 2 + 1, 9);
      expect(days?.first.amountSquared).toBeCloseTo(40 ** 2 + 1, 9);
      expect(days?.first.exposure).toBeCloseTo(1.5, 9);
      expect(days?.first.exposureSquared).toBeCloseTo(1.25, 9);
      expect(days?.first.amountExposure).toBeCloseTo(40 + 0.5, 9);
      expect(days?.second).toMatchObject({ persons: 1, holders: 1 });
      expect(days?.second.amount).toBeCloseTo(2, 9);
      expect(days?.amounts).toBeCloseTo(80, 9);
      expect(days?.exposures).toBeCloseTo(1, 9);
      expect(cut?.first.amount).toBeCloseTo(5 + 22 + 2 + 1, 9);
      expect([ended?.first.amount, ended?.second.amount]).toEqual([3, 1]);
      expect([long?.first.amount, long?.second.amount]).toEqual([1, 0]);
    });

    it('count a team for the workplace that it stood under, and nobody else’s', async () => {
      const { tenantId, units } = await labWorld([12, 14]);
      const both = await read(tenantId, units);
      const [one] = units;
      const alone = await read(tenantId, [one ?? '']);
      expect(alone.map(({ topShare: _, ...row }) => row)).toEqual(
        both.filter((row) => row.unitId === one).map(({ topShare: _, ...row }) => row),
      );
      expect(both.filter((row) => row.measure === 'days').map((row) => row.first.persons)).toEqual([12, 14]);
    });
  });

  const ready = async (sizes: readonly number[] = Array.from({ length: 14 }, () => 30)) => {
    const world = await labWorld(sizes);
    const agent = await app.as(await app.make.hat('steering-member', { partnershipId: world.id }));
    const url = `/api/partnerships/${world.id}/lab`;
    const ordered = await agent.post(url);
    expect(ordered.status).toBe(202);
    expect(ordered.body).toMatchObject({
      state: 'building',
      from: '2024-01-01',
      to: '2025-12-31',
      employers: 1,
    });
    await app.drainJobs();
    return { ...world, agent, url };
  };

  it('reads the figures of both years, and shows workplaces without a figure of any one', async () => {
    const { agent, url, units } = await ready();
    const { body, status } = await agent.get(url);
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'ready', failure: null, employersDone: 1, provisional: false });
    expect(body.units).toHaveLength(units.length);
    expect(Object.keys(body.units[0]).sort()).toEqual(['arm', 'employer', 'id', 'name']);
    expect(JSON.stringify(body)).not.toContain('amount');
    expect(body.abilities).toEqual(['lab.read', 'lab.try']);
  });

  it('tells what terms would pay for nothing, keeps the trial and tells the same again', async () => {
    const world = await ready();
    const { agent, url } = world;
    const made = await agent.post(`${url}/trials`).send(question(world));
    expect(made.status).toBe(201);
    const { answer } = made.body;
    expect(answer).toMatchObject({
      units: { treated: 7, comparison: 7 },
      sizes: { treated: 210, compared: 210 },
      inference: 'wild-cluster-bootstrap',
      // Seven chosen units cannot show more than one of eight placebo ranks.
      refusal: 'p-out-of-reach',
      smallestP: 0.125,
    });
    const spells = answer.indicators.find((one: { measure: string }) => one.measure === 'spells');
    expect(spells.figures).toMatchObject({ persons: 420, units: 14 });
    expect(spells.detectable).toHaveLength(7);
    const bound = answer.rules.find((one: { rule: string }) => one.rule === 'lower-bound');
    expect(bound.forNothing).toBeCloseTo(0.05, 6);
    const asked = answer.rules.find((one: { rule: string }) => one.rule === 'asked');
    expect(asked.forNothing).toBeGreaterThan(0.1);
    const nothing = answer.payments.find((row: { effect: number }) => row.effect === 0);
    expect(nothing.chance).toBeCloseTo(asked.forNothing, 1);
    expect(answer.suitable.map((one: { measure: string }) => one.measure)).toContain('spells');

    const again = await agent.post(`${url}/trials`).send(question(world));
    expect(again.body.answer).toEqual(answer);
    const list = await agent.get(`${url}/trials`);
    expect(list.body).toMatchObject({ total: 2, items: [{ rule: 'point', refusal: 'p-out-of-reach' }, {}] });
    const kept = await agent.get(`${url}/trials/${made.body.id}`);
    expect(kept.body).toEqual(made.body);
    const lot = await agent.post(`${url}/trials`).send(question(world, { choice: 'lot' }));
    expect(lot.body.answer).toMatchObject({ refusal: null });
  });

  it('tells nothing of two choices whose difference is too few', async () => {
    const world = await ready([...Array.from({ length: 9 }, () => 30), 6]);
    const { agent, url, treated, compared } = world;
    const all = await agent.post(`${url}/trials`).send(question({ treated, compared }));
    const reasonOf = (body: { answer: { indicators: { measure: string; reason: string | null }[] } }) =>
      body.answer.indicators.find((one) => one.measure === 'days')?.reason;
    expect(reasonOf(all.body)).toBeNull();
    const without = await agent
      .post(`${url}/trials`)
      .send(question({ treated, compared: compared.slice(0, -1) }));
    expect(reasonOf(without.body)).toBe('difference');
    const small = await agent
      .post(`${url}/trials`)
      .send(question({ treated: compared.slice(-1), compared: [] }));
    expect(reasonOf(small.body)).toBe('too-few-persons');
    expect(small.body.answer).toMatchObject({ payments: [], rules: [] });
  });

  it('needs no figures for the published ones, and a count for a rule on a count', async () => {
    const world = await labWorld([12, 12]);
    const agent = await app.as(await app.make.hat('payer', { partnershipId: world.id }));
    const url = `/api/partnerships/${world.id}/lab/trials`;
    const published = {
      basis: 'published',
      treated: [],
      compared: [],
      size: { treatedUnits: 30, comparedUnits: 30, personsPerUnit: 50 },
    };
    const { body, status } = await agent.post(url).send(question(world, published));
    expect(status).toBe(201);
    expect(body.answer).toMatchObject({ refusal: null, inference: 'cluster-robust', regression: null });
    expect(body.answer.simulation.runs).toBeGreaterThan(500);
    const count = { rule: 'count', count: { expected: 200, below: 80, drift: 0.15 } };
    const counted = await agent.post(url).send(question(world, { ...published, ...count }));
    expect(
      counted.body.answer.payments.find((row: { effect: number }) => row.effect === 0).chance,
    ).toBeLessThan(1e-3);
    expect((await agent.post(url).send(question(world, { ...published, rule: 'count' }))).status).toBe(400);
    for (const side of ['treated', 'compared'] as const) {
      const named = { ...published, [side]: world.treated.slice(0, 1) };
      const refused = await agent.post(url).send(question(world, named));
      expect([refused.status, refused.body.fields?.[0].field]).toEqual([400, side]);
    }
    expect((await agent.post(url).send(question(world))).status).toBe(409);
  });

  it('says that two years were not recorded', async () => {
    const world = await labWorld([12, 12]);
    await app.doors.within(OPERATOR, world.tenantId, (tx) =>
      tx.query(`delete from spells where tenant_id = $1 and first_on < '2024-02-01'`, [world.tenantId]),
    );
    const agent = await app.as(await app.make.hat('steering-member', { partnershipId: world.id }));
    const url = `/api/partnerships/${world.id}/lab`;
    await agent.post(url);
    expect((await agent.post(url)).status).toBe(409);
    await app.drainJobs();
    expect((await agent.get(url)).body).toMatchObject({
      state: 'failed',
      failure: 'too-little-history',
      units: [],
    });
    expect((await agent.post(url)).status).toBe(202);
    await app.drainJobs();
  });

  it('is read by observers, tried by those who negotiate, and unknown to another partnership', async () => {
    const { id, treated, compared } = await labWorld([12, 12]);
    const url = `/api/partnerships/${id}/lab`;
    const other = await labWorld([12, 12]);
    expect((await app.anonymous.get(url)).status).toBe(401);
    const observer = await app.as(await app.make.hat('observer', { partnershipId: id }));
    expect((await observer.get(url)).body).toMatchObject({ state: null, abilities: ['lab.read'] });
    expect((await observer.post(url)).status).toBe(403);
    expect((await observer.post(`${url}/trials`).send(question({ treated, compared }))).status).toBe(403);
    const stranger = await app.as(await app.make.hat('steering-member', { partnershipId: other.id }));
    for (const path of [url, `${url}/trials`]) expect((await stranger.get(path)).status).toBe(404);
    expect((await stranger.post(url)).status).toBe(404);
    const member = await app.as(await app.make.hat('evaluator', { partnershipId: id }));
    expect((await member.get(`${url}/trials/${id}`)).status).toBe(404);
    const bad = [
      { threshold: 2 },
      { measure: 'diagnosis' },
      { treated: ['x'] },
      { money: null },
      { rule: 'luck' },
    ];
    for (const change of bad)
      expect((await member.post(`${url}/trials`).send(question({ treated, compared }, change))).status).toBe(
        400,
      );
    await member.post(url);
    await app.drainJobs();
    const foreign = question({ treated: other.treated, compared });
    expect((await member.post(`${url}/trials`).send(foreign)).body.fields?.[0]).toMatchObject({
      field: 'treated',
    });
    const twice = question({ treated, compared: treated });
    expect((await member.post(`${url}/trials`).send(twice)).status).toBe(400);
  });

  it('writes into each employer’s log that its figures were read', async () => {
    const { tenantId } = await ready([12, 12, 12, 12]);
    const written = await app.doors.within(OPERATOR, tenantId, (tx) =>
      rows<{ action: string }>(
        tx,
        `select action from audit_entries where tenant_id = $1 and action = 'lab.read'`,
        [tenantId],
      ),
    );
    expect(written).toHaveLength(1);
  });
});
