import { systemActor } from '../../src/access/index.js';
import { rows } from '../../src/platform/database/rows.js';
import { startTestApp, type TestApp } from '../harness/app.js';

const COURSE = { title: 'Den svære samtale', heldOn: '2026-02-04', hours: 6, invited: 20, attended: 15 };
const COMPETENCE = { name: 'Tidlig indsats', countedOn: '2026-02-04', needed: 30, holding: 12 };

describe('the learning track', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const scene = async () => {
    const { tenantId } = await app.make.employer();
    return { tenantId, hr: await app.as(await app.make.hat('hr-manager', { tenantId })) };
  };

  it('keeps courses and competence by counts, and takes them back', async () => {
    const { tenantId, hr } = await scene();
    const { body } = await hr.post('/api/courses').send(COURSE).expect(201);
    expect(body.courses).toEqual([{ id: expect.any(String), ...COURSE }]);
    const counted = await hr.post('/api/competences').send(COMPETENCE).expect(201);
    expect(counted.body.competences).toEqual([{ id: expect.any(String), ...COMPETENCE }]);
    expect(counted.body.skill).toBeNull();
    await hr.delete(`/api/courses/${body.courses[0].id}`).expect(204);
    await hr.delete(`/api/courses/${body.courses[0].id}`).expect(404);
    await hr.delete(`/api/competences/${counted.body.competences[0].id}`).expect(204);
    const told = await app.doors.within(systemActor('operator command'), tenantId, (tx) =>
      rows<{ action: string }>(
        tx,
        `select action from audit_entries where tenant_id = $1 and outcome = 'allowed' and action ~ '^co(urse|mpetence)' order by at, id`,
        [tenantId],
      ),
    );
    expect(told.map(({ action }) => action)).toEqual([
      'course.record',
      'competence.record',
      'course.remove',
      'competence.remove',
    ]);
  });

  it('refuses more participants than were invited, more holders than needed and days to come', async () => {
    const { hr } = await scene();
    await hr
      .post('/api/courses')
      .send({ ...COURSE, attended: 21 })
      .expect(400);
    await hr
      .post('/api/courses')
      .send({ ...COURSE, heldOn: '2026-04-01' })
      .expect(400);
    await hr
      .post('/api/courses')
      .send({ ...COURSE, hours: 0 })
      .expect(400);
    await hr
      .post('/api/competences')
      .send({ ...COMPETENCE, holding: 31 })
      .expect(400);
  });

  it('is HR’s alone, of the own employer', async () => {
    const { tenantId, hr } = await scene();
    const { body } = await hr.post('/api/courses').send(COURSE).expect(201);
    await app.anonymous.get('/api/learning').expect(401);
    await (await app.as(await app.make.hat('line-manager', { tenantId }))).get('/api/learning').expect(403);
    const other = await scene();
    await other.hr.delete(`/api/courses/${body.courses[0].id}`).expect(404);
    expect((await other.hr.get('/api/learning').expect(200)).body.courses).toEqual([]);
  });
});
