import { systemActor } from '../../src/access/index.js';
import { rows } from '../../src/platform/database/rows.js';
import { startTestApp, type TestApp } from '../harness/app.js';

describe('cases about units', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const world = async () => {
    app.clock.set('2026-03-11');
    const { tenantId } = await app.make.employer({ name: 'Fjordby' });
    const unitId = await app.make.unit(tenantId, { name: 'Solgården' });
    const otherUnit = await app.make.unit(tenantId, { name: 'Skolen' });
    const leader = await app.make.employment(tenantId, { unitId, name: 'Lone Leder' });
    const asa = await app.make.employment(tenantId, {
      unitId,
      name: 'Åse Ørsted',
      managerPersonId: leader.personId,
    });
    const bo = await app.make.employment(tenantId, { unitId: otherUnit, name: 'Bo Dahl' });
    const providerId = await app.make.provider();
    await app.make.mandate(tenantId, { providerId, unitIds: [unitId] });
    return {
      tenantId,
      unitId,
      otherUnit,
      asa,
      bo,
      hr: await app.as(await app.make.hat('hr-manager', { tenantId })),
      leader: await app.as(await app.make.hat('line-manager', { tenantId, personId: leader.personId })),
      consultant: await app.as(await app.make.hat('retention-consultant', { providerId })),
    };
  };
  type World = Awaited<ReturnType<typeof world>>;
  const open = async ({ consultant, asa }: World): Promise<string> =>
    (await consultant.post('/api/cases').send({ personId: asa.personId }).expect(201)).body.id;
  const read = async (agent: World['hr'], id: string) =>
    (await agent.get(`/api/cases/${id}`).expect(200)).body;

  it('hold theme, measures and visits, and no person', async () => {
    const given = await world();
    const { id } = (
      await given.consultant
        .post('/api/cases')
        .send({ unitId: given.unitId, theme: 'Mange korte perioder' })
        .expect(201)
    ).body;
    const agreed = { theme: 'Mange korte perioder', environmentGroupInformedOn: '2026-03-11' };
    await given.consultant.put(`/api/cases/${id}`).send(agreed).expect(204);
    const measures = `/api/cases/${id}/measures`;
    const measure = { measure: 'Ny vagtplan', agreedOn: '2026-03-11', dueOn: '2026-04-01', status: 'agreed' };
    await given.leader.post(measures).send(measure).expect(403);
    await given.consultant
      .post(measures)
      .send({ ...measure, agreedOn: '2026-03-12' })
      .expect(400);
    await given.consultant
      .post(measures)
      .send({ ...measure, measure: '' })
      .expect(400);
    await given.consultant.post(measures).send(measure).expect(204);
    await given.consultant
      .post(measures)
      .send({ ...measure, measure: 'Fast makker', dueOn: null })
      .expect(204);
    const [first] = (await read(given.hr, id)).measures;
    const done = { ...measure, status: 'done', settledOn: '2026-03-11' };
    await given.hr.put(`${measures}/${given.unitId}`).send(done).expect(404);
    await given.hr.put(`${measures}/${first.id}`).send(done).expect(204);
    const [kept] = await app.doors.within(systemActor('operator command'), given.tenantId, (tx) =>
      rows<{ text: string }>(
        tx,
        `select encode(measure_cipher, 'escape') as text from case_measures limit 1`,
      ),
    );
    expect(kept?.text).not.toContain('vagtplan');
    const person = await open(given);
    await given.consultant.post(`/api/cases/${person}/measures`).send(measure).expect(400);
    await given.consultant
      .post(`/api/cases/${id}/contacts`)
      .send({ kind: 'advice', heldOn: '2026-03-11', reached: true, hours: 1.5 })
      .expect(204);
    await given.consultant
      .post(`/api/cases/${id}/contacts`)
      .send({ kind: 'employee', heldOn: '2026-03-11', reached: true, employeeAgreedOn: '2026-03-11' })
      .expect(400);
    expect(await read(given.hr, id)).toMatchObject({
      subject: 'unit',
      personId: null,
      ...agreed,
      measures: [
        { measure: 'Fast makker', dueOn: null, status: 'agreed', settledOn: null },
        { measure: 'Ny vagtplan', dueOn: '2026-04-01', status: 'done', settledOn: '2026-03-11' },
      ],
      contacts: [{ kind: 'advice', hours: 1.5 }],
    });
    const listed = async (agent: World['hr'], query: string): Promise<string[]> =>
      (await agent.get(`/api/cases?${query}`).expect(200)).body.items.map((one: { id: string }) => one.id);
    expect(await listed(given.consultant, 'subject=unit')).toEqual([id]);
    expect(await listed(given.consultant, 'subject=person')).toEqual([person]);
    // The unit's own leader sees it, one of another unit does not.
    expect(await listed(given.leader, 'subject=unit')).toEqual([id]);
    const elsewhere = await app.as(
      await app.make.hat('line-manager', { tenantId: given.tenantId, personId: given.bo.personId }),
    );
    await elsewhere.get(`/api/cases/${id}`).expect(404);
    await (await world()).hr.get(`/api/cases/${id}`).expect(404);
    await given.consultant.post(`/api/cases/${id}/closure`).send({ outcome: 'back-at-work' }).expect(400);
    await given.consultant.post(`/api/cases/${id}/closure`).send({ outcome: 'measures-agreed' }).expect(204);
  });
});
