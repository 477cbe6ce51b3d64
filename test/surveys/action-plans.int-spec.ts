import { randomUUID } from 'node:crypto';
import { startTestApp, type TestApp } from '../harness/app.js';
import { closedRound, given, staff } from './closed-round.js';

const PLAN = {
  theme: 'Pauser',
  goal: 'Alle holder pause hver dag',
  owner: 'Teamleder og AMR',
  dueOn: '2026-03-10',
  scaleId: 'rest',
};

describe('what is done about the results of a survey', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const world = async () => {
    app.clock.set('2026-03-11');
    const { tenantId } = await app.make.employer();
    const a = await app.make.unit(tenantId, { name: 'Team A', kind: 'workplace' });
    const b = await app.make.unit(tenantId, { name: 'Team B', kind: 'workplace' });
    const leader = await app.make.employment(tenantId, { unitId: b, name: 'Leder' });
    await staff(app.doors, tenantId, { unitId: a, count: 12, managerPersonId: leader.personId });
    await staff(app.doors, tenantId, { unitId: b, count: 14 });
    const seriesId = randomUUID();
    const round = (opensOn: string, closesOn: string, rest: number) =>
      closedRound(app.doors, tenantId, {
        seriesId,
        opensOn,
        closesOn,
        invited: { [a]: a, [b]: b },
        groups: [
          { unitId: a, answers: [...given(8, rest), ...given(2, rest + 1)] },
          { unitId: b, answers: given(12, 4) },
        ],
      });
    const first = await round('2025-11-03', '2025-11-17', 2);
    await app.drainJobs();
    const hr = await app.as(await app.make.hat('hr-manager', { tenantId }));
    const manager = await app.as(await app.make.hat('line-manager', { tenantId, personId: leader.personId }));
    return { tenantId, a, b, first, round, hr, manager };
  };

  it('is a plan that is seen to be late, and whose effect the next round tells', async () => {
    const { hr, a, first, round } = await world();
    const made = await hr
      .post('/api/action-plans')
      .send({ ...PLAN, roundId: first, unitId: a })
      .expect(201);
    expect(made.body).toMatchObject({
      status: 'planned',
      overdue: true,
      version: 1,
      unitName: 'Team A',
      effect: null,
    });
    await round('2026-02-02', '2026-02-16', 4);
    await app.drainJobs();
    const list = await hr.get(`/api/action-plans?round=${first}&status=overdue`).expect(200);
    expect(list.body).toMatchObject({ total: 1, overdue: 1 });
    // Eight of 25 and two of 50 became eight of 75 and two of 100.
    expect(list.body.items[0].effect).toMatchObject({
      from: 30,
      to: 80,
      difference: 50,
      direction: 'better',
    });
    const { id } = made.body;
    const change = { ...PLAN, status: 'done', outcome: 'Pauserne står i vagtplanen', version: 1 };
    const done = await hr.put(`/api/action-plans/${id}`).send(change).expect(200);
    expect(done.body).toMatchObject({ status: 'done', overdue: false, version: 2 });
    await hr.put(`/api/action-plans/${id}`).send(change).expect(409);
    await hr
      .put(`/api/action-plans/${id}`)
      .send({ ...change, version: 2, scaleId: 'none' })
      .expect(400);
    await hr.delete(`/api/action-plans/${id}`).expect(204);
    await hr.delete(`/api/action-plans/${id}`).expect(404);
  });

  it('is a line manager’s for the own unit', async () => {
    const { hr, manager, a, b, first } = await world();
    const own = await manager
      .post('/api/action-plans')
      .send({ ...PLAN, roundId: first, unitId: a })
      .expect(201);
    await manager
      .post('/api/action-plans')
      .send({ ...PLAN, roundId: first, unitId: b })
      .expect(404);
    await manager
      .post('/api/action-plans')
      .send({ ...PLAN, roundId: first })
      .expect(404);
    const other = await hr
      .post('/api/action-plans')
      .send({ ...PLAN, roundId: first, unitId: b })
      .expect(201);
    const list = await manager.get('/api/action-plans').expect(200);
    expect(list.body.items.map(({ id }: { id: string }) => id)).toEqual([own.body.id]);
    const change = { ...PLAN, status: 'under-way', outcome: '', version: 1 };
    await manager.put(`/api/action-plans/${other.body.id}`).send(change).expect(404);
    await manager.put(`/api/action-plans/${own.body.id}`).send(change).expect(200);
  });

  it('is a workplace assessment in five phases, with absence in aggregate, told once', async () => {
    const { hr, tenantId, a } = await world();
    const one = await app.make.employment(tenantId, { unitId: a });
    await app.make.spell(tenantId, { employmentId: one.employmentId, from: '2025-03-03', to: '2025-03-14' });
    const begun = await hr
      .post('/api/workplace-assessments')
      .send({ title: 'APV 2026', occasion: 'first', begunOn: '2026-01-05' })
      .expect(201);
    expect(begun.body.cycle).toMatchObject({ state: 'never', dueOn: null, months: 36, verified: false });
    const { id } = begun.body.items[0];
    const at = (phase: string) => `/api/workplace-assessments/${id}/phases/${phase}`;
    const body = { doneOn: '2026-02-02', evidence: 'Referat, punkt 3', participants: 'AMR Rasmus Toft' };
    const phases = ['mapping', 'assessment', 'absence', 'action-plan', 'follow-up'];
    await hr
      .put(`/api/workplace-assessments/${id}/completion`)
      .send({ completedOn: '2026-03-01' })
      .expect(409);
    for (const phase of phases) await hr.put(at(phase)).send(body).expect(200);
    await hr.put(at('sixth')).send(body).expect(400);
    await hr
      .put(at('mapping'))
      .send({ ...body, doneOn: '2025-12-31' })
      .expect(400);
    const recorded = await hr.get('/api/workplace-assessments').expect(200);
    const figures = recorded.body.items[0].phases[2].figures;
    expect(figures.map(({ year }: { year: number }) => year)).toEqual([2024, 2025]);
    // One person was absent in all: too few to be told.
    expect(figures[1].cells).toMatchObject([
      { unitId: null, reason: 'too-few-absent', absenceRate: null },
      { name: 'Team A', absenceRate: null },
      { name: 'Team B', absenceRate: null },
    ]);
    const done = await hr
      .put(`/api/workplace-assessments/${id}/completion`)
      .send({ completedOn: '2026-03-01' })
      .expect(200);
    expect(done.body.cycle).toMatchObject({
      state: 'in-time',
      lastCompletedOn: '2026-03-01',
      dueOn: '2029-03-01',
    });
    await hr.put(at('mapping')).send(body).expect(409);
    const pdf = await hr.get(`/api/workplace-assessments/${id}/document.pdf?language=da`).expect(200);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect(pdf.body.subarray(0, 5).toString()).toBe('%PDF-');
  });
});
