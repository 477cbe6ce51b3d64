import { startTestApp, type TestApp } from '../harness/app.js';

describe('the rules in force', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('are shown to the employer’s people, the legal ones with their clause', async () => {
    const { tenantId } = await app.make.employer({ name: 'Fjordby' });
    await app.anonymous.get('/api/signal-rules').expect(401);
    await (await app.as(await app.make.hat('employee', { tenantId }))).get('/api/signal-rules').expect(403);
    const representative = await app.as(await app.make.hat('employee-representative', { tenantId }));
    const [employer] = (await representative.get('/api/signal-rules').expect(200)).body;
    expect(employer).toMatchObject({ employerId: tenantId, employerName: 'Fjordby' });
    expect(employer.rules).toHaveLength(8);
    expect(employer.rules[1]).toMatchObject({
      rule: 'days-15-in-365',
      kinds: ['own-sickness', 'partial-sickness'],
      threshold: 15,
      windowDays: 365,
      recipients: ['line-manager', 'retention-consultant'],
      legal: false,
    });
    expect(employer.rules[6]).toMatchObject({
      rule: 'section-7a-talk',
      threshold: 28,
      warnDays: [13, 20, 25],
      recipients: ['line-manager', 'hr-manager'],
      clause: 'sygedagpengeloven § 7 a',
      verified: true,
    });
  });

  it('are shown to consultants for the employers that mandate them', async () => {
    const { tenantId } = await app.make.employer();
    const unitId = await app.make.unit(tenantId);
    const providerId = await app.make.provider();
    const consultant = await app.as(await app.make.hat('retention-consultant', { providerId }));
    expect((await consultant.get('/api/signal-rules').expect(200)).body).toEqual([]);
    await app.make.mandate(tenantId, { providerId, unitIds: [unitId] });
    expect((await consultant.get('/api/signal-rules').expect(200)).body).toMatchObject([
      { employerId: tenantId },
    ]);
  });
});
