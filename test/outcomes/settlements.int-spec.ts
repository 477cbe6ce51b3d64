import { readBundle, verifyBundle } from '../../src/outcomes/index.js';
import { systemActor } from '../../src/access/index.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { outcomesWorld } from './outcomes-world.js';

const FIRST = { from: '2025-01-01', to: '2025-12-31' };

describe('a settlement', () => {
  let app: TestApp;
  let world: Awaited<ReturnType<typeof outcomesWorld>>;
  beforeAll(async () => {
    app = await startTestApp();
    world = await outcomesWorld(app);
  });
  afterAll(() => app.close());

  const order = async (given: object) => {
    const made = await world.municipality
      .post(world.settlements)
      .send({ delivered: { visits: 4 }, ...given });
    if (made.status === 202) await app.drainJobs();
    return made;
  };
  const read = async (id: string) => (await world.municipality.get(`${world.settlements}/${id}`)).body;
  const take = (
    by: 'municipality' | 'provider' | 'insurer' | 'colleague',
    id: string,
    step: string,
    body: object = {},
  ) => world[by].post(`${world.settlements}/${id}/${step}`).send(body);

  /** Commented, approved and signed by three. */
  const settle = async (id: string) => {
    const { statementHash } = await read(id);
    await take('provider', id, 'comment', { note: 'Ingen bemærkninger' });
    await take('municipality', id, 'approve', { statementHash });
    return take('insurer', id, 'sign', { statementHash });
  };

  it('of a period that is not one, not over or not counted is refused', async () => {
    const code = async (given: object) => {
      const answer = await order(given);
      return [answer.status, answer.body.fields?.[0]?.code ?? answer.body.code];
    };
    expect(await code({ from: '2025-01-01', to: '2025-03-31' })).toEqual([400, 'no-settlement-period']);
    expect(await code({ ...FIRST, delivered: {} })).toEqual([400, 'empty']);
    expect(await code({ ...FIRST, delivered: { visits: 1, gifts: 2 } })).toEqual([400, 'unknown-term']);
    expect(await code({ ...FIRST, correctsId: world.id })).toEqual([409, 'other-settlement-stands']);
    expect((await world.provider.post(world.settlements).send({})).status).toBe(400);
    expect((await world.evaluator.post(world.settlements).send({ ...FIRST, delivered: {} })).status).toBe(
      403,
    );
  });

  it('goes from what is known to a signature of two, and can be computed again from its bundle', async () => {
    const before = await world.municipality.get(world.settlements);
    expect(before.body).toMatchObject({
      items: [],
      due: [{ from: '2026-01-01' }, { from: '2025-01-01' }].reverse(),
      deliveries: ['visits'],
      contractCap: 150_000_000,
    });
    const { body } = await order(FIRST);
    const draft = await read(body.id);
    expect(draft).toMatchObject({ state: 'draft', failure: null, may: ['withdraw'] });
    const { statement } = draft;
    expect(statement.population.treated).toMatchObject({ atStart: 72, joined: 0, left: 0, atEnd: 72 });
    expect(statement.outcomes[0]).toMatchObject({ refusal: null, plan: { preregistered: false } });
    expect(statement.settled.guardrails).toMatchObject([
      { name: 'completeness', figure: '1', state: 'kept' },
    ]);
    expect(statement.settled.net).toBeGreaterThan(1_400_000);

    expect((await take('municipality', body.id, 'comment', { note: '' })).body.code).toBe(
      'provider-comments',
    );
    const { statementHash } = draft;
    expect((await take('municipality', body.id, 'approve', { statementHash })).status).toBe(409);
    const commented = await take('provider', body.id, 'comment', { note: 'Ingen bemærkninger' });
    expect(commented.body).toMatchObject({
      state: 'commented',
      steps: [{ note: 'Ingen bemærkninger', own: true }],
    });
    const other = await take('municipality', body.id, 'approve', { statementHash: '0'.repeat(64) });
    expect(other.body.code).toBe('another-text');
    expect((await take('municipality', body.id, 'approve', { statementHash })).body.state).toBe('approved');
    for (const who of ['municipality', 'colleague'] as const)
      expect((await take(who, body.id, 'sign', { statementHash })).body.code).toBe('four-eyes');
    const signed = await take('insurer', body.id, 'sign', { statementHash });
    expect(signed.body).toMatchObject({ state: 'signed', may: ['send'] });
    expect(signed.body.signature).toMatch(/^[0-9a-f]{128}$/);
    const sent = await take('insurer', body.id, 'send');
    expect(sent.body).toMatchObject({ state: 'sent', sentOn: '2027-03-15', objectionsUntil: '2027-04-14' });

    const url = `${world.settlements}/${body.id}/bundle.json`;
    expect((await world.municipality.get(url)).status).toBe(403);
    const { text } = await world.evaluator.get(url);
    expect(verifyBundle(readBundle(text), text).filter(({ same }) => !same)).toEqual([]);
  });

  it('shows nobody a figure of a single workplace', async () => {
    const [{ id }] = (await world.municipality.get(world.settlements)).body.items;
    const told = JSON.stringify([await read(id), (await world.municipality.get(world.settlements)).body]);
    for (const unit of world.units) expect(told).not.toContain(unit);
    const seen = await app.doors.partnership(systemActor('test'), world.id, (tx) =>
      tx.query('select * from settlement_snapshots'),
    );
    expect(seen).toEqual([]);
  });

  it('that is signed is never changed, but corrected, and the difference goes into the next period', async () => {
    const [{ id, net }] = (await world.municipality.get(world.settlements)).body.items;
    await expect(
      app.doors.partnership(systemActor('test'), world.id, (tx) =>
        tx.query(`update settlements set statement = 'another' where id = $1`, [id]),
      ),
    ).rejects.toThrow('a signed settlement is not changed');
    expect((await order(FIRST)).body.code).toBe('other-settlement-stands');
    const correction = await order({ ...FIRST, correctsId: id, delivered: { visits: 3 } });
    const settled = await settle(correction.body.id);
    expect(settled.body).toMatchObject({ state: 'signed', correctsId: id });
    expect(settled.body.net - net).toBe(-350_000);
    const next = await order({ from: '2026-01-01', to: '2026-12-31' });
    const { statement } = await read(next.body.id);
    expect(statement.settled.carryIn).toBe(-350_000);
    expect(statement.settled.cumulative).toBe(net + statement.settled.net);
  });

  it('that is wrong is withdrawn before it is signed, and drawn up anew', async () => {
    const { items } = (await world.municipality.get(world.settlements)).body;
    const { id } = items.find(({ state }: { state: string }) => state === 'draft');
    expect((await order({ from: '2026-01-01', to: '2026-12-31' })).body.code).toBe('settlement-under-way');
    expect((await take('municipality', id, 'withdraw', { note: 'Besøg talt forkert' })).body.state).toBe(
      'withdrawn',
    );
    expect((await order({ from: '2026-01-01', to: '2026-12-31', delivered: { visits: 9 } })).status).toBe(
      202,
    );
    expect((await world.stranger.get(world.settlements)).status).toBe(404);
  });
});
