import { systemActor, type HatActor } from '../../src/access/index.js';
import { rows } from '../../src/platform/database/rows.js';
import { SignalsService } from '../../src/signals/index.js';
import { startTestApp, type TestApp } from '../harness/app.js';

const TODAY = '2026-03-16';

describe('the worklist', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  /** Åse is on day 15 of a spell in a mandated unit, Bo on day 1 in another; Lone leads Åse. */
  const world = async (mandate: { rules?: string[]; fields?: string[]; valid?: string } = {}) => {
    app.clock.set(TODAY);
    const { tenantId } = await app.make.employer({ name: 'Fjordby' });
    const unitId = await app.make.unit(tenantId, { name: 'Solgården' });
    const otherUnit = await app.make.unit(tenantId, { name: 'Skolen' });
    const leader = await app.make.employment(tenantId, { unitId, name: 'Lone Leder' });
    const asa = await app.make.employment(tenantId, {
      unitId,
      name: 'Åse Ørsted',
      managerPersonId: leader.personId,
    });
    const bo = await app.make.employment(tenantId, { unitId: otherUnit, name: 'Bo Dahl' });
    await app.make.spell(tenantId, { employmentId: asa.employmentId, from: '2026-03-02' });
    await app.make.spell(tenantId, { employmentId: bo.employmentId, from: TODAY });
    await app.nest.get(SignalsService).look(tenantId);
    const providerId = await app.make.provider();
    await app.make.mandate(tenantId, { providerId, unitIds: [unitId], ...mandate });
    const as = async (hat: Promise<HatActor>) => app.as(await hat);
    const consultantHat = await app.make.hat('retention-consultant', { providerId });
    return {
      tenantId,
      unitId,
      asa,
      bo,
      providerId,
      consultantHat,
      hr: await as(app.make.hat('hr-manager', { tenantId })),
      leader: await as(app.make.hat('line-manager', { tenantId, personId: leader.personId })),
      consultant: await app.as(consultantHat),
      colleague: await as(app.make.hat('retention-consultant', { providerId })),
      lead: await as(app.make.hat('team-lead', { providerId })),
      sql: <T>(text: string) =>
        app.doors.within(systemActor('operator command'), tenantId, (tx) => rows<T>(tx, text)),
    };
  };
  type World = Awaited<ReturnType<typeof world>>;
  type Agent = World['hr'];
  const rulesSeen = async (agent: Agent, query = ''): Promise<string[]> =>
    (await agent.get(`/api/signals${query}`).expect(200)).body.items.map(
      (signal: { personName: string; rule: string }) => `${signal.personName} ${signal.rule}`,
    );
  const idOf = async ({ hr }: World, rule: string): Promise<string> =>
    (await hr.get(`/api/signals?rule=${rule}`).expect(200)).body.items[0].id;
  const reached = { kind: 'line-manager', heldOn: TODAY, reached: true };

  it('is shut to strangers and to other roles', async () => {
    const { tenantId } = await world();
    await app.anonymous.get('/api/signals').expect(401);
    const steering = await app.as(await app.make.hat('administrator', { tenantId }));
    await steering.get('/api/signals').expect(403);
    await (await app.as(await app.make.hat('employee', { tenantId }))).get('/api/signals').expect(403);
  });

  it('shows each hat its own people, what is due first', async () => {
    const given = await world();
    expect(await rulesSeen(given.hr)).toEqual([
      'Bo Dahl contact-day-1',
      'Åse Ørsted contact-day-14',
      'Åse Ørsted days-15-in-365',
      'Åse Ørsted section-7a-talk',
    ]);
    expect(await rulesSeen(given.leader)).toEqual([
      'Åse Ørsted contact-day-14',
      'Åse Ørsted days-15-in-365',
      'Åse Ørsted section-7a-talk',
    ]);
    expect(await rulesSeen(given.consultant)).toEqual([
      'Åse Ørsted contact-day-14',
      'Åse Ørsted days-15-in-365',
    ]);
    expect(await rulesSeen((await world()).consultant, `?personId=${given.asa.personId}`)).toEqual([]);
  });

  it('follows the mandate: its rules, its units and its days', async () => {
    const narrow = await world({ rules: ['contact-day-14'] });
    expect(await rulesSeen(narrow.consultant)).toEqual(['Åse Ørsted contact-day-14']);
    await narrow.consultant.get(`/api/signals/${await idOf(narrow, 'days-15-in-365')}`).expect(404);
    await narrow.consultant.get(`/api/signals/${await idOf(narrow, 'contact-day-1')}`).expect(404);

    const over = await world({ valid: '[2020-01-01,2020-12-31]' });
    expect(await rulesSeen(over.consultant)).toEqual([]);
    await over.consultant.get(`/api/signals/${await idOf(over, 'contact-day-14')}`).expect(404);
    await over.consultant.post(`/api/signals/${await idOf(over, 'contact-day-14')}/claim`).expect(404);
  });

  it('is filtered and sorted, and says what cannot be used', async () => {
    const given = await world();
    expect(await rulesSeen(given.hr, `?unitId=${given.unitId}&sort=-dueOn`)).toEqual([
      'Åse Ørsted section-7a-talk',
      'Åse Ørsted days-15-in-365',
      'Åse Ørsted contact-day-14',
    ]);
    expect(await rulesSeen(given.hr, `?personId=${given.bo.personId}`)).toEqual(['Bo Dahl contact-day-1']);
    expect(await rulesSeen(given.hr, '?sort=person&pageSize=1')).toEqual(['Bo Dahl contact-day-1']);
    expect(await rulesSeen(given.hr, '?state=done')).toEqual([]);
    expect(await rulesSeen(given.hr, '?state=due')).toEqual([
      'Bo Dahl contact-day-1',
      'Åse Ørsted contact-day-14',
    ]);
    const due = await given.hr.get('/api/signals/due').expect(200);
    expect(due.body).toEqual({ absence: 2, unit: 0, introduction: 0, cases: 0 });
    const refused = await given.hr.get('/api/signals?state=forgotten').expect(400);
    expect(refused.body.fields[0].field).toBe('state');
    await given.hr.get('/api/signals/not-an-id').expect(400);
  });

  it('tells of a signal the rule, the window and the facts, and the kind only where it may', async () => {
    const given = await world();
    const id = await idOf(given, 'contact-day-14');
    expect((await given.hr.get(`/api/signals/${id}`).expect(200)).body).toMatchObject({
      personName: 'Åse Ørsted',
      unitName: 'Solgården',
      employerName: 'Fjordby',
      state: 'unclaimed',
      dueOn: '2026-03-16',
      learnedLate: true,
      window: { from: '2026-03-02', to: '2026-03-15' },
      facts: {
        count: 14,
        threshold: 14,
        spells: [{ firstOn: '2026-03-02', lastOn: null, days: 15, kind: 'own-sickness' }],
      },
      recipients: ['line-manager', 'retention-consultant'],
      history: [{ event: 'raised', by: null }],
    });
    const seen = (await given.consultant.get(`/api/signals/${id}`).expect(200)).body;
    expect(seen.facts.spells[0].kind).toBeNull();
    const shown = await world({ fields: ['absence-kind'] });
    const other = (await shown.consultant.get(`/api/signals/${await idOf(shown, 'contact-day-14')}`)).body;
    expect(other.facts.spells[0].kind).toBe('own-sickness');
    await (await world()).hr.get(`/api/signals/${id}`).expect(404);
  });

  it('lets one consultant take a signal and give it back (definitions 4.2)', async () => {
    const given = await world();
    const id = await idOf(given, 'contact-day-14');
    await given.leader.post(`/api/signals/${id}/claim`).expect(403);
    const turns = await Promise.all([
      given.consultant.post(`/api/signals/${id}/claim`),
      given.colleague.post(`/api/signals/${id}/claim`),
    ]);
    expect(turns.map((turn) => turn.status).sort()).toEqual([204, 409]);
    const [winner, loser] =
      turns[0]?.status === 204 ? [given.consultant, given.colleague] : [given.colleague, given.consultant];
    expect((await winner.get(`/api/signals/${id}`)).body).toMatchObject({
      state: 'claimed',
      takenBy: { name: '' },
    });
    expect((await winner.get('/api/signals?state=mine')).body.total).toBe(1);
    expect((await loser.get('/api/signals?state=mine')).body.total).toBe(0);
    expect((await loser.get(`/api/signals/${id}`)).body.abilities).not.toContain('signal.release');
    await loser.delete(`/api/signals/${id}/claim`).expect(409);
    await winner.delete(`/api/signals/${id}/claim`).expect(204);
    expect((await winner.get(`/api/signals/${id}`)).body.state).toBe('unclaimed');
  });

  it('lets the team lead hand a signal on, within the team', async () => {
    const given = await world();
    const id = await idOf(given, 'contact-day-14');
    const { hatId } = given.consultantHat;
    await given.colleague.post(`/api/signals/${id}/reassignment`).send({ hatId }).expect(403);
    await given.lead.post(`/api/signals/${id}/reassignment`).send({ hatId: given.tenantId }).expect(400);
    const stranger = await app.make.hat('retention-consultant', { providerId: await app.make.provider() });
    await given.lead.post(`/api/signals/${id}/reassignment`).send({ hatId: stranger.hatId }).expect(400);
    await given.colleague.post(`/api/signals/${id}/claim`).expect(204);
    await given.lead.post(`/api/signals/${id}/reassignment`).send({ hatId }).expect(204);
    expect((await given.consultant.get('/api/signals?state=mine')).body.total).toBe(1);
    const team = (await given.lead.get('/api/consultants').expect(200)).body;
    expect(team.find((one: { id: string }) => one.id === hatId)).toMatchObject({ signals: 1, cases: 0 });
  });

  it('settles a signal by a contact reached, not by an attempt', async () => {
    const given = await world();
    const id = await idOf(given, 'contact-day-14');
    const contacts = `/api/signals/${id}/contacts`;
    await given.consultant
      .post(contacts)
      .send({ ...reached, heldOn: '2026-03-17' })
      .expect(400);
    await given.consultant
      .post(contacts)
      .send({ ...reached, diagnosis: 'x' })
      .expect(400);
    const first = await given.consultant
      .post(contacts)
      .send({ ...reached, kind: 'conversation' })
      .expect(400);
    expect(first.body.fields[0].code).toBe('line-manager-first');
    await given.consultant
      .post(contacts)
      .send({ ...reached, reached: false })
      .expect(204);
    expect((await given.consultant.get(`/api/signals/${id}`)).body.state).toBe('claimed');
    await given.consultant
      .post(contacts)
      .send({ ...reached, agreement: 'Ring onsdag', nextStep: 'Møde' })
      .expect(204);
    expect((await given.consultant.get(`/api/signals/${id}`)).body).toMatchObject({
      state: 'acted',
      contacts: [
        { reached: true, agreement: 'Ring onsdag', nextStep: 'Møde' },
        { reached: false, agreement: null },
      ],
      history: [{ event: 'raised' }, { event: 'contact' }, { event: 'contact' }],
    });
    expect(await rulesSeen(given.consultant)).toEqual(['Åse Ørsted days-15-in-365']);
    expect(await rulesSeen(given.consultant, '?state=acted')).toEqual(['Åse Ørsted contact-day-14']);
    await given.consultant.delete(`/api/signals/${id}/claim`).expect(409);
    const [kept] = await given.sql<{ text: string }>(
      `select encode(agreement_cipher, 'escape') as text from contacts where agreement_cipher is not null`,
    );
    expect(kept?.text).not.toContain('onsdag');
  });

  it('settles the talk of § 7 a by the talk, which is the employer’s to record (definitions 4.4)', async () => {
    const given = await world();
    const talk = await idOf(given, 'section-7a-talk');
    const day14 = await idOf(given, 'contact-day-14');
    const held = { kind: 'section-7a-talk', heldOn: TODAY, reached: true };
    await given.leader.post(`/api/signals/${talk}/contacts`).send(reached).expect(204);
    expect((await given.hr.get(`/api/signals/${talk}`)).body).toMatchObject({
      state: 'unclaimed',
      legal: true,
      verified: true,
    });
    await given.consultant.post(`/api/signals/${day14}/contacts`).send(held).expect(403);
    // Recorded where it is at hand, it meets the deadline as well.
    await given.leader.post(`/api/signals/${day14}/contacts`).send(held).expect(204);
    expect((await given.hr.get(`/api/signals/${talk}`)).body.state).toBe('acted');
    expect((await given.hr.get(`/api/signals/${day14}`)).body.state).toBe('acted');
  });

  it('keeps a case’s signals open until somebody has been reached', async () => {
    const given = await world();
    const id = await idOf(given, 'contact-day-14');
    const opened = await given.consultant.post('/api/cases').send({ signalId: id }).expect(201);
    expect((await given.consultant.get(`/api/signals/${id}`)).body).toMatchObject({
      caseId: opened.body.id,
      state: 'unclaimed',
    });
    await given.consultant.post(`/api/cases/${opened.body.id}/contacts`).send(reached).expect(204);
    expect((await given.consultant.get(`/api/signals/${id}`)).body).toMatchObject({
      state: 'acted',
      contacts: [{ kind: 'line-manager' }],
    });
    const seen = (await given.consultant.get(`/api/cases/${opened.body.id}`)).body;
    expect(seen.signals.map((signal: { rule: string }) => signal.rule).sort()).toEqual([
      'contact-day-14',
      'days-15-in-365',
    ]);
    expect((await given.hr.get(`/api/cases/${opened.body.id}`)).body.signals).toHaveLength(3);
  });

  it('marks a signal withdrawn, and takes no contact for it', async () => {
    const given = await world();
    const id = await idOf(given, 'contact-day-1');
    await given.sql(`delete from spells where first_on = '${TODAY}'`);
    await app.nest.get(SignalsService).look(given.tenantId);
    expect((await given.hr.get(`/api/signals/${id}`)).body).toMatchObject({
      state: 'withdrawn',
      withdrawnBecause: 'correction',
    });
    await given.hr.post(`/api/signals/${id}/contacts`).send(reached).expect(409);
    await given.hr.post(`/api/signals/${id}/claim`).expect(409);
  });

  it('writes who looked and who acted, with the ids shown', async () => {
    const given = await world();
    const id = await idOf(given, 'contact-day-14');
    await given.consultant.get('/api/signals').expect(200);
    await given.consultant.get(`/api/signals/${id}`).expect(200);
    await given.consultant.post(`/api/signals/${id}/claim`).expect(204);
    const entries = await given.sql<{ action: string; role: string; ids: string[] }>(
      `select action, role, subject_ids as ids from audit_entries where role = 'retention-consultant' order by id`,
    );
    expect(entries).toMatchObject([
      { action: 'signal.list' },
      { action: 'signal.read', ids: [id] },
      { action: 'signal.claim', ids: [id] },
    ]);
    expect(entries[0]?.ids).toHaveLength(2);
  });
});
