import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemActor } from '../../src/access/index.js';
import { rows } from '../../src/platform/database/rows.js';
import { localDate } from '../../src/shared/local-date.js';
import { surveyedMeans } from '../../src/surveys/index.js';
import { runBuilt } from '../harness/process.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { comesLate, outcomesWorld } from './outcomes-world.js';

/** Only reported, and hidden: nobody is ill for long in this town. */
const LONG_SPELLS = {
  id: 'long-spells',
  measure: 'long-spells',
  definitionVersion: '2026-1',
  purse: 'employer',
  contractUse: 'reported',
} as const;
const FIRST = { from: '2025-01-01', to: '2025-12-31' };

describe('a settlement', () => {
  let app: TestApp;
  let world: Awaited<ReturnType<typeof outcomesWorld>>;
  beforeAll(async () => {
    app = await startTestApp();
    world = await outcomesWorld(app, [LONG_SPELLS]);
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

  /** By the published command, on a file and nothing else. */
  const verify = async (text: string) => {
    const folder = await mkdtemp(join(tmpdir(), 'settlement-'));
    const file = join(folder, 'settlement.json');
    await writeFile(file, text);
    const run = runBuilt('cli.js', {}, ['--json', 'settlement', 'verify', '--file', file]);
    const code = await new Promise<number | null>((resolve) => run.child.once('close', resolve));
    await rm(folder, { recursive: true });
    const { same, checks } = JSON.parse(run.said());
    return {
      code,
      same,
      differs: checks.flatMap((one: { check: string; same: boolean }) => (one.same ? [] : [one.check])),
    };
  };

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
    expect(statement.outcomes).toHaveLength(1);
    expect(statement.hidden).toEqual(['long-spells']);
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
    // Months of full-time work of people with 32.5 hours, as the database divides them.
    expect(/"exposure":"\d+\.\d{5,}"/.test(text)).toBe(true);
    expect(await verify(text)).toEqual({ code: 0, same: true, differs: [] });
    expect(JSON.parse(text).content.snapshot.indicators).toMatchObject([{ id: 'spells' }]);
    const changed = text.replace('"visits":4', '"visits":5');
    expect(await verify(changed)).toEqual({
      code: 2,
      same: false,
      differs: ['signature', 'snapshot', 'statement'],
    });
  });

  it('that was sent is told of by mail to those whose party sees settlements: a link, and nothing of it', async () => {
    await app.drainJobs();
    const mails = await app.doors.system('test', (tx) =>
      rows<{ content: object; partnershipId: string }>(
        tx,
        `select content, (select min(partnership_id::text) from hats where hats.user_id = mails.user_id) as "partnershipId"
         from mails where template = 'settlement-sent'`,
      ),
    );
    // All five who speak for a party; the sixth speaks for none.
    expect(mails).toEqual(
      Array.from({ length: 5 }, () => ({ content: { counts: null }, partnershipId: world.id })),
    );
  });

  it('is written down in the ledger beside the baseline, and so is every later figure decided', async () => {
    const lines = await app.doors.partnership(systemActor('operator command'), world.id, (tx) =>
      rows<{ exit: string; cells: number; hidden: number }>(
        tx,
        `select exit, count(*)::int as cells, (count(*) filter (where reason is not null))::int as hidden
         from released_cells where partnership_id = $1 group by exit order by exit`,
        [world.id],
      ),
    );
    // Two arms and four measures; days cut at thirty and long spells are nobody's here. Two sums of each arm and indicator.
    expect(lines).toEqual([
      { exit: 'baseline', cells: 8, hidden: 4 },
      { exit: 'settlement', cells: 8, hidden: 4 },
    ]);
  });

  it('reads guardrails from what the last survey of the period let out', async () => {
    const [first, second, hidden] = world.units;
    const asked = JSON.stringify({
      items: [{ id: 'presenteeism', choices: [{ value: 0 }, { value: 1 }, { value: 2 }] }],
    });
    const told = await app.doors.within(systemActor('operator command'), world.tenantId, async (tx) => {
      for (const [closesOn, mean] of [
        ['2025-03-31', 40],
        ['2025-09-30', 70],
      ] as const)
        await tx.query(
          `with round as (
             insert into survey_rounds (tenant_id, series_id, kind, title, instrument, opens_on, closes_on, channels, minimum, opened_at, closed_at)
             values ($1, gen_random_uuid(), 'once', '{}', $5, $2::date - 14, $2, '{mail}', 5, $2, $2) returning round_id)
           insert into survey_results (tenant_id, round_id, place, last_place, depth, unit_id, name, parts, invited, comments, scales, items)
           select $1, round_id, place, place, 1, unit, 'x', 0, 20, false,
             jsonb_build_array(jsonb_build_object('id', 'work-feeling', 'answers', answers, 'mean', mean)), items
           from round, (values (1, $3::uuid[], 20, $4::float8, '[{"id": "presenteeism", "counts": [6, 2, 2]}]'::jsonb),
             (2, $3, 10, $4 - 15, '[{"id": "presenteeism", "counts": null}]'), (3, $3, null, null, '[]')) v (place, units, answers, mean, items),
             lateral (select units[place] as unit) u`,
          [world.tenantId, closesOn, [first, second, hidden], mean, asked],
        );
      const period = { from: localDate(FIRST.from), to: localDate(FIRST.to) };
      return surveyedMeans(tx, world.tenantId, { units: world.units, period });
    });
    // 20 answers of 70 and 10 of 55; two who went to work ill once and two who did twice.
    expect(told).toEqual([
      { name: 'presenteeism', total: 6, answers: 10 },
      { name: 'wellbeing', total: 1950, answers: 30 },
    ]);
  });

  it('shows nobody a figure of a single workplace', async () => {
    const [{ id }] = (await world.municipality.get(world.settlements)).body.items;
    const told = JSON.stringify([await read(id), (await world.municipality.get(world.settlements)).body]);
    for (const unit of world.units) expect(told).not.toContain(unit);
    const seen = await app.doors.partnership(systemActor('operator command'), world.id, (tx) =>
      tx.query('select * from settlement_snapshots'),
    );
    expect(seen).toEqual([]);
  });

  it('that is signed is never changed, but corrected, and the difference goes into the next period', async () => {
    const [{ id, net }] = (await world.municipality.get(world.settlements)).body.items;
    await expect(
      app.doors.partnership(systemActor('operator command'), world.id, (tx) =>
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
    const { statement: before } = await read(id);
    app.clock.set('2027-04-15');
    const [unitId] = world.units;
    const late = { tenantId: world.tenantId, unitId, on: '2026-05-20', receivedOn: '2027-04-10' };
    await comesLate(app, { ...late, people: 1 });
    const anew = await order({ from: '2026-01-01', to: '2026-12-31', delivered: { visits: 9 } });
    expect(anew.status).toBe(202);
    // One person's day that came in between is told by no difference; the five visits more are.
    const { statement } = await read(anew.body.id);
    expect(statement.outcomes).toEqual(before.outcomes);
    expect([statement.knownOn, before.knownOn]).toEqual(['2027-03-15', '2027-03-15']);
    expect(statement.settled.earned - before.settled.earned).toBe(5 * 350_000);
    expect((await world.stranger.get(world.settlements)).status).toBe(404);
  });
});
