import { systemActor } from '../../src/access/index.js';
import { rows } from '../../src/platform/database/rows.js';
import { startTestApp, type TestApp } from '../harness/app.js';

const TODAY = '2026-03-11';

describe('mandates', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());
  beforeEach(() => app.clock.set(TODAY));

  /** Åse is sick in one workplace, Bo in another; a provider with a consultant waits for a mandate. */
  const world = async (affiliation: 'provider' | 'authority' = 'provider') => {
    const { tenantId } = await app.make.employer({ name: 'Fjordby' });
    const care = await app.make.unit(tenantId, { name: 'Solgården' });
    const school = await app.make.unit(tenantId, { name: 'Skolen' });
    const asa = await app.make.employment(tenantId, { unitId: care, name: 'Åse Ørsted' });
    const bo = await app.make.employment(tenantId, { unitId: school, name: 'Bo Dahl' });
    await app.make.spell(tenantId, { employmentId: asa.employmentId, from: '2026-03-09' });
    await app.make.spell(tenantId, { employmentId: bo.employmentId, from: '2026-03-09' });
    const providerId = await app.make.provider(affiliation);
    const terms = {
      providerId,
      processingRole: 'processor',
      agreementReference: 'DBA 12/2026',
      signatory: 'Kommunaldirektør Hanne Holm',
      signedOn: '2026-03-01',
      informedOn: '2026-01-28',
      purpose: 'Fastholdelse af sygemeldte',
      unitIds: [care, school],
      rules: ['contact-day-5', 'contact-day-14'],
      fields: ['absence-kind'],
      from: TODAY,
    };
    return {
      tenantId,
      care,
      school,
      asa,
      bo,
      terms,
      administrator: await app.as(await app.make.hat('administrator', { tenantId })),
      consultant: await app.as(await app.make.hat('retention-consultant', { providerId })),
    };
  };
  type World = Awaited<ReturnType<typeof world>>;

  const grant = async ({ administrator, terms }: World, change: object = {}): Promise<string> => {
    const { body } = await administrator
      .post('/api/mandates')
      .send({ ...terms, ...change })
      .expect(201);
    return String(body.id);
  };
  const seen = async ({ consultant }: World): Promise<string[]> => {
    const { body } = await consultant.post('/api/people/searches').send({ text: '' }).expect(200);
    return body.items.map((person: { name: string }) => person.name).sort();
  };
  const kindsSeen = async ({ consultant }: World): Promise<(string | null)[]> => {
    const { body } = await consultant.get('/api/open-spells').expect(200);
    return body.items.map((spell: { kind: string | null }) => spell.kind);
  };
  const faults = (body: { fields?: { field: string; code: string }[] }): string[] =>
    (body.fields ?? []).map(({ field, code }) => `${field} ${code}`);

  it('is seen by those who work under it, and narrowed to units below its own', async () => {
    const given = await world();
    const ward = await app.make.unit(given.tenantId, { name: 'Afsnit 2', parentId: given.care });
    const id = await grant(given, { unitIds: [given.care], to: '2026-12-31' });
    const own = async () => (await given.consultant.get('/api/own-mandates').expect(200)).body.items;
    expect(await own()).toEqual([
      {
        id,
        employerName: 'Fjordby',
        processingRole: 'processor',
        purpose: 'Fastholdelse af sygemeldte',
        unitIds: [given.care],
        rules: ['contact-day-5', 'contact-day-14'],
        fields: ['absence-kind'],
        from: TODAY,
        to: '2026-12-31',
      },
    ]);
    const scope = { rules: ['contact-day-14'], fields: [], to: '2026-06-30' };
    const narrow = (unitIds: string[]) =>
      given.administrator.post(`/api/mandates/${id}/narrowing`).send({ ...scope, unitIds });
    expect(faults((await narrow([given.school])).body)).toEqual(['unitIds wider']);
    expect((await narrow([ward])).status).toBe(201);
    expect(await own()).toMatchObject([{ unitIds: [ward], rules: ['contact-day-14'], fields: [] }]);
    expect(await seen(given)).toEqual([]);
    await given.administrator.get('/api/own-mandates').expect(403);
  });

  it('opens exactly the units and fields it names, once granted', async () => {
    const given = await world();
    expect(await seen(given)).toEqual([]);
    await grant(given, { unitIds: [given.care], fields: [] });
    expect(await seen(given)).toEqual(['Åse Ørsted']);
    expect(await kindsSeen(given)).toEqual([null]);
    await given.consultant.get(`/api/people/${given.bo.personId}`).expect(404);
  });

  it('shuts the consultant out of what is narrowed away, in the same session', async () => {
    const given = await world();
    const id = await grant(given);
    expect(await seen(given)).toEqual(['Bo Dahl', 'Åse Ørsted']);
    expect(await kindsSeen(given)).toEqual(['own-sickness', 'own-sickness']);

    const narrower = { unitIds: [given.care], rules: ['contact-day-5'], fields: [] };
    const { body } = await given.administrator
      .post(`/api/mandates/${id}/narrowing`)
      .send(narrower)
      .expect(201);
    expect(body).toMatchObject({ ...narrower, followsId: id, state: 'in-force', from: TODAY });
    expect(await seen(given)).toEqual(['Åse Ørsted']);
    expect(await kindsSeen(given)).toEqual([null]);
    await given.consultant.get(`/api/people/${given.bo.personId}`).expect(404);
  });

  it('shuts the consultant out at once when it is ended, in the same session', async () => {
    const given = await world();
    const id = await grant(given, { informedOn: '2026-01-05', from: '2026-03-02' });
    await given.consultant.get(`/api/people/${given.asa.personId}`).expect(200);
    const { body } = await given.administrator.post(`/api/mandates/${id}/ending`).send({}).expect(200);
    expect(body).toMatchObject({ state: 'ended', from: '2026-03-02', to: '2026-03-10' });
    await given.consultant.get(`/api/people/${given.asa.personId}`).expect(404);
    expect(await seen(given)).toEqual([]);
  });

  it('shuts the consultant out when its last day is over', async () => {
    const given = await world();
    const id = await grant(given);
    await given.administrator.post(`/api/mandates/${id}/ending`).send({ lastOn: '2026-03-20' }).expect(200);
    app.clock.set('2026-03-20');
    expect(await seen(given)).toEqual(['Bo Dahl', 'Åse Ørsted']);
    app.clock.set('2026-03-21');
    expect(await seen(given)).toEqual([]);
  });

  it('opens nothing before its first day', async () => {
    const given = await world();
    await grant(given, { from: '2026-03-12' });
    expect(await seen(given)).toEqual([]);
    app.clock.set('2026-03-12');
    expect(await seen(given)).toEqual(['Bo Dahl', 'Åse Ørsted']);
  });

  it('is refused where something that would make it active is missing (definitions 5.2)', async () => {
    const given = await world();
    const { body: unit } = await given.administrator
      .post('/api/mandates')
      .send({ ...given.terms, unitIds: [await app.make.unit((await app.make.employer()).tenantId)] })
      .expect(400);
    expect(faults(unit)).toEqual(['unitIds unknown']);
    for (const [change, fault] of [
      [{ agreementReference: null }, 'agreementReference empty'],
      [{ processingRole: 'controller' }, 'basis empty'],
      [{ signatory: '  ' }, 'signatory empty'],
      [{ purpose: ' ' }, 'purpose empty'],
      [{ providerId: given.tenantId }, 'providerId unknown'],
      [{ to: '2026-03-10' }, 'to reversed-dates'],
      [{ rules: [] }, 'rules array-min-size'],
      [{ unitIds: [] }, 'unitIds array-min-size'],
      [{ fields: ['diagnosis'] }, 'fields is-in'],
    ] as const) {
      const { body } = await given.administrator
        .post('/api/mandates')
        .send({ ...given.terms, ...change })
        .expect(400);
      expect(faults(body)).toEqual([fault]);
    }
  });

  it('is told to the employees in time where it brings a new recipient of signals (definitions 4.7)', async () => {
    const given = await world();
    const granting = (change: object) =>
      given.administrator.post('/api/mandates').send({ ...given.terms, ...change });
    const refused = async (change: object): Promise<string[]> =>
      faults((await granting(change).expect(400)).body);
    const small = { unitIds: [given.care], fields: [] };
    expect(await refused({ informedOn: null })).toEqual(['informedOn not-told']);
    expect(await refused({ informedOn: '2026-03-12' })).toEqual(['informedOn in-the-future']);
    // 28 January + 42 days = 11 March, the day it is.
    expect(await refused({ informedOn: '2026-01-29' })).toEqual(['from notice-runs']);
    await granting({ informedOn: '2026-01-29', from: '2026-03-12' }).expect(201);
    expect(await refused({ ...small, informedOn: null })).toEqual(['informedOn not-told']);
    await granting(small).expect(201);
    // Nothing in these is new: less than what the provider has, and units below its own.
    const ward = await app.make.unit(given.tenantId, { name: 'Afsnit 2', parentId: given.care });
    await granting({ ...small, unitIds: [ward], informedOn: null, from: '2026-05-01' }).expect(201);
    expect(await refused({ ...small, fields: ['absence-kind'], informedOn: null })).toEqual([
      'informedOn not-told',
    ]);
    await app.doors.within(systemActor('operator command'), given.tenantId, (tx) =>
      tx.query('update go_lives set live_from = null'),
    );
    await granting({ informedOn: null }).expect(201);
  });

  it.each(['introduction-overdue', 'talk-wanted'])(
    'reaches nothing of an introduction: %s stands in none (definitions 8.4)',
    async (rule) => {
      const given = await world();
      const rules = ['contact-day-5', rule];
      const granted = await given.administrator.post('/api/mandates').send({ ...given.terms, rules });
      expect([granted.status, faults(granted.body)]).toEqual([400, ['rules not-for-consultants']]);
      const id = await grant(given);
      const narrowed = await given.administrator
        .post(`/api/mandates/${id}/narrowing`)
        .send({ unitIds: [given.care], rules, fields: [] });
      expect([narrowed.status, faults(narrowed.body)]).toEqual([400, ['rules not-for-consultants']]);
    },
  );

  it('wants a recorded basis for the consultants of an authority (definitions 5.2)', async () => {
    const given = await world('authority');
    const { body } = await given.administrator.post('/api/mandates').send(given.terms).expect(400);
    expect(faults(body)).toEqual(['basis empty']);
    await grant(given, { basis: 'Samarbejdsaftale, § 3' });
    expect(await seen(given)).toEqual(['Bo Dahl', 'Åse Ørsted']);
  });

  it('is not widened by narrowing, and not changed once it has ended', async () => {
    const given = await world();
    const id = await grant(given, { unitIds: [given.care], to: '2026-06-30' });
    const scope = { unitIds: [given.care], rules: ['contact-day-5'], fields: [], to: '2026-06-30' };
    const narrow = (change: object) =>
      given.administrator.post(`/api/mandates/${id}/narrowing`).send({ ...scope, ...change });
    expect(faults((await narrow({ unitIds: [given.school] }).expect(400)).body)).toEqual(['unitIds wider']);
    expect(faults((await narrow({ to: '2026-07-01' }).expect(400)).body)).toEqual(['to wider']);
    await given.administrator.post(`/api/mandates/${id}/ending`).send({}).expect(200);
    expect((await narrow({}).expect(409)).body.code).toBe('mandate-ended');
  });

  it('is listed with what has ended, and each step is in the audit', async () => {
    const given = await world();
    const id = await grant(given);
    await given.administrator.post(`/api/mandates/${id}/ending`).send({}).expect(200);
    const { body } = await given.administrator.get('/api/mandates').expect(200);
    expect(body.items).toMatchObject([{ id, state: 'ended', unitIds: [given.care, given.school].sort() }]);
    expect(body.abilities).toEqual(
      expect.arrayContaining(['mandate.grant', 'mandate.narrow', 'mandate.end']),
    );
    const noted = await app.doors.within(systemActor('operator command'), given.tenantId, (tx) =>
      rows<{ action: string }>(
        tx,
        `select action from audit_entries where action like 'mandate.%' order by at`,
      ),
    );
    expect(noted.map(({ action }) => action)).toEqual(['mandate.grant', 'mandate.end']);
  });
});
