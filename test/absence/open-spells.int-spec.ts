import { systemActor } from '../../src/access/index.js';
import { rows } from '../../src/platform/database/rows.js';
import { startTestApp, type TestApp } from '../harness/app.js';

describe('who is absent', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  /** Today is Wednesday 11 March 2026; the payroll splits at the end of February. */
  const world = async () => {
    app.clock.set('2026-03-11');
    const { tenantId } = await app.make.employer();
    const home = await app.make.unit(tenantId, { name: 'Solgården' });
    const team = await app.make.unit(tenantId, { name: 'Team Øst', parentId: home });
    const school = await app.make.unit(tenantId, { name: 'Skolen' });
    const leader = await app.make.employment(tenantId, { unitId: home, name: 'Lone' });
    const ane = await app.make.employment(tenantId, {
      unitId: team,
      name: 'Ane',
      managerPersonId: leader.personId,
    });
    const eva = await app.make.employment(tenantId, { unitId: school, name: 'Eva' });
    const well = await app.make.employment(tenantId, {
      unitId: team,
      name: 'Bo',
      managerPersonId: leader.personId,
    });
    const spell = (of: { employmentId: string }, from: string, to: string | null, kind?: string) =>
      app.make.spell(tenantId, { employmentId: of.employmentId, from, to, ...(kind ? { kind } : {}) });
    await spell(ane, '2026-02-20', '2026-02-28');
    await spell(ane, '2026-03-01', null);
    await spell(eva, '2026-03-11', null, 'pregnancy-related');
    await spell(well, '2026-03-01', '2026-03-10');
    await spell(well, '2026-03-11', '2026-03-11', 'child-first-day');
    const providerId = await app.make.provider();
    return {
      tenantId,
      team,
      ane,
      eva,
      providerId,
      hr: await app.as(await app.make.hat('hr-manager', { tenantId })),
      leader: await app.as(await app.make.hat('line-manager', { tenantId, personId: leader.personId })),
      consultant: await app.as(await app.make.hat('retention-consultant', { providerId })),
    };
  };
  const list = async (
    agent: Awaited<ReturnType<TestApp['as']>>,
    query = '',
  ): Promise<Record<string, unknown>[]> =>
    (await agent.get(`/api/open-spells${query}`).expect(200)).body.items;

  it('names everybody sick today, newest first, numbered from the first day of the whole absence', async () => {
    const { hr } = await world();
    expect(await list(hr)).toMatchObject([
      { personName: 'Eva', kind: 'pregnancy-related', firstOn: '2026-03-11', day: 1, unitName: 'Skolen' },
      // 20 February to 11 March: 9 + 11 days.
      { personName: 'Ane', kind: 'own-sickness', firstOn: '2026-02-20', day: 20, unitName: 'Team Øst' },
    ]);
    expect((await list(hr, '?sort=name')).map((spell) => spell.personName)).toEqual(['Ane', 'Eva']);
    const page = await hr.get('/api/open-spells?page=2&pageSize=1').expect(200);
    expect(page.body).toMatchObject({ total: 2, items: [{ personName: 'Ane' }] });
  });

  it('shows the people of a unit and below, and refuses what is no unit', async () => {
    const { hr, team } = await world();
    expect((await list(hr, `?unitId=${team}`)).map((spell) => spell.personName)).toEqual(['Ane']);
    await hr.get('/api/open-spells?unitId=team').expect(400);
    await hr.get('/api/open-spells?sort=kind').expect(400);
  });

  it('shows a line manager the own people, a consultant those of the mandate and the kind only where it says so', async () => {
    const { leader, consultant, tenantId, providerId, team } = await world();
    expect((await list(leader)).map((spell) => spell.personName)).toEqual(['Ane']);
    expect(await list(consultant)).toEqual([]);
    const mandate = { providerId, unitIds: [team] };
    await app.make.mandate(tenantId, { ...mandate, valid: '[2020-01-01,2026-03-11)' });
    expect(await list(consultant)).toEqual([]);
    await app.make.mandate(tenantId, mandate);
    expect(await list(consultant)).toMatchObject([{ personName: 'Ane', kind: null, day: 20 }]);
    await app.make.mandate(tenantId, { ...mandate, fields: ['absence-kind'] });
    expect(await list(consultant)).toMatchObject([{ personName: 'Ane', kind: 'own-sickness' }]);
  });

  it('writes down who looked at whom, and lets nobody else look', async () => {
    const { hr, tenantId, ane, eva } = await world();
    await list(hr);
    const entries = await app.doors.within(systemActor('operator command'), tenantId, (tx) =>
      rows<{ action: string; subject_ids: string[] }>(
        tx,
        'select action, array(select id from people who where audit_pseudonym(audit_key, id) = any (entries.people)) as subject_ids from audit_entries entries',
      ),
    );
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ action: 'absence.read' });
    expect(new Set(entries[0]?.subject_ids)).toEqual(new Set([ane.personId, eva.personId]));
    await app.anonymous.get('/api/open-spells').expect(401);
    const member = await app.as(await app.make.hat('employee-representative', { tenantId }));
    await member.get('/api/open-spells').expect(403);
    expect(await list((await world()).hr)).toHaveLength(2);
  });

  it('says what the absence of a person comes to', async () => {
    const { hr, leader, consultant, ane, eva } = await world();
    const { body } = await hr.get(`/api/people/${ane.personId}/absence`).expect(200);
    expect(body).toMatchObject({
      spellsIn183Days: 1,
      daysIn365Days: 20,
      absentSince: '2026-02-20',
      absenceDay: 20,
      knownUntil: [],
    });
    await leader.get(`/api/people/${eva.personId}/absence`).expect(404);
    await consultant.get(`/api/people/${ane.personId}/absence`).expect(404);
    await (await world()).hr.get(`/api/people/${ane.personId}/absence`).expect(404);
    await app.anonymous.get(`/api/people/${ane.personId}/absence`).expect(401);
  });
});
