import { startTestApp, type TestApp } from '../harness/app.js';
import { agreedContract, contractWorld, paidByVisits } from './contract-world.js';

describe('the capital ledger', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const entry = {
    kind: 'spent',
    purpose: 'staff',
    amount: 60_000_00,
    onDay: '2026-03-01',
    note: 'Løn, 1. kvartal',
  };

  it('is for parties that see the money, and recorded by those who sign', async () => {
    const world = await contractWorld(app);
    const url = `${world.url}/capital`;
    expect((await app.anonymous.get(url)).status).toBe(401);
    const hr = await app.as(await app.make.hat('hr-manager', { tenantId: world.tenantId }));
    expect((await hr.get(url)).status).toBe(403);
    const other = await app.as((await contractWorld(app)).town);
    expect((await other.get(url)).status).toBe(404);
    for (const hat of [world.union, world.nobody])
      expect((await (await app.as(hat)).get(url)).status).toBe(404);
    expect((await (await app.as(world.union)).post(url).send(entry)).status).toBe(403);
    expect((await (await app.as(world.nobody)).post(url).send({ ...entry, partyId: world.id })).status).toBe(
      404,
    );
  });

  it('adds up by purpose and falls by the waterfall; a wrong entry is taken back by another', async () => {
    const world = await contractWorld(app);
    await agreedContract(app, world, (content) => ({
      ...paidByVisits(content),
      waterfall: { principal: 100_000_00, returnCap: 10_000_00, investorsPart: '0.5' },
    }));
    const url = `${world.url}/capital`;
    const town = await app.as(world.town);
    const parties: { id: string; name: string }[] = (await town.get(url)).body.parties;
    const partyId = parties.find(({ name }) => name === 'Fjordby Kommune')?.id;
    const record = (over: object) => town.post(url).send({ ...entry, partyId, ...over });
    expect((await record({ purpose: null })).body.fields).toMatchObject([
      { field: 'purpose', code: 'of-spent-only' },
    ]);
    expect((await record({ onDay: '2026-03-12' })).body.fields).toMatchObject([{ code: 'in-future' }]);
    expect((await record({ partyId: world.id })).body.fields).toMatchObject([{ code: 'no-such-party' }]);
    expect((await record({ amount: 0.5 })).status).toBe(400);
    await record({ kind: 'paid-in', purpose: null, amount: 150_000_00 }).expect(201);
    await record({ kind: 'outcome-payment', purpose: null, amount: 105_000_00 }).expect(201);
    await record({}).expect(201);
    const { id } = (await record({ purpose: 'courses', amount: 5_000_00 }).expect(201)).body;
    await town.post(`${url}/${id}/reversal`).send({ note: 'Ført to gange' }).expect(201);
    expect((await town.post(`${url}/${id}/reversal`).send({ note: 'Igen' })).body.code).toBe(
      'reversed-already',
    );
    expect((await town.post(`${url}/${world.id}/reversal`).send({ note: 'x' })).status).toBe(404);
    const { body } = await (await app.as(world.provider)).get(url);
    expect(body.total).toBe(5);
    expect(body.standing).toMatchObject({
      paidIn: 150_000_00,
      spent: 60_000_00,
      left: 90_000_00,
      outcomePayments: 105_000_00,
      waterfall: { principal: 100_000_00, return: 5_000_00, investorsSplit: 0, providersSplit: 0 },
      principalLeft: 0,
      returnLeft: 5_000_00,
    });
    const spent = (await town.get(`${url}?kind=spent&pageSize=2`)).body;
    expect([spent.total, spent.items.length, spent.items[0].amount]).toEqual([3, 2, -5_000_00]);
    expect(spent.items[0]).toMatchObject({ recordedBy: 'Kirsten Kommune', reversesId: id });
  });
});

describe('the barriers log', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const barrier = {
    kind: 'time',
    seenOn: '2026-03-02',
    what: 'Ledere mangler tid til samtaler',
    action: 'Vikar i en måned',
    actionBy: 'Plejecentret',
    dueOn: '2026-03-10',
  };

  it('is read by parties that see the minutes, and written by the steering group and the evaluator', async () => {
    const world = await contractWorld(app);
    const url = `${world.url}/barriers`;
    expect((await app.anonymous.get(url)).status).toBe(401);
    const hr = await app.as(await app.make.hat('hr-manager', { tenantId: world.tenantId }));
    expect((await hr.get(url)).status).toBe(403);
    expect((await (await app.as((await contractWorld(app)).town)).get(url)).status).toBe(404);
    expect((await (await app.as(world.union)).post(url).send(barrier)).status).toBe(403);
    const town = await app.as(world.town);
    expect((await town.post(url).send({ ...barrier, kind: 'luck' })).status).toBe(400);
    for (const [over, code] of [
      [{ seenOn: '2026-03-12' }, 'in-future'],
      [{ resolvedOn: '2026-03-01' }, 'before-seen'],
      [{ unitId: world.id }, 'no-such-workplace'],
    ] as const)
      expect((await town.post(url).send({ ...barrier, ...over })).body.fields).toMatchObject([{ code }]);
    const { id } = (
      await town
        .post(url)
        .send({ ...barrier, unitId: world.units[0] })
        .expect(201)
    ).body;
    const union = await app.as(world.union);
    expect((await union.get(url)).body).toMatchObject({
      open: 1,
      late: 1,
      items: [{ id, unit: 'Sted 0', action: 'Vikar i en måned', revision: 1 }],
      abilities: ['barrier.read'],
    });
    const change = { ...barrier, resolvedOn: '2026-03-09', revision: 1 };
    await town.put(`${url}/${id}`).send(change).expect(204);
    expect((await town.put(`${url}/${id}`).send(change)).body.code).toBe('saved-meanwhile');
    expect((await town.put(`${url}/${world.id}`).send(change)).status).toBe(404);
    expect((await union.get(`${url}?state=open`)).body).toMatchObject({ total: 0, open: 0, items: [] });
    expect((await union.get(`${url}?state=resolved`)).body).toMatchObject({ total: 1 });
  });
});
