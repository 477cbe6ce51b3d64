import { systemActor } from '../../src/access/index.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { ABSENCES, lines, ROSTER } from './import-files.js';

type Agent = Awaited<ReturnType<TestApp['as']>>;

let app: TestApp;
let tenantId: string;
let hr: Agent;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  ({ tenantId } = await app.make.employer());
  hr = await app.as(await app.make.hat('hr-manager', { tenantId }));
});

const roster = lines(ROSTER, '1;Ane Holm;Skole/A;Lærer;01-01-2020;;37,00');
const absences = lines(ABSENCES, '1;790;01-02-2026;04-02-2026', '9;790;01-02-2026;04-02-2026');
const upload = (agent: Agent, kind: string, content: string) =>
  agent.post('/api/imports').field({ kind }).attach('file', Buffer.from(content), 'fil.csv');

const analysed = async (kind: string, content: string): Promise<string> => {
  const { body } = await upload(hr, kind, content).expect(201);
  await hr.post(`/api/imports/${body.id}/analysis`).expect(202);
  await app.drainJobs();
  return String(body.id);
};

describe('who may import', () => {
  const routes: [string, string][] = [
    ['get', ''],
    ['get', '/preview'],
    ['put', '/mapping'],
    ['post', '/analysis'],
    ['post', '/confirmation'],
    ['post', '/cancellation'],
    ['post', '/reversal'],
    ['get', '/rejections'],
    ['get', '/rejections.csv'],
  ];
  const ask = (agent: Agent, method: string, path: string) => {
    if (method === 'get') return agent.get(path);
    return method === 'put' ? agent.put(path).send({ mapping: {} }) : agent.post(path);
  };

  it.each(routes)(
    '%s /api/imports/:id%s: nobody unknown, no other role, no other employer',
    async (method, path) => {
      const { body } = await upload(hr, 'roster', roster).expect(201);
      const address = `/api/imports/${body.id}${path}`;
      await ask(app.anonymous, method, address).expect(401);
      await ask(await app.as(await app.make.hat('line-manager', { tenantId })), method, address).expect(403);
      const elsewhere = await app.make.employer();
      await ask(await app.as(await app.make.hat('hr-manager', elsewhere)), method, address).expect(404);
      await ask(hr, method, `/api/imports/no-id${path}`).expect(400);
    },
  );

  it('lets the administrator run imports without reading people', async () => {
    const id = await analysed('absences', absences);
    const administrator = await app.as(await app.make.hat('administrator', { tenantId }));
    const { body } = await upload(administrator, 'absences', absences).expect(201);
    expect(body.columns[0]).toEqual({ header: 'Tjenestenr', samples: [] });
    await administrator.get(`/api/imports/${body.id}/preview`).expect(403);
    await administrator.get(`/api/imports/${id}/rejections.csv`).expect(403);
    const { body: rejections } = await administrator.get(`/api/imports/${id}/rejections`).expect(200);
    expect(rejections.items[0]).toMatchObject({ line: 2, code: 'unknown-person', cells: null });
    // That one absence is new is told to those alone who may see whose it is.
    await app.doors.within(systemActor('operator command'), tenantId, (tx) =>
      tx.query(
        `update imports set rows_read = 3, counts = counts || '{"inserted": 1, "unchanged": 2}' where id = $1`,
        [id],
      ),
    );
    const told = async (agent: Agent) => {
      const view = (await agent.get(`/api/imports/${id}`).expect(200)).body;
      return [view.rows, view.counts.inserted, view.counts.unchanged];
    };
    expect(await told(hr)).toEqual([3, 1, 2]);
    expect(await told(administrator)).toEqual([null, null, null]);
    const { body: listed } = await administrator.get('/api/imports').expect(200);
    const row = listed.items.find((item: { id: string }) => item.id === id);
    expect(row.counts).toMatchObject({ inserted: null, changed: null, removed: null });
  });

  it('refuses uploads from others', async () => {
    await upload(app.anonymous, 'roster', roster).expect(401);
    await upload(await app.as(await app.make.hat('line-manager', { tenantId })), 'roster', roster).expect(
      403,
    );
  });
});

describe('profiles', () => {
  it('are saved, listed, replaced and removed', async () => {
    const profile = {
      name: 'SD',
      kind: 'absences',
      mapping: { employeeNumber: 'Nr' },
      codes: { S9: 'section-56' },
      snapshotMonths: 3,
    };
    const { body: saved } = await hr.post('/api/import-profiles').send(profile).expect(201);
    expect(saved).toMatchObject({ ...profile, source: 'payroll' });
    await hr
      .post('/api/import-profiles')
      .send({ ...profile, snapshotMonths: null })
      .expect(201);
    const { body: list } = await hr.get('/api/import-profiles?kind=absences').expect(200);
    expect(list).toMatchObject({ total: 1, items: [{ id: saved.id, snapshotMonths: null }] });
    await app.anonymous.get('/api/import-profiles').expect(401);
    const other = await app.as(await app.make.hat('hr-manager', await app.make.employer()));
    await other.delete(`/api/import-profiles/${saved.id}`).expect(404);
    await hr.delete(`/api/import-profiles/${saved.id}`).expect(204);
    await hr
      .post('/api/import-profiles')
      .send({ ...profile, kind: 'x' })
      .expect(400);
  });
});
