import { startTestApp, type TestApp } from '../harness/app.js';
import { begunIntroduction, STEPS, type Scene } from './scene.js';

interface ShownStep {
  position: number;
  title: { da: string };
  overdue: boolean;
  settledOn: string | null;
  settledBy: string | null;
}

describe('introductions of new employees', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('are listed with what is overdue first, to HR all and to a leader the own team', async () => {
    const scene = await begunIntroduction(app);
    const boss = await app.make.employment(scene.tenantId, { unitId: scene.elsewhereId, name: 'Else Leder' });
    const namesake = await app.make.unit(scene.tenantId, { name: 'Plejen', parentId: scene.elsewhereId });
    const other = {
      unitId: namesake,
      managerPersonId: boss.personId,
      from: '2026-03-23',
      name: 'Per',
    };
    await app.make.employment(scene.tenantId, other);
    await scene.follow();
    const list = async (agent: Scene['hr'], query = '') =>
      (await agent.get(`/api/introductions${query}`).expect(200)).body;
    expect(await list(scene.hr)).toMatchObject({
      total: 2,
      items: [
        {
          name: 'Ane Marie Østergård',
          unitName: 'Plejen',
          state: 'running',
          stepCount: 7,
          overdueSteps: 4,
          nextDueOn: '2026-02-27',
        },
        { name: 'Per', unitName: 'Plejen, Skolen', state: 'upcoming', overdueSteps: 0 },
      ],
    });
    expect((await list(scene.line)).items.map(({ name }: { name: string }) => name)).toEqual([
      'Ane Marie Østergård',
    ]);
    expect(await list(scene.hr, '?state=attention')).toMatchObject({ total: 1 });
    expect(await list(scene.hr, `?unitId=${scene.elsewhereId}`)).toMatchObject({ total: 1 });
    expect(await list(scene.hr, '?state=all&sort=-name&pageSize=1&page=2')).toMatchObject({
      total: 2,
      items: [{ name: 'Ane Marie Østergård' }],
    });
    const elseLine = await app.as(
      await app.make.hat('line-manager', { tenantId: scene.tenantId, personId: boss.personId }),
    );
    expect((await list(elseLine)).items.map(({ name }: { name: string }) => name)).toEqual(['Per']);
    await elseLine.get(`/api/introductions/${scene.id}`).expect(404);
    expect(await scene.actions()).toContain('introduction.list');
  });

  it('show their steps, which are marked and unmarked', async () => {
    const scene = await begunIntroduction(app);
    const first = await scene.shown();
    expect(first).toMatchObject({
      name: 'Ane Marie Østergård',
      unitName: 'Plejen',
      managerName: 'Lone Leder',
      state: 'running',
      version: 1,
    });
    expect(first.steps.map(({ title }: ShownStep) => title.da)).toEqual(STEPS.map(({ title }) => title.da));
    const mark = (position: number, body: object) =>
      scene.line.put(`/api/introductions/${scene.id}/steps/${position}`).send(body);
    await mark(0, { outcome: 'done', on: '2026-02-26' }).expect(204);
    await mark(1, { outcome: 'not-relevant' }).expect(204);
    await mark(1, { outcome: 'done', on: '2026-03-12' }).expect(400);
    await mark(1, { outcome: 'maybe' }).expect(400);
    await mark(99, { outcome: 'done' }).expect(404);
    const [step0, step1, step2] = (await scene.shown()).steps;
    expect(step0).toMatchObject({
      settledOn: '2026-02-26',
      outcome: 'done',
      settledBy: 'line-manager',
      overdue: false,
    });
    expect(step1).toMatchObject({ settledOn: '2026-03-11', outcome: 'not-relevant', overdue: false });
    expect(step2).toMatchObject({ settledOn: null, overdue: true });
    await scene.line.delete(`/api/introductions/${scene.id}/steps/0`).expect(204);
    expect((await scene.shown()).steps[0]).toMatchObject({ settledOn: null, outcome: null, overdue: true });
    expect(await scene.actions()).toEqual(
      expect.arrayContaining(['introduction.read', 'introduction.settle-step', 'introduction.reopen-step']),
    );
  });

  it('find a buddy in the unit: a year there, fewest such tasks first, neither the leader nor another newcomer', async () => {
    const scene = await begunIntroduction(app);
    const young = await scene.hire('Ung Kollega', '2025-06-01');
    const suggestions = async () =>
      (await scene.line.get(`/api/introductions/${scene.id}/buddy-suggestions`).expect(200)).body.items;
    expect(await suggestions()).toMatchObject([
      { name: 'Bo Kollega', currentTasks: 0, inUnitSince: '2020-01-01' },
      { name: 'Eva Kollega', currentTasks: 0 },
    ]);
    const set = (personId: string) =>
      scene.line.put(`/api/introductions/${scene.id}/buddy`).send({ personId });
    await set(scene.bo.personId).expect(204);
    expect(await scene.shown()).toMatchObject({ buddy: { name: 'Bo Kollega', since: '2026-03-11' } });
    expect((await suggestions()).map(({ name }: { name: string }) => name)).toEqual([
      'Eva Kollega',
      'Bo Kollega',
    ]);
    // Newer colleagues are not suggested, but whoever leads them may know better.
    await set(young.personId).expect(204);
    await set(scene.leader.personId).expect(400);
    await set(scene.ane.personId).expect(400);
    await scene.line.delete(`/api/introductions/${scene.id}/buddy`).expect(204);
    expect((await scene.shown()).buddy).toBeNull();
  });

  it('come from programmes that are made of templates, changed in versions and retired', async () => {
    const scene = await begunIntroduction(app);
    const { body: templates } = await scene.hr.get('/api/introduction-templates').expect(200);
    expect(templates.items.map(({ id }: { id: string }) => id)).toEqual([
      'care',
      'day-care',
      'school',
      'office',
      'workshop',
    ]);
    const [care] = templates.items;
    const { body: made } = await scene.hr
      .post('/api/introduction-programmes')
      .send({ name: 'Plejen', jobGroups: care.jobGroups, unitId: scene.unitId, steps: care.steps })
      .expect(201);
    const address = `/api/introduction-programmes/${made.id}`;
    expect((await scene.line.get(address).expect(200)).body).toMatchObject({
      name: 'Plejen',
      unitName: 'Plejen',
      version: 1,
      stepCount: care.steps.length,
      running: 0,
    });
    await scene.hr.put(address).send({ name: 'Pleje', jobGroups: [], steps: care.steps }).expect(204);
    expect((await scene.hr.get(address).expect(200)).body).toMatchObject({
      name: 'Pleje',
      version: 1,
      unitId: null,
    });
    await scene.hr
      .put(address)
      .send({ name: 'Pleje', jobGroups: [], steps: care.steps.slice(1).reverse() })
      .expect(204);
    const { body: changed } = await scene.hr.get(address).expect(200);
    expect(changed.versions.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
    expect(changed.steps[0].moment).toBe('before-day-1');
    const bad = { ...care.steps[0], link: 'javascript:alert(1)' };
    await scene.hr
      .put(address)
      .send({ name: 'Pleje', jobGroups: [], steps: [bad] })
      .expect(400);
    await scene.hr
      .put(address)
      .send({ name: 'Pleje', jobGroups: [], unitId: scene.tenantId, steps: [] })
      .expect(400);
    await scene.line.put(address).send({ name: 'Pleje', jobGroups: [], steps: [] }).expect(403);
    await scene.hr.put(`${address}/retirement`).send({ retired: true }).expect(204);
    const { body: list } = await scene.hr.get('/api/introduction-programmes').expect(200);
    expect(
      list.items.map(({ name, retiredAt }: { name: string; retiredAt: string | null }) => [
        name,
        retiredAt !== null,
      ]),
    ).toEqual([
      ['Alle', false],
      ['Pleje', true],
    ]);
    expect((await scene.hr.get('/api/introduction-job-groups').expect(200)).body.items).toContain(
      'Sygeplejerske',
    );
  });
});
