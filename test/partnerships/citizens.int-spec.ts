import { PersonalDataHolders } from '../../src/access/index.js';
import { rows } from '../../src/platform/database/rows.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { citizenId, linkCoach, TEST, trackScene, uploadWeeks } from './track-scene.js';

interface Row {
  readonly id: string;
  readonly caseNumber: string;
}

describe('citizens of the employment track', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const scene = async () => {
    const made = await trackScene(app);
    await uploadWeeks(app, made.caseworker, [
      // Five weeks, the coach changed once; then a coach nobody is linked to, and one who supports herself.
      'S-1;2026-W05;Sygedagpenge;NN;LK',
      'S-1;2026-W06;Sygedagpenge;NN;LK',
      'S-1;2026-W07;Sygedagpenge;MB;LK',
      'S-1;2026-W08;Jobafklaring;MB;LK',
      'S-1;2026-W09;Jobafklaring;MB;LK',
      'S-2;2026-W09;Fleksjob;NN;LK',
      'S-3;2026-W08;Sygedagpenge;MB;LK',
      'S-3;2026-W09;Selvforsørgelse;MB;LK',
    ]);
    await linkCoach(app, made.caseworker, made.coach);
    return made;
  };
  const numbers = (body: { items: Row[] }) => body.items.map(({ caseNumber }) => caseNumber);

  it('are listed to a caseworker whole and to a coach by the last week’s coach', async () => {
    const { caseworker, coach } = await scene();
    const { body } = await (await app.as(caseworker)).get('/api/citizens?sort=caseNumber').expect(200);
    expect(numbers(body)).toEqual(['S-1', 'S-2', 'S-3']);
    expect(body).toMatchObject({
      authorityName: 'Jobcenter Fjordby',
      knownUntil: '2026-02-23',
      linked: false,
    });
    expect(body.items[0]).toMatchObject({
      benefit: 'job-clarification',
      benefitWeeks: 2,
      weeks: 5,
      coach: 'MB',
      caseworker: 'LK',
      coachChanges: 1,
      nextContactOn: null,
    });
    const own = await (await app.as(coach)).get('/api/citizens?sort=-weeks').expect(200);
    expect(numbers(own.body)).toEqual(['S-1', 'S-3']);
    expect(own.body.linked).toBe(true);
    const filtered = await (
      await app.as(coach)
    )
      .get('/api/citizens?benefit=self-support&pageSize=1')
      .expect(200);
    expect(numbers(filtered.body)).toEqual(['S-3']);
  });

  it('are shown with their weeks, and the reading is on record under a pseudonym', async () => {
    const { tenantId, coach } = await scene();
    const id = await citizenId(app, tenantId, 'S-1');
    const { body } = await (await app.as(coach)).get(`/api/citizens/${id}`).expect(200);
    expect(body.spans).toEqual([
      {
        from: '2026-01-26',
        to: '2026-02-02',
        weeks: 2,
        benefit: 'sickness-benefit',
        coach: 'NN',
        caseworker: 'LK',
      },
      {
        from: '2026-02-09',
        to: '2026-02-09',
        weeks: 1,
        benefit: 'sickness-benefit',
        coach: 'MB',
        caseworker: 'LK',
      },
      {
        from: '2026-02-16',
        to: '2026-02-23',
        weeks: 2,
        benefit: 'job-clarification',
        coach: 'MB',
        caseworker: 'LK',
      },
    ]);
    const entries = await app.doors.within(TEST, tenantId, (tx) =>
      rows<{ subjects: string[]; people: string[]; keyed: string }>(
        tx,
        `select subject_ids as subjects, people, (select audit_pseudonym(audit_key, id) from citizens
           where tenant_id = $1 and id = $2) as keyed
         from audit_entries where tenant_id = $1 and action = 'citizen.read'`,
        [tenantId, id],
      ),
    );
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ subjects: [], people: [entries[0]?.keyed] });
  });

  it('are found by the case number, which no address holds', async () => {
    const { tenantId, caseworker, coach } = await scene();
    const id = await citizenId(app, tenantId, 'S-2');
    const search = async (hat: typeof coach, caseNumber: string) =>
      (await app.as(hat)).post('/api/citizens/searches').send({ caseNumber });
    expect((await search(caseworker, ' S-2 ')).body).toEqual({ id });
    expect((await search(coach, 'S-2')).status).toBe(404);
    expect((await search(caseworker, 'x'.repeat(61))).status).toBe(400);
  });

  it('have contacts planned, held and given up', async () => {
    const { tenantId, coach } = await scene();
    const agent = await app.as(coach);
    const at = `/api/citizens/${await citizenId(app, tenantId, 'S-1')}/contacts`;
    await agent.post(at).send({ kind: 'coffee', plannedOn: '2026-03-20' }).expect(400);
    await agent.post(at).send({ kind: 'meeting', plannedOn: '2026-03-20', heldOn: '2026-03-20' }).expect(400);
    const planned = await agent.post(at).send({ kind: 'meeting', plannedOn: '2026-03-10' }).expect(201);
    expect(planned.body.nextContactOn).toBe('2026-03-10');
    const overdue = await agent.get('/api/citizens?contact=overdue').expect(200);
    expect(numbers(overdue.body)).toEqual(['S-1']);
    const [{ id }] = (await agent.get(at).expect(200)).body.items;
    const held = await agent.put(`${at}/${id}`).send({ heldOn: '2026-03-11' }).expect(200);
    expect(held.body).toMatchObject({ nextContactOn: null, lastContactOn: '2026-03-11' });
    await agent.put(`${at}/${id}`).send({ heldOn: '2026-03-11' }).expect(409);
    await agent.delete(`${at}/${id}`).expect(409);
    const again = await agent.post(at).send({ kind: 'phone', plannedOn: '2026-04-01' }).expect(201);
    expect(again.body).not.toHaveProperty('contacts');
    // What is to come stands first; one a page.
    const first = await agent.get(`${at}?pageSize=1`).expect(200);
    expect(first.body).toMatchObject({ total: 2, page: 1, pageSize: 1 });
    const [other] = first.body.items;
    expect(other).toMatchObject({ kind: 'phone', heldOn: null });
    const second = await agent.get(`${at}?pageSize=1&page=2`).expect(200);
    expect(second.body.items).toMatchObject([{ id, heldOn: '2026-03-11' }]);
    await agent.delete(`${at}/${other.id}`).expect(204);
    await agent.delete(`${at}/${other.id}`).expect(404);
    expect(numbers((await agent.get('/api/citizens?contact=none')).body)).toEqual(['S-1', 'S-3']);
  });

  it('are behind a wall: no role of an employer, provider or partnership, and no other authority', async () => {
    const { tenantId } = await scene();
    const id = await citizenId(app, tenantId, 'S-1');
    await app.anonymous.get('/api/citizens').expect(401);
    const employer = await app.make.employer();
    for (const role of ['hr-manager', 'line-manager', 'administrator', 'employee'] as const) {
      const agent = await app.as(await app.make.hat(role, { tenantId: employer.tenantId }));
      await agent.get('/api/citizens').expect(403);
      await agent.get(`/api/citizens/${id}`).expect(403);
    }
    const providerId = await app.make.provider();
    await (
      await app.as(await app.make.hat('retention-consultant', { providerId }))
    )
      .get('/api/citizens')
      .expect(403);
    await (await app.as(await app.make.hat('administrator', { tenantId }))).get('/api/citizens').expect(403);
    const elsewhere = await app.as((await trackScene(app)).caseworker);
    await elsewhere.get(`/api/citizens/${id}`).expect(404);
    await elsewhere
      .post(`/api/citizens/${id}/contacts`)
      .send({ kind: 'phone', plannedOn: '2026-03-11' })
      .expect(404);
    await elsewhere.get(`/api/citizens/${id}/contacts`).expect(404);
    await app.anonymous.get(`/api/citizens/${id}/contacts`).expect(401);
  });

  it('cannot be met from the other side: a caseworker reads no employee', async () => {
    const { caseworker } = await scene();
    const employer = await app.make.employer();
    const unitId = await app.make.unit(employer.tenantId);
    const { personId } = await app.make.employment(employer.tenantId, { unitId });
    const agent = await app.as(caseworker);
    await agent.get(`/api/people/${personId}`).expect(403);
    await agent.post('/api/people/searches').send({ text: '' }).expect(403);
    await agent.get('/api/cases').expect(403);
    await agent.get('/api/signals').expect(403);
  });

  it('stand in a tenant that is no employer, and no employer becomes one', async () => {
    const { tenantId } = await scene();
    const employer = await app.make.employer();
    await expect(
      app.doors.within(TEST, employer.tenantId, (tx) =>
        tx.query('insert into benefit_authorities (tenant_id, name) values ($1, $2)', [
          employer.tenantId,
          'X',
        ]),
      ),
    ).rejects.toThrow('authority_is_one');
    await expect(
      app.doors.within(TEST, tenantId, (tx) =>
        tx.query('insert into employers (tenant_id, name, sector) values ($1, $2, $3)', [
          tenantId,
          'X',
          'municipal',
        ]),
      ),
    ).rejects.toThrow('employer_is_one');
    await expect(
      app.doors.within(TEST, employer.tenantId, (tx) =>
        tx.query('insert into citizens (tenant_id, case_number) values ($1, $2)', [employer.tenantId, 'S-1']),
      ),
    ).rejects.toThrow('citizens_tenant_id_fkey');
  });

  it('are described and erased as personal data', async () => {
    const { tenantId } = await scene();
    const personId = await citizenId(app, tenantId, 'S-1');
    const holders = app.nest.get(PersonalDataHolders);
    const sections = await app.doors.within(TEST, tenantId, (tx) =>
      holders.describe(tx, { tenantId, personId }),
    );
    expect(sections.find(({ section }) => section === 'tracks.weeks')?.rows).toHaveLength(5);
    const [tracks] = holders.all().filter(({ domain }) => domain === 'tracks');
    const cut = { tenantId, dataClass: 'citizens', before: '2026-03-01', today: '2026-03-11' } as never;
    const due = await app.doors.within(TEST, tenantId, async (tx) => {
      const counted = await tracks?.due(tx, cut);
      return [counted, await tracks?.erase(tx, cut, 2), await tracks?.due(tx, cut)];
    });
    expect(due).toEqual([3, 2, 1]);
    await app.doors.within(
      TEST,
      tenantId,
      (tx) => tracks?.erasePerson(tx, { tenantId, personId }) ?? Promise.resolve(),
    );
    expect(await citizenId(app, tenantId, 'S-1')).toBe('');
  });
});
