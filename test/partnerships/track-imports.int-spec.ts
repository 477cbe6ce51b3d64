import { rows } from '../../src/platform/database/rows.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { TEST, trackScene, uploadWeeks, weeksOf } from './track-scene.js';

describe('files of citizens’ weeks', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const WEEKS = [
    'S-1;2026-W08;Sygedagpenge;MB;LK',
    'S-1;2026-W09;Sygedagpenge;MB;LK',
    'S-2;2026-W09;Jobafklaring;MB;LK',
  ];

  it('are recorded, and the same file again changes nothing', async () => {
    const { tenantId, caseworker } = await trackScene(app);
    expect(await uploadWeeks(app, caseworker, WEEKS)).toMatchObject({
      state: 'recorded',
      counts: { inserted: 3, changed: 0, unchanged: 0, rejected: 0 },
    });
    expect(await weeksOf(app, tenantId)).toEqual([
      { caseNumber: 'S-1', week: '2026-02-16', benefit: 'sickness-benefit', coach: 'MB' },
      { caseNumber: 'S-1', week: '2026-02-23', benefit: 'sickness-benefit', coach: 'MB' },
      { caseNumber: 'S-2', week: '2026-02-23', benefit: 'job-clarification', coach: 'MB' },
    ]);
    expect((await uploadWeeks(app, caseworker, WEEKS)).counts).toMatchObject({
      inserted: 0,
      changed: 0,
      unchanged: 3,
    });
    const kept = await app.doors.within(TEST, tenantId, (tx) =>
      rows(tx, 'select 1 from track_imports where tenant_id = $1 and file_id is not null', [tenantId]),
    );
    expect(kept).toEqual([]);
  });

  it('have their rows refused with a reason and kept sealed, the others taken', async () => {
    const { tenantId, caseworker } = await trackScene(app);
    const done = await uploadWeeks(app, caseworker, [
      'S-1;2026-W09;Sygedagpenge;MB;LK',
      '070761-4285;2026-W09;Sygedagpenge;MB;LK',
      'S-3;2026-W30;Sygedagpenge;MB;LK',
      'S-4;2026-W09;Kontanthjælp;MB;LK',
      'S-5;2026-W09;Sygedagpenge;MB;LK',
      'S-5;2026-W09;Fleksjob;MB;LK',
      'S-1;2026-W09;Sygedagpenge;MB;LK',
    ]);
    expect(done).toMatchObject({ state: 'recorded', counts: { inserted: 1, rejected: 5 } });
    const agent = await app.as(caseworker);
    const { body } = await agent.get(`/api/track-imports/${done.id}/rejections`).expect(200);
    expect(body.items.map(({ line, code }: { line: number; code: string }) => [line, code])).toEqual([
      [3, 'case-number-is-cpr'],
      [4, 'week-to-come'],
      [5, 'benefit-unknown'],
      [6, 'contradicts-another-row'],
      [7, 'contradicts-another-row'],
    ]);
    expect(body.items[2].cells).toMatchObject({ caseNumber: 'S-4', benefit: 'Kontanthjælp' });
    const stored = await app.doors.within(TEST, tenantId, (tx) =>
      rows<{ sealed: Buffer }>(
        tx,
        'select row_cipher as sealed from track_import_rejections where tenant_id = $1',
        [tenantId],
      ),
    );
    expect(stored.every(({ sealed }) => !sealed.includes('S-'))).toBe(true);
  });

  it('change a week, and are undone as far as nobody changed it since', async () => {
    const { tenantId, caseworker } = await trackScene(app);
    await uploadWeeks(app, caseworker, WEEKS);
    const second = await uploadWeeks(app, caseworker, [
      'S-1;2026-W09;Fleksjob;NN;LK',
      'S-2;2026-W09;Fleksjob;NN;LK',
      'S-9;2026-W09;Fleksjob;NN;LK',
    ]);
    expect(second.counts).toMatchObject({ inserted: 1, changed: 2 });
    await uploadWeeks(app, caseworker, ['S-2;2026-W09;Ledighedsydelse;NN;LK']);
    const agent = await app.as(caseworker);
    await agent.post(`/api/track-imports/${second.id}/reversal`).expect(202);
    await app.drainJobs();
    const { body } = await agent.get(`/api/track-imports/${second.id}`).expect(200);
    expect(body).toMatchObject({ state: 'undone', counts: { undone: 2, left: 1 } });
    expect(
      (await weeksOf(app, tenantId)).map(({ caseNumber, benefit, coach }) => [caseNumber, benefit, coach]),
    ).toEqual([
      ['S-1', 'sickness-benefit', 'MB'],
      ['S-1', 'sickness-benefit', 'MB'],
      ['S-2', 'flexi-unemployment', 'NN'],
    ]);
    await agent.post(`/api/track-imports/${second.id}/reversal`).expect(409);
    const told = await app.doors.within(TEST, tenantId, (tx) =>
      rows<{ action: string }>(
        tx,
        `select action from audit_entries where tenant_id = $1 and action like 'track-import.re%'`,
        [tenantId],
      ),
    );
    expect(told.map(({ action }) => action)).toContain('track-import.reverse');
  });

  it('that are no such table fail with a reason', async () => {
    const { caseworker } = await trackScene(app);
    const agent = await app.as(caseworker);
    const { body } = await agent
      .post('/api/track-imports')
      .attach('file', Buffer.from('Navn;Alder\nBo;7\n'), { filename: 'x.csv', contentType: 'text/csv' })
      .expect(201);
    await app.drainJobs();
    const read = await agent.get(`/api/track-imports/${body.id}`).expect(200);
    expect(read.body).toMatchObject({ state: 'failed', failure: 'columns-missing' });
    await agent.post('/api/track-imports').send({}).expect(415);
  });

  it('are nobody else’s', async () => {
    const own = await trackScene(app);
    const { id } = await uploadWeeks(app, own.caseworker, WEEKS);
    await app.anonymous.get('/api/track-imports').expect(401);
    await (await app.as(own.coach)).get('/api/track-imports').expect(403);
    const other = await app.as((await trackScene(app)).caseworker);
    await other.get(`/api/track-imports/${id}`).expect(404);
    await other.get(`/api/track-imports/${id}/rejections`).expect(404);
    await other.post(`/api/track-imports/${id}/reversal`).expect(404);
    await other.get('/api/track-imports/nothing').expect(400);
    const { tenantId } = await app.make.employer();
    const hr = await app.as(await app.make.hat('hr-manager', { tenantId }));
    await hr.get('/api/track-imports').expect(403);
  });
});
