import { rows } from '../../src/platform/database/rows.js';
import { systemActor } from '../../src/access/index.js';
import { startTestApp, type TestApp } from '../harness/app.js';

describe('absences reported by hand', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  /** An employer with one person, the person's leader and HR; today is 11 March 2026. */
  const world = async () => {
    app.clock.set('2026-03-11');
    const { tenantId } = await app.make.employer();
    const unitId = await app.make.unit(tenantId);
    const leader = await app.make.employment(tenantId, { unitId });
    const person = await app.make.employment(tenantId, { unitId, managerPersonId: leader.personId });
    return {
      tenantId,
      unitId,
      ...person,
      hr: await app.as(await app.make.hat('hr-manager', { tenantId })),
      leader: await app.as(await app.make.hat('line-manager', { tenantId, personId: leader.personId })),
      otherLeader: await app.as(await app.make.hat('line-manager', { tenantId, personId: person.personId })),
    };
  };
  type World = Awaited<ReturnType<typeof world>>;
  const sick = ({ employmentId }: World, more: object = {}) => ({
    employmentId,
    kind: 'own-sickness',
    firstOn: '2026-03-09',
    ...more,
  });
  const report = async (given: World, more: object = {}): Promise<string> =>
    (await given.leader.post(`/api/people/${given.personId}/spells`).send(sick(given, more)).expect(201)).body
      .id;
  const list = async ({ hr, personId }: World) =>
    (await hr.get(`/api/people/${personId}/spells`).expect(200)).body.items;
  const auditOf = (tenantId: string): Promise<{ action: string }[]> =>
    app.doors.within(systemActor('operator command'), tenantId, (tx) =>
      rows(tx, 'select action from audit_entries order by id'),
    );

  it('are refused to the signed-out, other roles, other leaders and other employers', async () => {
    const given = await world();
    const path = `/api/people/${given.personId}/spells`;
    const stranger = await world();
    const admin = await app.as(await app.make.hat('administrator', { tenantId: given.tenantId }));
    await app.anonymous.post(path).send(sick(given)).expect(401);
    await admin.post(path).send(sick(given)).expect(403);
    await given.otherLeader.post(path).send(sick(given)).expect(404);
    await stranger.hr.post(path).send(sick(given)).expect(404);
    await stranger.hr.get(path).expect(404);
    const id = await report(given);
    await stranger.hr.post(`/api/spells/${id}/recovery`).send({ lastOn: '2026-03-10' }).expect(404);
    await given.otherLeader.post(`/api/spells/${id}/deletion`).send({ reason: 'x' }).expect(404);
    await stranger.hr.get(`/api/spells/${id}/versions`).expect(404);
  });

  it('name what is wrong with a request', async () => {
    const given = await world();
    const fault = async (more: object) =>
      (await given.leader.post(`/api/people/${given.personId}/spells`).send(sick(given, more)).expect(400))
        .body.fields[0];
    expect(await fault({ firstOn: '2026-02-30' })).toMatchObject({ field: 'firstOn', code: 'is-local-date' });
    expect(await fault({ firstOn: '2026-03-12' })).toMatchObject({ field: 'firstOn', code: 'in-the-future' });
    expect(await fault({ firstOn: '2019-12-31' })).toMatchObject({
      field: 'firstOn',
      code: 'outside-employment',
    });
    expect(await fault({ lastOn: '2026-03-08' })).toMatchObject({ field: 'lastOn', code: 'reversed-dates' });
    expect(await fault({ degree: 1.5 })).toMatchObject({ field: 'degree' });
    expect(await fault({ kind: 'flu' })).toMatchObject({ field: 'kind' });
    expect(await fault({ diagnosis: 'flu' })).toMatchObject({ field: 'diagnosis' });
  });

  it('are recorded sick and well in one request, with an audit entry', async () => {
    const given = await world();
    await report(given, { lastOn: '2026-03-10' });
    expect(await list(given)).toMatchObject([
      {
        kind: 'own-sickness',
        firstOn: '2026-03-09',
        lastOn: '2026-03-10',
        days: 2,
        degree: 1,
        source: 'hand',
        version: 1,
      },
    ]);
    expect((await auditOf(given.tenantId)).map(({ action }) => action)).toEqual([
      'spell.report',
      'spell.read',
    ]);
  });

  it('run until the person is reported well', async () => {
    const given = await world();
    const id = await report(given);
    expect(await list(given)).toMatchObject([{ lastOn: null, days: 3 }]);
    await given.leader.post(`/api/spells/${id}/recovery`).send({ lastOn: '2026-03-10' }).expect(204);
    expect(await list(given)).toMatchObject([{ lastOn: '2026-03-10', days: 2, version: 2 }]);
  });

  it('never overlap, at the door and in the table', async () => {
    const given = await world();
    await report(given, { lastOn: '2026-03-10' });
    const answer = await given.leader
      .post(`/api/people/${given.personId}/spells`)
      .send(sick(given, { firstOn: '2026-03-10' }));
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({ code: 'overlap', fields: [{ field: 'firstOn' }] });
    await expect(
      app.make.spell(given.tenantId, {
        employmentId: given.employmentId,
        from: '2026-03-10',
        kind: 'work-injury',
      }),
    ).rejects.toThrow('spells_do_not_overlap');
    // A child's sick day is no sickness of the employee's own and may fall on the same day.
    await app.make.spell(given.tenantId, {
      employmentId: given.employmentId,
      from: '2026-03-10',
      to: '2026-03-10',
      kind: 'child-first-day',
    });
  });

  it('change degree from a day on, as two rows that touch', async () => {
    const given = await world();
    const id = await report(given, { firstOn: '2026-03-02' });
    await given.leader
      .post(`/api/spells/${id}/degrees`)
      .send({ from: '2026-03-09', degree: 0.5 })
      .expect(201);
    expect(await list(given)).toMatchObject([
      { kind: 'partial-sickness', firstOn: '2026-03-09', lastOn: null, degree: 0.5 },
      { kind: 'own-sickness', firstOn: '2026-03-02', lastOn: '2026-03-08', degree: 1 },
    ]);
    await given.leader
      .post(`/api/spells/${id}/degrees`)
      .send({ from: '2026-03-02', degree: 0.5 })
      .expect(400);
  });

  it('keep what they said before, through correction, deletion and its taking back', async () => {
    const given = await world();
    const id = await report(given);
    const correction = {
      version: 1,
      kind: 'own-sickness',
      firstOn: '2026-03-10',
      lastOn: '2026-03-10',
      degree: 1,
    };
    await given.hr.put(`/api/spells/${id}`).send(correction).expect(204);
    await given.hr.put(`/api/spells/${id}`).send(correction).expect(409);
    await given.hr
      .post(`/api/spells/${id}/deletion`)
      .send({ reason: 'Forvekslet med en kollega' })
      .expect(204);
    expect(await list(given)).toEqual([]);

    const history = (await given.hr.get(`/api/spells/${id}/versions`).expect(200)).body.items;
    expect(history).toMatchObject([
      { version: 2, firstOn: '2026-03-10', change: 'deleted', reason: 'Forvekslet med en kollega' },
      { version: 1, firstOn: '2026-03-09', lastOn: null, change: 'corrected' },
    ]);

    await given.hr.post(`/api/spells/${id}/restoration`).expect(204);
    expect(await list(given)).toMatchObject([{ id, firstOn: '2026-03-10', version: 3 }]);
    await given.hr.post(`/api/spells/${id}/restoration`).expect(404);
  });

  it('show a consultant the days, and the kind only where the mandate names it', async () => {
    const given = await world();
    await report(given);
    const providerId = await app.make.provider();
    const consultant = await app.as(await app.make.hat('retention-consultant', { providerId }));
    const path = `/api/people/${given.personId}/spells`;
    await consultant.get(path).expect(404);
    await app.make.mandate(given.tenantId, { providerId, unitIds: [given.unitId] });
    expect((await consultant.get(path).expect(200)).body.items).toMatchObject([
      { kind: null, firstOn: '2026-03-09' },
    ]);
    await app.make.mandate(given.tenantId, { providerId, unitIds: [given.unitId], fields: ['absence-kind'] });
    expect((await consultant.get(path).expect(200)).body.items).toMatchObject([{ kind: 'own-sickness' }]);
    await consultant.post(path).send(sick(given)).expect(403);
  });
});
