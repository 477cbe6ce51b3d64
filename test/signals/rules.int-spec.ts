import { randomUUID } from 'node:crypto';
import { HatsService, systemActor } from '../../src/access/index.js';
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
    const stranger = await app.make.hat('steering-member', { partnershipId: randomUUID() });
    await (await app.as(stranger)).get('/api/signal-rules').expect(403);
    const representative = await app.as(await app.make.hat('employee-representative', { tenantId }));
    const [employer] = (await representative.get('/api/signal-rules').expect(200)).body;
    expect(employer).toMatchObject({ employerId: tenantId, employerName: 'Fjordby' });
    expect(employer.rules).toHaveLength(11);
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

  const DEFAULTS = {
    contactDays: [1, 5, 14, 28],
    spellsThreshold: 3,
    spellsWindow: 183,
    daysThreshold: 15,
    daysWindow: 365,
    countsWorkInjury: false,
    countsSection56: false,
    paysWage: true,
    unitSpells: false,
    reason: 'Efter drøftelse i MED',
  };
  // Noon of this day is where a test's clock starts; 42 days later is 22 April.
  const TODAY = '2026-03-11';

  it('change from a day on, a new one only after notice (definitions 4.7)', async () => {
    const { tenantId } = await app.make.employer({ live: true });
    const other = await app.make.employer({ live: true });
    await app.anonymous.put('/api/signal-rules').send({}).expect(401);
    await (
      await app.as(await app.make.hat('line-manager', { tenantId }))
    )
      .put('/api/signal-rules')
      .expect(403);
    const hr = await app.as(await app.make.hat('hr-manager', { tenantId }));
    const malformed = { ...DEFAULTS, contactDays: [0], validFrom: TODAY };
    const refused = await hr.put('/api/signal-rules').send(malformed).expect(400);
    expect(refused.body.fields).toMatchObject([{ field: 'contactDays' }]);

    const wanted = { ...DEFAULTS, contactDays: [3, 1, 5, 14, 28], validFrom: TODAY };
    const early = await hr.put('/api/signal-rules').send(wanted).expect(400);
    expect(early.body).toMatchObject({ code: 'rule-change-not-ready' });
    const told = {
      informedOn: TODAY,
      discussedOn: TODAY,
      minutesReference: 'MED 3/2026',
      validFrom: '2026-04-22',
    };
    await hr
      .put('/api/signal-rules')
      .send({ ...wanted, ...told })
      .expect(204);
    const [rules] = (await hr.get('/api/signal-rules').expect(200)).body;
    const { reason, ...settings } = DEFAULTS;
    expect(rules.settings).toEqual(settings);
    expect(rules.coming).toMatchObject({ ...told, settings: { contactDays: [1, 3, 5, 14, 28] } });
    const [untouched] = (
      await (
        await app.as(await app.make.hat('hr-manager', { tenantId: other.tenantId }))
      ).get('/api/signal-rules')
    ).body;
    expect(untouched.coming).toBeNull();

    app.clock.set('2026-04-22');
    const [later] = (await hr.get('/api/signal-rules').expect(200)).body;
    expect(later).toMatchObject({ settings: { contactDays: [1, 3, 5, 14, 28] }, coming: null });
    const representative = await app.as(await app.make.hat('employee-representative', { tenantId }));
    const { items } = (await representative.get('/api/signal-rules/history').expect(200)).body;
    expect(items).toMatchObject([
      {
        ...told,
        number: 2,
        state: 'in-force',
        lastOn: '2026-04-22',
        reason,
        recordedAt: `${TODAY}T11:00:00.000Z`,
      },
      { number: 1, state: 'held', validFrom: null, lastOn: '2026-04-21', informedOn: null, reason: null },
    ]);
    const hasNew = ({ rules: held }: { rules: { rule: string }[] }): boolean =>
      held.some(({ rule }) => rule === 'contact-day-3');
    expect(items.map(hasNew)).toEqual([true, false]);
    const providerId = await app.make.provider();
    const consultant = await app.as(await app.make.hat('retention-consultant', { providerId }));
    await consultant.get('/api/signal-rules/history').expect(403);
    app.clock.set(TODAY);
  });

  it('are taken back before they hold, and taken away at once', async () => {
    const { tenantId } = await app.make.employer({ live: true });
    const administrator = await app.as(await app.make.hat('administrator', { tenantId }));
    await administrator.delete('/api/signal-rules/coming').expect(404);
    const fewer = { ...DEFAULTS, contactDays: [14, 28] };
    await administrator
      .put('/api/signal-rules')
      .send({ ...fewer, validFrom: '2026-04-01' })
      .expect(204);
    await administrator.delete('/api/signal-rules/coming').expect(204);
    await administrator
      .put('/api/signal-rules')
      .send({ ...fewer, validFrom: TODAY })
      .expect(204);
    const [rules] = (await administrator.get('/api/signal-rules').expect(200)).body;
    expect(rules).toMatchObject({ settings: { contactDays: [14, 28] }, coming: null });
    expect(rules.rules.map(({ rule }: { rule: string }) => rule)).not.toContain('contact-day-1');
  });

  it('keep every version in the record: of one day the last holds, and what was taken back stays', async () => {
    const { tenantId } = await app.make.employer({ live: true });
    const email = `${randomUUID()}@eksempel.dk`;
    const hat = await app.nest
      .get(HatsService)
      .employ({ email, name: 'Ane Holm', password: randomUUID(), role: 'hr-manager', tenantId });
    const hr = await app.as(hat);
    const change = (contactDays: number[], reason: string, validFrom = TODAY) =>
      hr.put('/api/signal-rules').send({ ...DEFAULTS, contactDays, reason, validFrom });
    await change([5, 14, 28], ' For tidligt på dag 1 ').expect(204);
    await change([14, 28], 'Heller ikke dag 5').expect(204);
    await change([28], 'Kun dag 28', '2026-04-01').expect(204);
    await hr.delete('/api/signal-rules/coming').expect(204);
    const blank = await change([28], '   ').expect(400);
    expect(blank.body.fields).toMatchObject([{ field: 'reason', code: 'empty' }]);

    const [rules] = (await hr.get('/api/signal-rules').expect(200)).body;
    expect(rules).toMatchObject({ settings: { contactDays: [14, 28] }, coming: null });
    const { body } = await hr.get('/api/signal-rules/history').expect(200);
    const by = { recordedBy: 'Ane Holm' };
    const later = `${TODAY}T11:00:00.000Z`;
    expect(body).toMatchObject({
      page: 1,
      total: 4,
      items: [
        {
          number: 4,
          state: 'taken-back',
          validFrom: '2026-04-01',
          lastOn: null,
          takenBackAt: later,
          takenBackBy: by.recordedBy,
        },
        {
          number: 3,
          state: 'in-force',
          validFrom: TODAY,
          lastOn: TODAY,
          reason: 'Heller ikke dag 5',
          recordedAt: later,
          ...by,
        },
        {
          number: 2,
          state: 'replaced',
          validFrom: TODAY,
          lastOn: null,
          reason: 'For tidligt på dag 1',
          ...by,
        },
        { number: 1, state: 'held', validFrom: null, lastOn: '2026-03-10', recordedBy: null },
      ],
    });
    const second = await hr.get('/api/signal-rules/history?page=2&pageSize=3').expect(200);
    expect(second.body).toMatchObject({ page: 2, pageSize: 3, total: 4, items: [{ number: 1 }] });
    const rewrite = app.doors.within(systemActor('operator command'), tenantId, (tx) =>
      tx.query(`update signal_settings set contact_days = '{1}'`),
    );
    await expect(rewrite).rejects.toThrow('permission denied');
  });
});
