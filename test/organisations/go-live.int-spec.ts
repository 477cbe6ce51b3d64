import { createHash } from 'node:crypto';
import { systemActor } from '../../src/access/index.js';
import { EmployersService, isLive } from '../../src/organisations/index.js';
import { rows } from '../../src/platform/database/rows.js';
import { closePdfRenderer } from '../../src/platform/documents/pdf.js';
import { localDate } from '../../src/shared/local-date.js';
import { startTestApp, type TestApp } from '../harness/app.js';

const COMPLETE = {
  dpiaApprovedBy: 'Direktør Ane Holm',
  dpiaApprovedOn: '2025-12-01',
  worksCouncilOn: '2025-12-10',
  minutesReference: 'Hoved-MED 2025/17',
  informedText: 'Vi ser på sygefravær for at hjælpe tidligt.',
  informedOn: '2026-01-02',
  recipients: 'Nærmeste leder og fastholdelseskonsulenten',
  retention: 'To år efter fratrædelse',
};

describe('going live (definitions 4.7)', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
    app.clock.set('2026-03-11');
  });
  afterAll(async () => {
    await closePdfRenderer();
    await app.close();
  });

  const employer = async () => {
    const slug = `vestby-${Math.random().toString(36).slice(2)}`;
    const tenantId = await app.nest
      .get(EmployersService)
      .createEmployer(systemActor('operator command'), { slug, name: 'Vestby Kommune', sector: 'municipal' });
    return { slug, tenantId, hr: await app.as(await app.make.hat('hr-manager', { tenantId })) };
  };
  const liveOn = (tenantId: string, day: string): Promise<boolean> =>
    app.doors.within(systemActor('operator command'), tenantId, (tx) => isLive(tx, tenantId, localDate(day)));

  it('begins with nothing recorded', async () => {
    const { tenantId, hr } = await employer();
    const { body } = await hr.get('/api/go-live').expect(200);
    expect(body).toMatchObject({ state: 'not-ready', noticeDays: 42, liveFrom: null });
    expect(body.missing).toHaveLength(8);
    expect(await liveOn(tenantId, '2026-03-11')).toBe(false);
  });

  it('is allowed once the record is complete and the notice has run', async () => {
    const { tenantId, hr } = await employer();
    const draft = await hr.put('/api/go-live').send(COMPLETE).expect(200);
    // 2 January + 42 days.
    expect(draft.body).toMatchObject({ state: 'not-ready', missing: [], earliestLiveOn: '2026-02-13' });
    const early = await hr
      .put('/api/go-live')
      .send({ ...COMPLETE, liveFrom: '2026-02-12' })
      .expect(400);
    expect(early.body.fields).toMatchObject([{ field: 'liveFrom', code: 'notice-runs' }]);
    const live = await hr
      .put('/api/go-live')
      .send({ ...COMPLETE, liveFrom: '2026-02-13' })
      .expect(200);
    expect(live.body.state).toBe('live');
    expect([await liveOn(tenantId, '2026-02-12'), await liveOn(tenantId, '2026-02-13')]).toEqual([
      false,
      true,
    ]);
    const entries = await app.doors.within(systemActor('operator command'), tenantId, (tx) =>
      rows<{ action: string }>(tx, 'select action from audit_entries'),
    );
    expect(entries.map(({ action }) => action)).toEqual(['go-live.record', 'go-live.record']);
  });

  it('keeps every record, who made it and when, and no draft gets around the notice of a new recipient', async () => {
    const { tenantId, hr } = await employer();
    const live = { ...COMPLETE, liveFrom: '2026-02-13' };
    const wider = { ...COMPLETE, recipients: `${COMPLETE.recipients} og HR` };
    const again = { ...wider, informedOn: '2026-03-10', liveFrom: '2026-04-21' };
    await hr.put('/api/go-live').send(live).expect(200);
    await hr.put('/api/go-live').send(wider).expect(200);
    expect(await liveOn(tenantId, '2026-03-11')).toBe(false);
    const refused = await hr
      .put('/api/go-live')
      .send({ ...wider, liveFrom: '2026-03-11' })
      .expect(400);
    expect(refused.body.fields).toMatchObject([{ field: 'informedOn', code: 'notice-repeats' }]);
    // 10 March + 42 days.
    await hr.put('/api/go-live').send(again).expect(200);
    const representative = await app.as(await app.make.hat('employee-representative', { tenantId }));
    const { body } = await representative.get('/api/go-live/records').expect(200);
    const at = '2026-03-11T11:00:00.000Z';
    expect(body.items).toMatchObject([
      { number: 3, recordedAt: at, ...again },
      { number: 2, recordedAt: at, ...wider, liveFrom: null },
      { number: 1, recordedAt: at, ...live },
    ]);
    const other = await employer();
    expect((await other.hr.get('/api/go-live/records').expect(200)).body.items).toEqual([]);
    await app.anonymous.get('/api/go-live/records').expect(401);
    const change = app.doors.within(systemActor('operator command'), tenantId, (tx) =>
      tx.query(`update go_live_records set record = '{}'`),
    );
    await expect(change).rejects.toThrow('permission denied');
  });

  it('keeps the impact assessment as it stood when its approval was recorded', async () => {
    const { tenantId, hr } = await employer();
    const { dpiaApprovedOn: _, ...unapproved } = COMPLETE;
    await hr.put('/api/go-live').send(unapproved).expect(200);
    await hr.put('/api/go-live').send(COMPLETE).expect(200);
    await hr
      .put('/api/go-live')
      .send({ ...COMPLETE, noticeDays: 60 })
      .expect(200);
    const { body } = await hr.get('/api/go-live/records?pageSize=2').expect(200);
    expect(body).toMatchObject({ page: 1, pageSize: 2, total: 3 });
    expect(
      body.items.map(({ number, assessmentHash }: { number: number; assessmentHash: string | null }) => [
        number,
        assessmentHash !== null,
      ]),
    ).toEqual([
      [3, false],
      [2, true],
    ]);
    const address = '/api/go-live/records/2/impact-assessment.pdf';
    const fetched = async () => Buffer.from((await hr.get(address).buffer(true).expect(200)).body);
    const kept = await fetched();
    expect(kept.subarray(0, 4).toString()).toBe('%PDF');
    expect(createHash('sha256').update(kept).digest('hex')).toBe(body.items[1].assessmentHash);
    // What changes later changes nothing of what was approved.
    await app.doors.within(systemActor('operator command'), tenantId, (tx) =>
      tx.query(`update employers set name = 'Noget andet'`),
    );
    app.clock.set('2026-04-01');
    expect((await fetched()).equals(kept)).toBe(true);
    app.clock.set('2026-03-11');
    for (const number of [1, 3, 4])
      await hr.get(`/api/go-live/records/${number}/impact-assessment.pdf`).expect(404);
    await hr.get('/api/go-live/records/99999999999/impact-assessment.pdf').expect(400);
    await (await employer()).hr.get(address).expect(404);
    await app.anonymous.get(address).expect(401);
    const entries = await app.doors.within(systemActor('operator command'), tenantId, (tx) =>
      rows<{ action: string }>(tx, `select action from audit_entries where action = 'go-live.assessment'`),
    );
    expect(entries).toHaveLength(2);
  });

  it('names every field that is missing', async () => {
    const { hr } = await employer();
    const refused = await hr.put('/api/go-live').send({ liveFrom: '2026-05-01' }).expect(400);
    expect(refused.body.fields.map(({ field }: { field: string }) => field)).toEqual(Object.keys(COMPLETE));
    const wrong = await hr
      .put('/api/go-live')
      .send({ informedOn: '2026-02-30', noticeDays: 400 })
      .expect(400);
    expect(new Set(wrong.body.fields.map(({ field }: { field: string }) => field))).toEqual(
      new Set(['informedOn', 'noticeDays']),
    );
  });

  it('is for the employer: not for a consultant, the signed-out or another employer', async () => {
    const { tenantId } = await employer();
    await app.anonymous.get('/api/go-live').expect(401);
    const consultant = await app.as(
      await app.make.hat('retention-consultant', { providerId: await app.make.provider() }),
    );
    await consultant.get('/api/go-live').expect(403);
    const representative = await app.as(await app.make.hat('employee-representative', { tenantId }));
    await representative.get('/api/go-live').expect(200);
    await representative.put('/api/go-live').send(COMPLETE).expect(403);
  });

  it('gives an employer its slug once', async () => {
    const { slug, tenantId } = await employer();
    const employers = app.nest.get(EmployersService);
    const again = { slug, name: 'Anden', sector: 'private' } as const;
    await expect(employers.createEmployer(systemActor('operator command'), again)).rejects.toMatchObject({
      code: 'slug-taken',
    });
    const unusable = { ...again, slug: 'Vestby Kommune' };
    await expect(employers.createEmployer(systemActor('operator command'), unusable)).rejects.toMatchObject({
      status: 400,
    });
    expect(await employers.tenantBySlug(slug)).toBe(tenantId);
    await expect(employers.tenantBySlug('nobody')).rejects.toMatchObject({ status: 404 });
  });

  it('is prepared with an impact assessment and a notice of the employer’s own', async () => {
    const { tenantId, hr } = await employer();
    const { body } = await hr.get('/api/go-live/notice').expect(200);
    expect(body.text).toContain('Sådan bruger Vestby Kommune oplysninger om sygefravær');
    // 11 March + 42 days.
    expect(body.text).toContain('Fra 22. april 2026');
    const paper = await hr.get('/api/go-live/impact-assessment.pdf').buffer(true).expect(200);
    expect(paper.headers['content-type']).toBe('application/pdf');
    expect(Buffer.from(paper.body).subarray(0, 4).toString()).toBe('%PDF');
    for (const path of ['notice', 'impact-assessment.pdf']) {
      await app.anonymous.get(`/api/go-live/${path}`).expect(401);
      await (
        await app.as(await app.make.hat('line-manager', { tenantId }))
      )
        .get(`/api/go-live/${path}`)
        .expect(403);
    }
  });
});
