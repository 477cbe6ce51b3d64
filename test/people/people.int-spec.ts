import { systemActor } from '../../src/access/index.js';
import { rows } from '../../src/platform/database/rows.js';
import { startTestApp, type TestApp } from '../harness/app.js';

describe('looking people up', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const world = async () => {
    const { tenantId } = await app.make.employer();
    const workplace = await app.make.unit(tenantId, { name: 'Solgården' });
    const team = await app.make.unit(tenantId, { name: 'Team Øst', parentId: workplace });
    const other = await app.make.unit(tenantId, { name: 'Skolen' });
    const leader = await app.make.employment(tenantId, {
      unitId: workplace,
      name: 'Lone Leder',
      number: '00001',
    });
    const under = { managerPersonId: leader.personId };
    return {
      tenantId,
      workplace,
      team,
      other,
      leader,
      asa: await app.make.employment(tenantId, {
        unitId: team,
        name: 'Åse Ørsted',
        number: '00002',
        ...under,
      }),
      bo: await app.make.employment(tenantId, {
        unitId: team,
        name: 'Bo 100%_Dahl',
        number: '00003',
        ...under,
      }),
      eva: await app.make.employment(tenantId, { unitId: other, name: 'Eva Aagaard', number: '10004' }),
      hr: await app.make.hat('hr-manager', { tenantId }),
      lineManager: await app.make.hat('line-manager', { tenantId, personId: leader.personId }),
    };
  };
  const search = async (agent: Awaited<ReturnType<TestApp['as']>>, text: string): Promise<string[]> =>
    (await agent.post('/api/people/searches').send({ text }).expect(200)).body.items.map(
      (person: { name: string }) => person.name,
    );

  it('finds by a part of the name or the beginning of the number, in Danish order', async () => {
    const given = await world();
    const hr = await app.as(given.hr);
    expect(await search(hr, '')).toEqual(['Bo 100%_Dahl', 'Eva Aagaard', 'Lone Leder', 'Åse Ørsted']);
    expect(await search(hr, 'ørs')).toEqual(['Åse Ørsted']);
    expect(await search(hr, '1000')).toEqual(['Eva Aagaard']);
    // A per cent sign is itself, not anything.
    expect(await search(hr, '%')).toEqual(['Bo 100%_Dahl']);
  });

  it('shows those who have left only to whom asks for them, with their last employed day', async () => {
    const given = await world();
    await app.make.employment(given.tenantId, {
      unitId: given.other,
      name: 'Frode Fratrådt',
      to: '2021-05-31',
    });
    // Who left and came back is employed.
    const back = await app.make.employment(given.tenantId, {
      unitId: given.other,
      name: 'Gry Genansat',
      to: '2021-05-31',
    });
    await app.make.employment(given.tenantId, {
      unitId: given.other,
      personId: back.personId,
      from: '2022-01-01',
    });
    // A second job that is over leaves the first.
    await app.make.employment(given.tenantId, {
      unitId: given.other,
      personId: given.asa.personId,
      from: '2022-01-01',
      to: '2023-01-01',
    });
    const hr = await app.as(given.hr);
    expect(await search(hr, 'r')).toEqual(['Eva Aagaard', 'Gry Genansat', 'Lone Leder', 'Åse Ørsted']);
    const { body } = await hr.post('/api/people/searches').send({ text: 'Fr', left: true }).expect(200);
    expect(body.items).toMatchObject([{ name: 'Frode Fratrådt', to: '2021-05-31', unitId: null }]);
    await hr.post('/api/people/searches').send({ text: '', left: 'yes' }).expect(400);
  });

  it('shows a line manager the own team, and nobody to whom no mandate reaches', async () => {
    const given = await world();
    expect(await search(await app.as(given.lineManager), '')).toEqual(['Bo 100%_Dahl', 'Åse Ørsted']);
    const providerId = await app.make.provider();
    const consultant = await app.as(await app.make.hat('retention-consultant', { providerId }));
    expect(await search(consultant, '')).toEqual([]);
    await app.make.mandate(given.tenantId, {
      providerId,
      unitIds: [given.workplace],
      valid: '[2020-01-01,2026-01-01)',
    });
    expect(await search(consultant, '')).toEqual([]);
    await app.make.mandate(given.tenantId, { providerId, unitIds: [given.workplace] });
    expect(await search(consultant, '')).toEqual(['Bo 100%_Dahl', 'Lone Leder', 'Åse Ørsted']);
  });

  it('pages the people of a unit and of those below it', async () => {
    const given = await world();
    const hr = await app.as(given.hr);
    const page = await hr
      .get(`/api/units/${given.workplace}/people?sort=-name&pageSize=2&page=1`)
      .expect(200);
    expect(page.body).toMatchObject({
      total: 3,
      page: 1,
      pageSize: 2,
      items: [{ name: 'Åse Ørsted', unitName: 'Team Øst' }, { name: 'Lone Leder' }],
    });
    await hr.get(`/api/units/${given.workplace}/people?sort=age`).expect(400);
  });

  it('shows a person with employment, unit and leader, and writes who looked', async () => {
    const given = await world();
    const hr = await app.as(given.hr);
    const person = await hr.get(`/api/people/${given.asa.personId}`).expect(200);
    expect(person.body).toMatchObject({
      name: 'Åse Ørsted',
      employments: [
        {
          employeeNumber: '00002',
          from: '2020-01-01',
          to: null,
          terms: [{ unitName: 'Team Øst', managerName: 'Lone Leder', weeklyHours: 37 }],
        },
      ],
    });
    const entries = await app.doors.within(systemActor('operator command'), given.tenantId, (tx) =>
      rows<{ action: string; subject_ids: string[] }>(
        tx,
        'select action, array(select id from people who where audit_pseudonym(audit_key, id) = any (entries.people)) as subject_ids from audit_entries entries',
      ),
    );
    expect(entries).toEqual([{ action: 'person.read', subject_ids: [given.asa.personId] }]);
  });

  it('answers alike for a person of another employer and for nobody', async () => {
    const given = await world();
    const stranger = await app.as((await world()).hr);
    await app.anonymous.get(`/api/people/${given.asa.personId}`).expect(401);
    const theirs = await stranger.get(`/api/people/${given.asa.personId}`).expect(404);
    const nobodys = await stranger.get('/api/people/0190a000-0000-7000-8000-000000000001').expect(404);
    expect({ ...theirs.body, instance: '' }).toEqual({ ...nobodys.body, instance: '' });
    await stranger.get('/api/people/not-an-id').expect(400);
    await (await app.as(given.lineManager)).get(`/api/people/${given.eva.personId}`).expect(404);
  });
});
