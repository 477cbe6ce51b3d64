import { startTestApp, type TestApp } from '../harness/app.js';
import { begunIntroduction } from './scene.js';

describe('introductions opened by a link', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('have a page for the new employee without a login, which tells little', async () => {
    const scene = await begunIntroduction(app);
    const secret = await scene.secretOf('employee');
    const { body, text } = await scene.page('openings', { secret }).expect(200);
    expect(body).toMatchObject({
      holder: 'employee',
      firstName: 'Ane',
      employerName: 'Fjordby',
      leaderName: 'Lone Leder',
      buddyName: null,
      state: 'running',
      steps: [{ title: { da: 'Afprøv adgange' }, settledOn: null }],
      checkIns: [
        { day: 7, state: 'open' },
        { day: 30, state: 'coming' },
        { day: 90, state: 'coming' },
      ],
    });
    for (const kept of [
      'Østergård',
      scene.ane.employeeNumber,
      scene.ane.personId,
      'Sygeplejerske',
      'Kontrakt',
    ])
      expect(text).not.toContain(kept);
    expect(
      await scene.sql(
        'select 1 from introduction_links where tenant_id = $1 and position($2::bytea in token_hash) > 0',
        Buffer.from(secret),
      ),
    ).toEqual([]);
  });

  it('let the new employee mark own steps and no others, and ask for a talk', async () => {
    const scene = await begunIntroduction(app);
    const secret = await scene.secretOf('employee');
    const { body } = await scene.page('steps', { secret, position: 2, done: true }).expect(200);
    expect(body.steps).toMatchObject([{ settledOn: '2026-03-11' }]);
    await scene.page('steps', { secret, position: 1, done: true }).expect(404);
    expect((await scene.shown()).steps[2]).toMatchObject({ settledBy: 'employee', outcome: 'done' });
    await scene.page('steps', { secret, position: 2, done: false }).expect(200);
    expect((await scene.page('talks', { secret, wanted: true }).expect(200)).body.talkWantedOn).toBe(
      '2026-03-11',
    );
    expect(await scene.shown()).toMatchObject({ talkWantedOn: '2026-03-11', talkHeldOn: null });
    expect((await scene.page('talks', { secret, wanted: false }).expect(200)).body.talkWantedOn).toBeNull();
    await scene.page('talks', { secret, wanted: true }).expect(200);
    await scene.line.post(`/api/introductions/${scene.id}/talk-holding`).expect(204);
    await scene.page('talks', { secret, wanted: false }).expect(200);
    expect(await scene.shown()).toMatchObject({ talkWantedOn: '2026-03-11', talkHeldOn: '2026-03-11' });
    expect(await scene.actions()).toContain('introduction.want-talk');
  });

  it('take a named check-in once and in its days, with answers to these questions only', async () => {
    const scene = await begunIntroduction(app);
    const secret = await scene.secretOf('employee');
    const send = (body: object) => scene.page('check-ins', { secret, day: 7, answers: { role: 4 }, ...body });
    await send({ answers: { mood: 3 } }).expect(400);
    await send({ answers: { role: 9 } }).expect(400);
    await send({ answers: { role: 'Jeg er syg' } }).expect(400);
    await send({ day: 8 }).expect(400);
    await send({ day: 30 }).expect(409);
    const answers = { 'own-tasks': 4, 'shown-tasks': 2, tools: 3, role: null };
    expect((await send({ answers }).expect(200)).body.checkIns[0].state).toBe('answered');
    await send({ answers }).expect(409);
    const [checkIn] = (await scene.shown()).checkIns;
    expect(checkIn).toMatchObject({ day: 7, state: 'answered', answeredOn: '2026-03-11' });
    expect(checkIn.answers[0]).toMatchObject({ value: 4, choice: { da: 'Helt' } });
    expect(
      await scene.sql('select score from introduction_check_ins where tenant_id = $1 and day = 7'),
    ).toEqual([{ score: 75 }]);
  });

  it('have a page for the buddy with the buddy’s steps and nothing of the check-ins', async () => {
    const scene = await begunIntroduction(app);
    await scene.hr.post(`/api/introductions/${scene.id}/links`).send({ holder: 'buddy' }).expect(409);
    await scene.hr
      .put(`/api/introductions/${scene.id}/buddy`)
      .send({ personId: scene.bo.personId })
      .expect(204);
    const secret = await scene.secretOf('buddy');
    const { body } = await scene.page('openings', { secret }).expect(200);
    expect(body).toMatchObject({
      holder: 'buddy',
      firstName: 'Ane',
      checkIns: [],
      questions: [],
      steps: [{ title: { da: 'Vis rundt' } }],
    });
    await scene.page('steps', { secret, position: 3, done: true }).expect(200);
    await scene.page('talks', { secret, wanted: true }).expect(404);
    await scene.page('check-ins', { secret, day: 7, answers: {} }).expect(404);
    await scene.hr
      .put(`/api/introductions/${scene.id}/buddy`)
      .send({ personId: scene.eva.personId })
      .expect(204);
    await scene.page('openings', { secret }).expect(400);
  });

  it('have links that expire, are replaced, removed, and end with the employment', async () => {
    const scene = await begunIntroduction(app);
    const first = await scene.secretOf('employee');
    const second = await scene.secretOf('employee');
    await scene.page('openings', { secret: first }).expect(400);
    await scene.page('openings', { secret: second }).expect(200);
    await scene.page('openings', { secret: 'guessed' }).expect(400);
    await scene.line.delete(`/api/introductions/${scene.id}/links`).expect(204);
    await scene.page('openings', { secret: second }).expect(400);
    const third = await scene.secretOf('employee');
    app.clock.set('2026-09-12');
    await scene.page('openings', { secret: third }).expect(200);
    app.clock.set('2026-09-13');
    await scene.page('openings', { secret: third }).expect(400);
    app.clock.set('2026-03-11');
    await scene.sql(
      `update introductions set ended_on = '2026-03-10' where tenant_id = $1 and id = $2`,
      scene.id,
    );
    await scene.page('openings', { secret: third }).expect(400);
    await scene.hr.post(`/api/introductions/${scene.id}/links`).send({ holder: 'employee' }).expect(409);
  });
});
