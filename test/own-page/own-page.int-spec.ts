import { systemActor } from '../../src/access/index.js';
import { closePdfRenderer } from '../../src/platform/documents/pdf.js';
import { rows } from '../../src/platform/database/rows.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { ownPageWorld } from './scene.js';

describe('the employee’s own page', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(async () => {
    await closePdfRenderer();
    await app.close();
  });

  const world = () => ownPageWorld(app);
  type World = Awaited<ReturnType<typeof world>>;

  const sql = <T>({ tenantId }: World, text: string, parameters: unknown[] = []): Promise<T[]> =>
    app.doors.within(systemActor('operator command'), tenantId, (tx) => rows<T>(tx, text, parameters));
  const signalsOf = async (agent: World['hr'], personId: string): Promise<string[]> => {
    const { body } = await agent.get(`/api/signals?personId=${personId}`).expect(200);
    return body.items.map((signal: { id: string }) => signal.id);
  };
  const object = (given: World) =>
    given.employee
      .post('/api/own-page/requests')
      .send({ kind: 'objection', text: 'Jeg vil ikke have en konsulent ind over.' });
  const open = async ({ hr }: World): Promise<{ id: string; kind: string; text: string | null }[]> =>
    (await hr.get('/api/employee-requests?state=asked').expect(200)).body.items;

  it('tells what is stored, of oneself and of nobody else', async () => {
    const given = await world();
    const { body } = await given.employee.get('/api/own-page').expect(200);
    expect(body).toMatchObject({ name: 'Ane', employerName: 'Fjordby', pausedSince: null });
    const absence = body.sections.find(({ section }: { section: string }) => section === 'absence.spells');
    expect(absence).toMatchObject({ title: 'Dit registrerede fravær' });
    expect(absence.rows).toHaveLength(3);
    expect(absence.rows[0]).toContain('Egen sygdom');
    expect(JSON.stringify(body)).not.toContain('Eva');
    const written = await sql<{ action: string; role: string }>(
      given,
      'select action, role from audit_entries',
    );
    expect(written).toEqual([{ action: 'own-page.read', role: 'employee' }]);
  });

  it('is for employees who are linked to a person', async () => {
    const given = await world();
    await app.anonymous.get('/api/own-page').expect(401);
    for (const agent of [given.hr, given.consultant]) await agent.get('/api/own-page').expect(403);
    const unlinked = await app.as(await app.make.hat('employee', { tenantId: given.tenantId }));
    await unlinked.get('/api/own-page').expect(404);
  });

  it('says why a rule pointed at one: rule, window and what it counted', async () => {
    const given = await world();
    const { body } = await given.employee.get('/api/own-page/signals').expect(200);
    expect(body.items).toMatchObject([
      {
        rule: 'spells-3-in-183-days',
        raisedOn: '2026-03-11',
        windowTo: '2026-03-11',
        count: 3,
        spells: [
          { firstOn: '2026-01-05' },
          { firstOn: '2026-02-02' },
          { firstOn: '2026-03-02', lastOn: '2026-03-03' },
        ],
        state: 'open',
        recipients: ['line-manager', 'retention-consultant'],
      },
    ]);
    const { body: rules } = await given.employee.get('/api/signal-rules').expect(200);
    expect(JSON.stringify(rules)).toContain('spells-3-in-183-days');
  });

  it('tells who looked by date, purpose and role, and names only once HR has decided so', async () => {
    const given = await world();
    await given.consultant.get(`/api/people/${given.ane.personId}`).expect(200);
    await given.hr.get(`/api/people/${given.eva.personId}`).expect(200);
    await signalsOf(given.leader, given.ane.personId);
    const lookUps = async () => (await given.employee.get('/api/own-page/look-ups').expect(200)).body;
    const before = await lookUps();
    expect(before.items).toMatchObject([
      { role: 'line-manager', action: 'signal.list', name: null },
      {
        role: 'retention-consultant',
        action: 'person.read',
        name: null,
        purpose: 'Omsorg for sygemeldte medarbejdere',
        denied: false,
      },
    ]);
    expect(before.total).toBe(2);

    await given.employee.post('/api/own-page/requests').send({ kind: 'look-up-names' }).expect(201);
    const [request] = await open(given);
    // The decision is of now, as the entries are.
    app.clock.set(new Date(Date.now() + 86_400_000).toISOString().slice(0, 10));
    await given.hr
      .post(`/api/employee-requests/${request?.id}/decision`)
      .send({ outcome: 'granted', text: 'Du får navnene.' })
      .expect(204);
    const named = (await lookUps()).items.filter(
      ({ action }: { action: string }) => action === 'person.read',
    );
    expect(named).toMatchObject([{ name: `Bruger ${given.hats.consultant.userId}` }]);
  });

  it('takes requests, which HR sees in a list and decides in writing', async () => {
    const given = await world();
    await given.employee.post('/api/own-page/requests').send({ kind: 'talk' }).expect(201);
    await given.employee
      .post('/api/own-page/requests')
      .send({ kind: 'plan', text: 'Gerne i næste uge.' })
      .expect(201);
    await given.employee.post('/api/own-page/requests').send({ kind: 'correction' }).expect(400);
    const twice = await given.employee.post('/api/own-page/requests').send({ kind: 'talk' });
    expect(twice.body).toMatchObject({ status: 409, code: 'already-asked' });
    const asked = await open(given);
    expect(asked).toMatchObject([
      { kind: 'talk', personName: 'Ane', state: 'asked', text: null },
      { kind: 'plan', text: 'Gerne i næste uge.' },
    ]);
    const decision = (text: string) =>
      given.hr.post(`/api/employee-requests/${asked[0]?.id}/decision`).send({ outcome: 'granted', text });
    await decision('').expect(400);
    await decision('Vi taler sammen på torsdag.').expect(204);
    await decision('Igen.').expect(409);
    const { body } = await given.employee.get('/api/own-page/requests').expect(200);
    expect(body.items).toContainEqual(
      expect.objectContaining({
        kind: 'talk',
        state: 'decided',
        outcome: 'granted',
        decision: 'Vi taler sammen på torsdag.',
      }),
    );
    await given.employee.post('/api/own-page/requests').send({ kind: 'talk' }).expect(201);
    const stored = await sql<{ text_cipher: Buffer }>(
      given,
      'select text_cipher from employee_requests where text_cipher is not null',
    );
    expect(stored[0]?.text_cipher.toString('utf8')).not.toContain('næste uge');
  });

  it('keeps one’s signals from consultants while an objection is not decided, and not from the employer', async () => {
    const given = await world();
    const { personId } = given.ane;
    const [signalId] = await signalsOf(given.consultant, personId);
    await object(given).expect(201);
    expect(await signalsOf(given.consultant, personId)).toEqual([]);
    expect(await signalsOf(given.consultant, given.eva.personId)).not.toEqual([]);
    await given.consultant.get(`/api/signals/${signalId}`).expect(404);
    await given.consultant.post(`/api/signals/${signalId}/claim`).expect(404);
    await given.consultant.post('/api/cases').send({ signalId }).expect(404);
    expect(await signalsOf(given.hr, personId)).toEqual([signalId]);
    expect(await signalsOf(given.leader, personId)).toEqual([signalId]);
    expect((await given.employee.get('/api/own-page')).body.pausedSince).not.toBeNull();

    const [objection] = await open(given);
    await given.hr
      .post(`/api/employee-requests/${objection?.id}/decision`)
      .send({ outcome: 'refused', text: 'Hensynet til ...' })
      .expect(204);
    expect(await signalsOf(given.consultant, personId)).toEqual([signalId]);
  });

  it('goes on keeping them where HR upholds the objection', async () => {
    const given = await world();
    await object(given).expect(201);
    const [objection] = await open(given);
    await given.hr
      .post(`/api/employee-requests/${objection?.id}/decision`)
      .send({ outcome: 'granted', text: 'Du får ret.' })
      .expect(204);
    expect(await signalsOf(given.consultant, given.ane.personId)).toEqual([]);
  });

  it('has nobody at a provider told of the signals of who objects', async () => {
    const given = await world();
    await object(given).expect(201);
    await app.drainJobs();
    const told = await sql<{ hat_id: string; person_id: string }>(
      given,
      'select hat_id, person_id from notices join signals on signals.id = subject_id',
    );
    const of = (personId: string) =>
      told.filter((notice) => notice.person_id === personId).map((notice) => notice.hat_id);
    expect(of(given.ane.personId)).toEqual([given.hats.leader.hatId]);
    expect(of(given.eva.personId)).toContain(given.hats.consultant.hatId);
  });

  it('mails no consultant what was waiting when the objection came', async () => {
    const given = await world();
    await sql(
      given,
      `insert into notices (tenant_id, hat_id, event, subject_id, urgent)
      select tenant_id, $1, 'signal', id, true from signals where person_id = $2`,
      [given.hats.consultant.hatId, given.ane.personId],
    );
    await object(given).expect(201);
    const { NotificationsService } = await import('../../src/notifications/notifications.service.js');
    await app.nest.get(NotificationsService, { strict: false }).gather(given.hats.consultant.userId, null);
    expect(await sql(given, 'select 1 from notices where mail_id is not null')).toEqual([]);
  });

  it('lets a request be taken back, and an objection with what it paused; what is over is not', async () => {
    const given = await world();
    const { body: objection } = await object(given).expect(201);
    expect((await given.hr.get('/api/employee-requests/waiting')).body).toEqual({ asked: 1 });
    expect(await signalsOf(given.consultant, given.ane.personId)).toEqual([]);
    const eva = await app.as(
      await app.make.hat('employee', { tenantId: given.tenantId, personId: given.eva.personId }),
    );
    await eva.delete(`/api/own-page/requests/${objection.id}`).expect(404);
    await given.employee.delete(`/api/own-page/requests/${objection.id}`).expect(204);
    expect(await signalsOf(given.consultant, given.ane.personId)).toHaveLength(1);
    expect((await given.hr.get('/api/employee-requests/waiting')).body).toEqual({ asked: 0 });
    expect(await open(given)).toEqual([]);
    const { body: all } = await given.hr.get('/api/employee-requests?state=withdrawn').expect(200);
    expect(all.items).toMatchObject([{ id: objection.id, state: 'withdrawn' }]);
    const decision = await given.hr
      .post(`/api/employee-requests/${objection.id}/decision`)
      .send({ outcome: 'granted', text: 'Ja' });
    expect(decision.body).toMatchObject({ status: 409, code: 'request-withdrawn' });
    const again = await given.employee.delete(`/api/own-page/requests/${objection.id}`);
    expect(again.body.code).toBe('request-withdrawn');
    // It can be asked for anew.
    await object(given).expect(201);
  });

  it('gives everything out as JSON and as PDF', async () => {
    const given = await world();
    await given.consultant.get(`/api/people/${given.ane.personId}`).expect(200);
    const { body } = await given.employee.get('/api/own-page/data.json').expect(200);
    expect(body).toMatchObject({
      held: {
        'people.person': [{ name: 'Ane' }],
        'absence.spells': [{ kind: 'own-sickness', firstOn: '2026-01-05' }, {}, {}],
      },
      signals: [{ rule: 'spells-3-in-183-days' }],
      lookUps: [{ role: 'retention-consultant', name: null }],
    });
    const pdf = await given.employee
      .get('/api/own-page/data.pdf')
      .buffer(true)
      .parse((answer, done) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => done(null, Buffer.concat(chunks)));
      });
    expect(pdf.status).toBe(200);
    expect((pdf.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('keeps requests of one employer from another', async () => {
    const [given, other] = [await world(), await world()];
    await object(other).expect(201);
    const [objection] = await open(other);
    expect(await open(given)).toEqual([]);
    await given.hr
      .post(`/api/employee-requests/${objection?.id}/decision`)
      .send({ outcome: 'refused', text: 'x' })
      .expect(404);
    await given.consultant.get('/api/employee-requests').expect(403);
  });
});
