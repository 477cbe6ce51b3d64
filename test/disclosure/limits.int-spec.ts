import { row } from '../../src/platform/database/rows.js';
import { systemActor } from '../../src/access/index.js';
import { startTestApp, type TestApp } from '../harness/app.js';

const URL = '/api/output-policy';
const POLICY = {
  persons: 10,
  absentPersons: 5,
  largestShare: 0.5,
  count: 5,
  shareBase: 10,
  answers: 5,
  offensive: 20,
  comments: 10,
};
const STRICTER = { ...POLICY, persons: 25, largestShare: 0.4, answers: 8 };

describe('the numbers of the output policy (definitions 6.5)', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('are read by an employer’s people and nobody else', async () => {
    const { tenantId } = await app.make.employer();
    await app.anonymous.get(URL).expect(401);
    const consultant = await app.make.hat('retention-consultant', { providerId: await app.make.provider() });
    await (await app.as(consultant)).get(URL).expect(403);
    const representative = await app.as(await app.make.hat('employee-representative', { tenantId }));
    expect((await representative.get(URL).expect(200)).body).toEqual({
      limits: POLICY,
      policy: POLICY,
      abilities: ['limit.read'],
    });
    await representative.put(URL).send(STRICTER).expect(403);
  });

  it('are raised at one employer and taken back, and the audit says from what to what', async () => {
    const { tenantId } = await app.make.employer();
    const hr = await app.as(await app.make.hat('hr-manager', { tenantId }));
    await hr.put(URL).send(STRICTER).expect(204);
    expect((await hr.get(URL)).body.limits).toEqual(STRICTER);
    const entry = await app.doors.within(systemActor('operator command'), tenantId, (tx) =>
      row(tx, `select detail, subject_ids as ids from audit_entries where action = 'limit.raise'`),
    );
    expect(entry).toEqual({ detail: { before: POLICY, after: STRICTER }, ids: [tenantId] });
    const other = await app.make.employer();
    const neighbour = await app.as(await app.make.hat('hr-manager', { tenantId: other.tenantId }));
    expect((await neighbour.get(URL)).body.limits).toEqual(POLICY);
    await hr.put(URL).send(POLICY).expect(204);
    expect((await hr.get(URL)).body.limits).toEqual(POLICY);
  });

  it.each([
    ['persons', 9],
    ['absentPersons', 4],
    ['largestShare', 0.51],
    ['count', 4.5],
    ['shareBase', null],
    ['offensive', 19],
  ])('are refused where one is lower than the policy: %s of %s', async (field, value) => {
    const { tenantId } = await app.make.employer();
    const hr = await app.as(await app.make.hat('hr-manager', { tenantId }));
    const { body } = await hr
      .put(URL)
      .send({ ...STRICTER, [field]: value })
      .expect(400);
    expect(new Set(body.fields.map((fault: { field: string }) => fault.field))).toEqual(new Set([field]));
    expect((await hr.get(URL)).body.limits).toEqual(POLICY);
  });
});
