import { systemActor } from '../../src/access/index.js';
import { rows } from '../../src/platform/database/rows.js';
import { startTestApp, type TestApp } from '../harness/app.js';

describe('cases', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const world = async () => {
    app.clock.set('2026-03-11');
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
    const providerId = await app.make.provider();
    await app.make.mandate(tenantId, { providerId, unitIds: [unitId] });
    return {
      tenantId,
      unitId,
      otherUnit,
      asa,
      bo,
      hr: await app.as(await app.make.hat('hr-manager', { tenantId })),
      leader: await app.as(await app.make.hat('line-manager', { tenantId, personId: leader.personId })),
      consultant: await app.as(await app.make.hat('retention-consultant', { providerId })),
    };
  };
  type World = Awaited<ReturnType<typeof world>>;
  const open = async ({ consultant, asa }: World): Promise<string> =>
    (await consultant.post('/api/cases').send({ personId: asa.personId }).expect(201)).body.id;
  const read = async (agent: World['hr'], id: string) =>
    (await agent.get(`/api/cases/${id}`).expect(200)).body;

  it('are opened within the mandate, and nowhere else', async () => {
    const given = await world();
    await app.anonymous.post('/api/cases').send({ personId: given.asa.personId }).expect(401);
    await given.leader.post('/api/cases').send({ personId: given.asa.personId }).expect(403);
    await given.consultant.post('/api/cases').send({ personId: given.bo.personId }).expect(404);
    await given.consultant.post('/api/cases').send({ unitId: given.otherUnit }).expect(404);
    await given.consultant.post('/api/cases').send({}).expect(400);
    await (await world()).consultant.post('/api/cases').send({ personId: given.asa.personId }).expect(404);

    const id = await open(given);
    expect((await given.consultant.post('/api/cases').send({ personId: given.asa.personId })).body.code).toBe(
      'case-open',
    );
    expect(await read(given.consultant, id)).toMatchObject({
      subject: 'person',
      personName: 'Åse Ørsted',
      unitName: 'Solgården',
      state: 'open',
      openedOn: '2026-03-11',
    });
  });

  it('are seen by HR and the person’s own leader, and by nobody else', async () => {
    const given = await world();
    const id = await open(given);
    const hisOwn = await app.as(
      await app.make.hat('line-manager', { tenantId: given.tenantId, personId: given.bo.personId }),
    );
    await read(given.hr, id);
    await read(given.leader, id);
    await hisOwn.get(`/api/cases/${id}`).expect(404);
    await (await world()).hr.get(`/api/cases/${id}`).expect(404);
    expect((await hisOwn.get('/api/cases').expect(200)).body).toMatchObject({ items: [], total: 0 });
    expect((await given.leader.get('/api/cases?state=open').expect(200)).body).toMatchObject({
      total: 1,
      items: [{ id }],
    });
    expect((await given.leader.get('/api/cases?state=closed').expect(200)).body.total).toBe(0);
  });

  it('hold contacts whose words are sealed in the table', async () => {
    const given = await world();
    const id = await open(given);
    const contact = {
      kind: 'line-manager',
      heldOn: '2026-03-11',
      reached: true,
      agreement: 'Kortere vagter i to uger',
      nextStep: 'Ring den 20.',
    };
    await given.consultant.post(`/api/cases/${id}/contacts`).send(contact).expect(204);
    expect((await read(given.hr, id)).contacts).toMatchObject([
      {
        kind: 'line-manager',
        reached: true,
        agreement: 'Kortere vagter i to uger',
        nextStep: 'Ring den 20.',
      },
    ]);
    const [kept] = await app.doors.within(systemActor('operator command'), given.tenantId, (tx) =>
      rows<{ text: string }>(tx, `select encode(agreement_cipher, 'escape') as text from contacts`),
    );
    expect(kept?.text).not.toContain('vagter');
  });

  it('leave the statutory talk to line manager and HR, and the employee’s consent to its day', async () => {
    const given = await world();
    const id = await open(given);
    const talk = { kind: 'section-7a-talk', heldOn: '2026-03-10', reached: true };
    await given.consultant.post(`/api/cases/${id}/contacts`).send(talk).expect(403);
    await given.leader.post(`/api/cases/${id}/contacts`).send(talk).expect(204);
    const direct = { kind: 'employee', heldOn: '2026-03-10', reached: true };
    expect(
      (await given.consultant.post(`/api/cases/${id}/contacts`).send(direct).expect(400)).body.fields[0]
        .field,
    ).toBe('employeeAgreedOn');
    const agreed = { ...direct, employeeAgreedOn: '2026-03-09' };
    expect(
      (await given.consultant.post(`/api/cases/${id}/contacts`).send(agreed).expect(400)).body.fields[0].code,
    ).toBe('line-manager-first');
    await given.consultant
      .post(`/api/cases/${id}/contacts`)
      .send({ ...direct, kind: 'line-manager' })
      .expect(204);
    await given.consultant.post(`/api/cases/${id}/contacts`).send(agreed).expect(204);
    await given.consultant
      .post(`/api/cases/${id}/contacts`)
      .send({ ...direct, kind: 'visit' })
      .expect(400);
    await given.consultant
      .post(`/api/cases/${id}/contacts`)
      .send({ ...direct, heldOn: '2026-03-12', kind: 'conversation' })
      .expect(400);
  });

  it('go through referral, follow-up and closure, which can be taken back for a day', async () => {
    const given = await world();
    const id = await open(given);
    await given.consultant
      .post(`/api/cases/${id}/referrals`)
      .send({ specialist: 'physiotherapist', askedOn: '2026-03-11', heldOn: '2026-03-10' })
      .expect(400);
    await given.consultant
      .post(`/api/cases/${id}/referrals`)
      .send({ specialist: 'physiotherapist', askedOn: '2026-03-11' })
      .expect(204);
    await given.consultant.post(`/api/cases/${id}/follow-ups`).send({ dueOn: '2026-03-20' }).expect(204);
    const before = await read(given.consultant, id);
    expect(before).toMatchObject({
      nextStepOn: '2026-03-20',
      referrals: [{ heldOn: null, waitingDays: null }],
    });
    await given.consultant
      .put(`/api/cases/${id}/referrals/${before.referrals[0].id}`)
      .send({ heldOn: '2026-03-18' })
      .expect(204);
    await given.consultant
      .put(`/api/cases/${id}/follow-ups/${before.followUps[0].id}`)
      .send({ doneOn: '2026-03-20' })
      .expect(204);
    expect(await read(given.consultant, id)).toMatchObject({
      nextStepOn: null,
      referrals: [{ waitingDays: 7 }],
      followUps: [{ doneOn: '2026-03-20' }],
    });

    await given.consultant.post(`/api/cases/${id}/closure`).send({ outcome: 'cured' }).expect(400);
    await given.consultant.post(`/api/cases/${id}/closure`).send({ outcome: 'back-at-work' }).expect(204);
    await given.consultant.post(`/api/cases/${id}/follow-ups`).send({ dueOn: '2026-03-21' }).expect(409);
    expect(await read(given.consultant, id)).toMatchObject({
      state: 'closed',
      outcome: 'back-at-work',
      mayReopen: true,
    });
    await given.consultant.delete(`/api/cases/${id}/closure`).expect(204);
    await given.consultant.post(`/api/cases/${id}/closure`).send({ outcome: 'back-at-work' }).expect(204);
    app.clock.set('2026-03-13');
    expect((await given.consultant.delete(`/api/cases/${id}/closure`).expect(409)).body.code).toBe(
      'too-late',
    );
  });

  it('invite to the talk in a letter', async () => {
    const given = await world();
    const id = await open(given);
    const talk = { on: '2026-03-16', from: '09:00', to: '09:30', place: 'Mødelokale 2', byPhone: false };
    const letter = await given.leader.post(`/api/cases/${id}/invitations`).send(talk).expect(200);
    expect(letter.get('content-type')).toBe('application/pdf');
    expect(letter.body.subarray(0, 5).toString()).toBe('%PDF-');
    await given.leader
      .post(`/api/cases/${id}/invitations`)
      .send({ ...talk, to: '08:00' })
      .expect(400);
  });

  it('write who read and acted', async () => {
    const given = await world();
    const id = await open(given);
    await read(given.hr, id);
    const entries = await app.doors.within(systemActor('operator command'), given.tenantId, (tx) =>
      rows<{ action: string; role: string }>(tx, 'select action, role from audit_entries order by id'),
    );
    expect(entries).toEqual([
      { action: 'case.open', role: 'retention-consultant' },
      { action: 'case.read', role: 'hr-manager' },
    ]);
  });

  it('are sorted and narrowed to a unit, open ones first', async () => {
    const given = await world();
    const { hr, bo, unitId, otherUnit } = given;
    const first = await open(given);
    app.clock.set('2026-03-12');
    const second = (await hr.post('/api/cases').send({ personId: bo.personId }).expect(201)).body.id;
    app.clock.set('2026-03-13');
    const third = (await hr.post('/api/cases').send({ unitId: otherUnit, theme: 'Indeklima' }).expect(201))
      .body.id;
    await hr.post(`/api/cases/${second}/follow-ups`).send({ dueOn: '2026-03-20' }).expect(204);
    const listed = async (query: string): Promise<string[]> =>
      (await hr.get(`/api/cases?${query}`).expect(200)).body.items.map(({ id }: { id: string }) => id);
    expect((await listed(''))[0]).toBe(second);
    expect((await listed('sort=openedOn'))[0]).toBe(first);
    // Bo Dahl, Åse Ørsted, then the case about a unit: å is the last letter.
    expect(await listed('sort=subject')).toEqual([second, first, third]);
    expect(await listed(`unitId=${unitId}`)).toEqual([first]);
    expect(await listed(`unitId=${otherUnit}&sort=-openedOn`)).toEqual([third, second]);
    expect(await listed('state=due')).toEqual([]);
    app.clock.set('2026-03-20');
    expect(await listed('state=due')).toEqual([second]);
    expect((await hr.get('/api/signals/due').expect(200)).body.cases).toBe(1);
    await hr.post(`/api/cases/${second}/closure`).send({ outcome: 'no-further-need' }).expect(204);
    expect((await listed('sort=subject')).at(-1)).toBe(second);
    expect(await listed('state=due')).toEqual([]);
    await hr.get('/api/cases?sort=owner').expect(400);
  });
});
