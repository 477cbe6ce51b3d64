import { systemActor } from '../../src/access/index.js';
import { rows } from '../../src/platform/database/rows.js';
import { startTestApp, type TestApp } from '../harness/app.js';

const test = systemActor('operator command');

describe('a legal hold and erasure on request', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('keep and erase one person, by HR, on record', async () => {
    const { tenantId } = await app.make.employer({ sector: 'private' });
    const unitId = await app.make.unit(tenantId);
    const employed = await app.make.employment(tenantId, { unitId });
    const { personId } = await app.make.employment(tenantId, { unitId, name: 'Åse', to: '2022-06-30' });
    const hr = await app.as(await app.make.hat('hr-manager', { tenantId }));
    const ground = 'request';
    // What is written of an erased person stays in the access log: nothing can be written.
    await hr.post(`/api/people/${personId}/erasure`).send({ ground: 'Åse bad om det' }).expect(400);
    await hr.post(`/api/people/${employed.personId}/erasure`).send({ ground }).expect(409);

    await hr
      .post(`/api/people/${personId}/legal-holds`)
      .send({ reason: 'Retssag', until: '2026-01-01' })
      .expect(400);
    await hr
      .post(`/api/people/${personId}/legal-holds`)
      .send({ reason: 'Retssag', until: '2027-01-01' })
      .expect(204);
    const { body } = await hr.get('/api/legal-holds').expect(200);
    expect(body.items).toMatchObject([
      { personId, personName: 'Åse', reason: 'Retssag', until: '2027-01-01' },
    ]);
    const refused = await hr.post(`/api/people/${personId}/erasure`).send({ ground }).expect(409);
    expect(refused.body.code).toBe('legal-hold');

    await hr.delete(`/api/legal-holds/${body.items[0].id}`).expect(204);
    await hr.delete(`/api/legal-holds/${body.items[0].id}`).expect(404);
    await hr.post(`/api/people/${personId}/erasure`).send({ ground }).expect(204);
    expect((await hr.get(`/api/people/${personId}`)).body.name).toBe('–');
    const actions = await app.doors.within(test, tenantId, (tx) =>
      rows<{ action: string; detail: object }>(
        tx,
        `select action, detail from audit_entries where action ~ 'hold|erase' and outcome = 'allowed' order by id`,
      ),
    );
    expect(actions.map(({ action }) => action)).toEqual([
      'hold.place',
      'hold.list',
      'hold.lift',
      'person.erase',
    ]);
    expect(actions.at(-1)?.detail).toEqual({ ground });
  });
});
