import { randomUUID } from 'node:crypto';
import { systemActor } from '../../src/access/index.js';
import { sweepRetention } from '../../src/access/privacy/retention.jobs.js';
import { change, row, rows, type Tx } from '../../src/platform/database/rows.js';
import { addJob } from '../../src/platform/jobs/outbox.js';
import { startTestApp, type TestApp } from '../harness/app.js';

const test = systemActor('operator command');

describe('a legal hold and erasure on request', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const within = <T>(tenantId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
    app.doors.within(test, tenantId, work);
  const count = async (tenantId: string, table: string, where = 'true'): Promise<number | undefined> =>
    (
      await within(tenantId, (tx) =>
        row<{ n: number }>(tx, `select count(*)::int as n from ${table} where ${where}`),
      )
    )?.n;
  const night = async () => {
    await app.doors.system('test', (tx) => addJob(tx, sweepRetention, {}));
    await app.drainJobs();
  };

  it('keep and erase one person, by HR, on record', async () => {
    const { tenantId } = await app.make.employer({ sector: 'private' });
    const unitId = await app.make.unit(tenantId);
    const employed = await app.make.employment(tenantId, { unitId });
    const { personId } = await app.make.employment(tenantId, { unitId, name: 'Åse', to: '2022-06-30' });
    const hr = await app.as(await app.make.hat('hr-manager', { tenantId }));
    const ground = 'request';
    // What is written of an erased person stays in the access log: nothing can be written.
    await hr.post(`/api/people/${personId}/erasure`).send({ ground: 'Åse bad om det' }).expect(400);
    const underNotice = await app.make.employment(tenantId, { unitId, to: '2026-12-31' });
    for (const one of [employed, underNotice]) {
      const kept = await hr.post(`/api/people/${one.personId}/erasure`).send({ ground }).expect(409);
      expect(kept.body.code).toBe('employed');
    }

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

  it('forgets with a former employee who they were as a user, and why there once was a hold', async () => {
    const { tenantId } = await app.make.employer({ sector: 'private' });
    const unitId = await app.make.unit(tenantId);
    const { personId } = await app.make.employment(tenantId, {
      unitId,
      from: '2015-01-01',
      to: '2019-03-31',
    });
    const { hatId } = await app.make.hat('employee', { tenantId, personId });
    await within(tenantId, (tx) =>
      change(
        tx,
        `insert into legal_holds (tenant_id, person_id, reason_cipher, until, placed_by_hat) values
           ($1, $2, 'x', '2020-01-01', $3), ($1, $2, 'x', '2025-01-01', $3)`,
        [tenantId, personId, randomUUID()],
      ),
    );
    await within(tenantId, (tx) =>
      change(
        tx,
        `insert into employee_requests (tenant_id, person_id, kind, asked_on, asked_at) values ($1, $2, 'talk', '2018-01-02', '2018-01-02')`,
        [tenantId, personId],
      ),
    );
    await night();
    expect(await count(tenantId, 'people', 'erased_at is null')).toBe(0);
    expect(await count(tenantId, 'hats', `id = '${hatId}' and person_id is null and ended_at <= now()`)).toBe(
      1,
    );
    expect(await count(tenantId, 'legal_holds')).toBe(1);
    // What nobody answered waits as long from then on.
    expect(await count(tenantId, 'employee_requests')).toBe(1);
    await within(tenantId, (tx) => change(tx, `update people set erased_at = '2020-01-01'`));
    await night();
    expect(await count(tenantId, 'employee_requests')).toBe(0);
  });
});
