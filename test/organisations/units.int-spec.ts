import { namesApart, withUnitsApart } from '../../src/organisations/index.js';
import { systemActor } from '../../src/access/index.js';
import { rows } from '../../src/platform/database/rows.js';
import { localDate } from '../../src/shared/local-date.js';
import { startTestApp, type TestApp } from '../harness/app.js';

describe('the tree of units', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const world = async () => {
    app.clock.set('2026-03-11');
    const { tenantId } = await app.make.employer({ name: 'Vestby Kommune' });
    const home = await app.make.unit(tenantId, { name: 'Solgården' });
    const team = await app.make.unit(tenantId, { name: 'Team Øst', parentId: home });
    const school = await app.make.unit(tenantId, { name: 'Ådalsskolen' });
    return { tenantId, home, team, school, hr: await app.as(await app.make.hat('hr-manager', { tenantId })) };
  };
  type Agent = Awaited<ReturnType<TestApp['as']>>;
  interface Node {
    readonly name: string;
    readonly children: readonly Node[];
  }
  const drawn = (node: Node): unknown =>
    node.children.length ? [node.name, node.children.map(drawn)] : node.name;
  const tree = async (agent: Agent, on = ''): Promise<unknown> =>
    (await agent.get(`/api/units${on && `?on=${on}`}`).expect(200)).body.employers
      .flatMap((employer: { units: Node[] }) => employer.units)
      .map(drawn);

  it('is seen as it stood on any day', async () => {
    const { hr, team, school } = await world();
    expect(await tree(hr)).toEqual([['Solgården', ['Team Øst']], 'Ådalsskolen']);
    await hr
      .post(`/api/units/${team}/versions`)
      .send({ from: '2026-06-01', parentId: school, name: 'SFO' })
      .expect(201);
    expect(await tree(hr, '2026-05-31')).toEqual([['Solgården', ['Team Øst']], 'Ådalsskolen']);
    expect(await tree(hr, '2026-06-01')).toEqual(['Solgården', ['Ådalsskolen', ['SFO']]]);
    const unit = await hr.get(`/api/units/${team}?on=2026-06-01`).expect(200);
    expect(unit.body).toMatchObject({
      name: 'SFO',
      path: [{ name: 'Ådalsskolen' }],
      history: [
        { from: '1980-01-01', to: '2026-05-31', name: 'Team Øst' },
        { from: '2026-06-01', to: null, name: 'SFO' },
      ],
    });
  });

  it('tells units apart that are called the same by the unit above them, as it stood on the day', async () => {
    const { tenantId, hr, home, team, school } = await world();
    const other = await app.make.unit(tenantId, { name: 'Team Øst', parentId: school });
    const top = await app.make.unit(tenantId, { name: 'Solgården' });
    await app.make
      .employer({ name: 'Nabokommunen' })
      .then((next) => app.make.unit(next.tenantId, { name: 'Ådalsskolen' }));
    await hr.post(`/api/units/${other}/versions`).send({ from: '2026-06-01', name: 'SFO' }).expect(201);
    const units = [home, team, school, other, top];
    const namesOn = (on: string) =>
      app.doors.within(systemActor('operator command'), tenantId, async (tx) => {
        const names = await namesApart(tx, units, localDate(on));
        return units.map((id) => names.get(id));
      });
    expect(await namesOn('2026-05-31')).toEqual([
      'Solgården',
      'Team Øst, Solgården',
      'Ådalsskolen',
      'Team Øst, Ådalsskolen',
      'Solgården',
    ]);
    expect((await namesOn('2026-06-01')).slice(1)).toEqual(['Team Øst', 'Ådalsskolen', 'SFO', 'Solgården']);
    const rowOf = (unitId: string | null, unitName: string) => ({ unitId, unitName });
    const placed = await app.doors.within(systemActor('operator command'), tenantId, (tx) =>
      withUnitsApart(tx, [rowOf(team, 'Team Øst'), rowOf(null, 'Uden enhed')], localDate('2026-05-31')),
    );
    expect(placed).toEqual([rowOf(team, 'Team Øst, Solgården'), rowOf(null, 'Uden enhed')]);
  });

  it('grows by a unit and loses one with all below it', async () => {
    const { hr, home } = await world();
    const made = await hr
      .post('/api/units')
      .send({ name: 'Team Vest', kind: 'team', parentId: home, from: '2026-02-01' })
      .expect(201);
    expect(made.body).toMatchObject({ name: 'Team Vest', path: [{ id: home, name: 'Solgården' }] });
    expect(await tree(hr)).toEqual([['Solgården', ['Team Vest', 'Team Øst']], 'Ådalsskolen']);
    await hr.post(`/api/units/${home}/versions`).send({ from: '2026-03-01', closed: true }).expect(201);
    expect(await tree(hr)).toEqual(['Ådalsskolen']);
    expect(await tree(hr, '2026-02-28')).toHaveLength(2);
  });

  it('refuses a unit below itself and a parent that is not there, naming the field', async () => {
    const { hr, home, team } = await world();
    const circle = await hr
      .post(`/api/units/${home}/versions`)
      .send({ from: '2026-03-01', parentId: team })
      .expect(400);
    expect(circle.body.fields).toMatchObject([{ field: 'parentId', code: 'below-itself' }]);
    const elsewhere = (await world()).school;
    const foreign = await hr
      .post(`/api/units/${team}/versions`)
      .send({ from: '2026-03-01', parentId: elsewhere });
    expect([foreign.status, foreign.body.fields[0].code]).toEqual([400, 'parent-not-there']);
    await hr.post(`/api/units/${team}/versions`).send({ from: '2026-02-30', name: 'x' }).expect(400);
    await hr.post(`/api/units/${team}/versions`).send({ from: '1979-12-31', name: 'x' }).expect(404);
    expect(await tree(hr)).toEqual([['Solgården', ['Team Øst']], 'Ådalsskolen']);
  });

  it('shows a consultant only the units of the mandate', async () => {
    const { tenantId, team } = await world();
    const providerId = await app.make.provider();
    const consultant = await app.as(await app.make.hat('retention-consultant', { providerId }));
    expect(await tree(consultant)).toEqual([]);
    await app.make.mandate(tenantId, { providerId, unitIds: [team] });
    expect(await tree(consultant)).toEqual(['Team Øst']);
    await consultant.post(`/api/units/${team}/versions`).send({ from: '2026-03-01', name: 'x' }).expect(403);
  });

  it('belongs to one employer, and every change is written down', async () => {
    const { tenantId, hr, team } = await world();
    const stranger = (await world()).hr;
    await app.anonymous.get('/api/units').expect(401);
    await stranger.get(`/api/units/${team}`).expect(404);
    await stranger.post(`/api/units/${team}/versions`).send({ from: '2026-03-01', name: 'x' }).expect(404);
    const steering = await app.as(await app.make.hat('employee', { tenantId }));
    await steering.get('/api/units').expect(403);
    await hr.post(`/api/units/${team}/versions`).send({ from: '2026-03-01', name: 'Team Syd' }).expect(201);
    const entries = await app.doors.within(systemActor('operator command'), tenantId, (tx) =>
      rows(tx, `select action, subject_ids from audit_entries where outcome = 'allowed'`),
    );
    expect(entries).toEqual([{ action: 'unit.reorganise', subject_ids: [team] }]);
  });
});
