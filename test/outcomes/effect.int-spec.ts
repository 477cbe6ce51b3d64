import { systemActor } from '../../src/access/index.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { comesLate, outcomesWorld } from './outcomes-world.js';

describe('the effect of a partnership', () => {
  let app: TestApp;
  let world: Awaited<ReturnType<typeof outcomesWorld>>;
  beforeAll(async () => {
    app = await startTestApp();
    world = await outcomesWorld(app);
  });
  afterAll(() => app.close());

  const planOf = (body: { plans: { id: string; from: string }[] }, from: string) =>
    body.plans.find((plan) => plan.from === from)?.id ?? '';

  it('is told by plans that say whether they were saved before the data', async () => {
    app.clock.set('2025-06-01');
    const before = await world.municipality.get(world.effect);
    expect(before.body).toMatchObject({ plans: [], agreed: true, unplanned: 2 });
    const saved = await world.municipality.post(`${world.effect}/plans`);
    expect(saved.status).toBe(200);
    expect(saved.body.plans).toMatchObject([
      { from: '2026-01-01', to: '2026-12-31', preregistered: true, over: false, estimate: null },
      { from: '2025-01-01', to: '2025-12-31', preregistered: false, over: false },
    ]);
    expect((await world.municipality.post(`${world.effect}/plans`)).body).toEqual(saved.body);
    app.clock.set('2027-03-15');
  });

  /** Twelve asked in the period, nine of them held; and five asked before it that were held in it. */
  const refer = () =>
    app.doors.within(systemActor('operator command'), world.tenantId, (tx) =>
      tx.query(
        `with opened as (
           insert into cases (tenant_id, subject, unit_id, opened_on, opened_by_hat, owner_hat)
           values ($1, 'unit', $2, '2025-01-01', gen_random_uuid(), gen_random_uuid()) returning id)
         insert into referrals (tenant_id, case_id, specialist, asked_on, held_on, recorded_by_hat)
         select $1, id, 'occupational-health', asked_on, held_on, gen_random_uuid() from opened, (
           select date '2026-03-02', case when n <= 9 then date '2026-03-12' end from generate_series(1, 12) n
           union all select date '2025-12-20', date '2026-01-09' from generate_series(1, 5)) as r (asked_on, held_on)`,
        [world.tenantId, world.units[0]],
      ),
    );

  it('is estimated by a job, with its lines, its pre-trend and every other way of telling it', async () => {
    await refer();
    const { body } = await world.municipality.get(world.effect);
    const planId = planOf(body, '2026-01-01');
    const ordered = await world.municipality.post(`${world.effect}/estimates`).send({ planId });
    expect(ordered.status).toBe(202);
    await app.drainJobs();
    const { plans } = (await world.evaluator.get(world.effect)).body;
    const { estimate } = plans[0];
    expect(estimate).toMatchObject({ state: 'ready', failure: null });
    const told = estimate.content.estimate;
    expect(told).toMatchObject({
      design: 'ratio-difference',
      method: 'wild-cluster-bootstrap',
      reading: 'fewer',
      hidden: null,
      refusal: null,
      leftOut: 0,
      treated: { units: 6 },
      comparison: { units: 8 },
    });
    // Half of them: 12 in 97 of each month's draws where there were 24.
    expect(Number(told.ratio.ratio)).toBeGreaterThan(0.35);
    expect(Number(told.ratio.ratio)).toBeLessThan(0.65);
    expect(told.lines).toHaveLength(12);
    expect(told.sensitivities.map(({ kind }: { kind: string }) => kind)).toContain('own-history');
    expect(estimate.content.fidelity[0]).toEqual({
      kind: 'conversations-in-time',
      state: 'not-yet-measured',
      percent: null,
      days: null,
    });
    expect(estimate.content.fidelity.slice(-3)).toEqual([
      { kind: 'workplaces-visited', state: 'measured', percent: 0, days: null },
      // Of the twelve that were asked for in the period.
      { kind: 'referrals-held', state: 'measured', percent: 75, days: null },
      // Of the fourteen that were held in it: 9 x 10 and 5 x 20 days.
      { kind: 'waiting-days', state: 'measured', percent: null, days: 14 },
    ]);
    const entries = await app.doors.within(systemActor('operator command'), world.tenantId, (tx) =>
      tx.query(`select distinct action from audit_entries where tenant_id = '${world.tenantId}' order by 1`),
    );
    expect(entries).toContainEqual({ action: 'effect.estimate' });
  });

  const estimated = async () => {
    const { body } = await world.municipality.get(world.effect);
    const planId = planOf(body, '2026-01-01');
    await world.municipality.post(`${world.effect}/estimates`).send({ planId });
    await app.drainJobs();
    return (await world.municipality.get(world.effect)).body.plans[0].estimate;
  };

  it('is told again as it was until what has come in since is that of enough', async () => {
    const [unitId] = world.units;
    const late = { tenantId: world.tenantId, unitId };
    const { content: before } = (await world.municipality.get(world.effect)).body.plans[0].estimate;
    app.clock.set('2027-04-15');
    // One person's day, and one referral more that was held.
    await comesLate(app, { ...late, people: 1, on: '2026-05-20', receivedOn: '2027-04-10' });
    await app.doors.within(systemActor('operator command'), world.tenantId, (tx) =>
      tx.query(
        `update referrals set held_on = '2026-03-12' where tenant_id = $1 and id =
           (select id from referrals where tenant_id = $1 and held_on is null order by id limit 1)`,
        [world.tenantId],
      ),
    );
    const again = await estimated();
    expect(again).toMatchObject({ state: 'ready', content: { knownOn: '2027-03-15' } });
    expect(again.content).toEqual(before);
    // Of eight people, none with more than a day: the tenth referral of twelve is one still.
    await comesLate(app, { ...late, people: 8, on: '2026-05-27', receivedOn: '2027-04-12' });
    const { content: anew } = await estimated();
    expect(anew.knownOn).toBe('2027-04-15');
    expect(anew.estimate.treated.amountAfter).not.toBe(before.estimate.treated.amountAfter);
    expect(anew.fidelity).toEqual(before.fidelity);
    app.clock.set('2027-03-15');
  });

  it('is not told before its period is over, by no plan, or to who speaks for no party', async () => {
    app.clock.set('2026-06-01');
    const { body } = await world.municipality.get(world.effect);
    const early = await world.municipality
      .post(`${world.effect}/estimates`)
      .send({ planId: planOf(body, '2026-01-01') });
    expect([early.status, early.body.code]).toEqual([409, 'period-not-over']);
    app.clock.set('2027-03-15');
    const none = await world.municipality.post(`${world.effect}/estimates`).send({ planId: world.id });
    expect(none.status).toBe(404);
    expect((await world.stranger.get(world.effect)).status).toBe(404);
    expect((await world.insurer.post(`${world.effect}/plans`)).status).toBe(403);
  });
});
