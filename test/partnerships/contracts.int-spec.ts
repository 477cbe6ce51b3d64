import { systemActor } from '../../src/access/index.js';
import { contentHash, hashOfVersion } from '../../src/partnerships/index.js';
import { localDate } from '../../src/shared/local-date.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import {
  agreedContract,
  contractWorld,
  frozenCells,
  paidByVisits,
  type SavedVersion,
} from './contract-world.js';

const operator = systemActor('operator command');

describe('a contract', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('is wanted by somebody signed in, for a role of a partnership, and of one’s own', async () => {
    const { url, tenantId } = await contractWorld(app);
    const other = await contractWorld(app);
    const hr = await app.as(await app.make.hat('hr-manager', { tenantId }));
    const stranger = await app.as(other.town);
    for (const path of ['/contract', '/contract/versions/1', '/contract/baseline']) {
      expect((await app.anonymous.get(url + path)).status).toBe(401);
      expect((await hr.get(url + path)).status).toBe(403);
      expect((await stranger.get(url + path)).status).toBe(404);
    }
    expect((await stranger.post(`${url}/contract/versions`)).status).toBe(404);
    expect((await stranger.get('/api/partnerships/x/contract')).status).toBe(400);
    const union = await app.as((await contractWorld(app)).union);
    expect((await union.post(`${url}/contract/versions`)).status).toBe(403);
  });

  it('begins as a draft of what the partnership is, written by those who see all of it', async () => {
    const world = await contractWorld(app);
    const town = await app.as(world.town);
    const { body } = await town.post(`${world.url}/contract/versions`).expect(201);
    expect(body).toMatchObject({
      version: 1,
      state: 'draft',
      validFrom: '2026-07-01',
      content: {
        name: 'Nærvær i Fjordby',
        period: { from: '2026-07-01', to: '2029-06-30' },
        baseline: { months: 24, from: '2024-07-01', to: '2026-06-30' },
        payment: { terms: [] },
      },
      faults: [{ field: 'payment.terms', code: 'none' }],
      smallestP: 1 / 3,
    });
    expect(body.content.units).toHaveLength(5);
    expect((await town.post(`${world.url}/contract/versions`)).body.code).toBe('contract-open');
    const union = await app.as(world.union);
    expect((await union.get(`${world.url}/contract/versions/1`)).status).toBe(404);
    expect((await union.get(`${world.url}/contract`)).body).toMatchObject({ inForce: null, versions: [] });
    const nobody = await app.as(world.nobody);
    expect((await nobody.post(`${world.url}/contract/versions`)).status).toBe(404);
  });

  it('is saved by fields that can be read, with workplaces that were offered, over what was read', async () => {
    const world = await contractWorld(app);
    const town = await app.as(world.town);
    const draft: SavedVersion = (await town.post(`${world.url}/contract/versions`)).body;
    const save = (content: object, revision = 1) =>
      town
        .put(`${world.url}/contract/versions/1`)
        .send({ content, validFrom: '2026-07-01', reason: '', revision });
    const bad = await save({ ...draft.content, disputeDays: -1, choice: 'luck', settlementCut: 'week' });
    expect(bad.status).toBe(400);
    expect(bad.body.fields.map(({ field }: { field: string }) => field)).toEqual([
      'content.choice',
      'content.settlementCut',
      'content.disputeDays',
    ]);
    const [unit] = draft.content.units;
    const stolen = await save({
      ...draft.content,
      units: [{ ...unit, unitId: draft.content.parties[0]?.id }],
    });
    expect(stolen.body.fields).toMatchObject([{ field: 'content.units.0', code: 'not-offered' }]);
    expect((await save({ ...draft.content, units: [{ ...unit, name: 'Noget andet' }] })).body).toMatchObject({
      revision: 2,
      content: { units: [{ name: unit?.name }] },
    });
    expect((await save(draft.content)).body.code).toBe('saved-meanwhile');
    // Of sickness benefit after a year the municipality bears four fifths: what was typed is not what is kept.
    const term = { kind: 'count', id: 'sager', counted: 'stock', below: 80, purse: 'benefit-municipality' };
    const saving = { attribution: '1', rate: 1, costs: 0, share: '0.5' };
    const refund = { weekly: 508_500, fromWeek: 53, toWeek: 53 };
    const municipal = { payersPurse: 'benefit-municipality', terms: [{ ...term, ...saving, refund }] };
    const paid = await save({ ...draft.content, payment: { ...draft.content.payment, ...municipal } }, 2);
    expect(paid.body).toMatchObject({
      revision: 3,
      content: { payment: { terms: [{ rate: 406_800, refund }] } },
    });
    expect(paid.body.faults.map(({ code }: { code: string }) => code)).not.toContain('refund-not-stated');
    await town.delete(`${world.url}/contract/versions/1`).expect(204);
    expect((await town.get(`${world.url}/contract/versions/1`)).status).toBe(404);
  });

  it('is not proposed with payment by an effect that its workplaces cannot show (definitions 9.5)', async () => {
    const world = await contractWorld(app, 4);
    const town = await app.as(world.town);
    const draft: SavedVersion = (await town.post(`${world.url}/contract/versions`)).body;
    const content = {
      ...draft.content,
      indicators: draft.content.indicators.map((one) => ({ ...one, contractUse: 'payment' })),
      payment: {
        ...draft.content.payment,
        terms: [
          {
            kind: 'effect',
            id: 'days-cut-at-30',
            purse: 'employer',
            evidence: 'lower-bound',
            attribution: '1',
            threshold: null,
            rate: 180_000,
            costs: 0,
            share: '0.5',
          },
        ],
      },
    };
    await town
      .put(`${world.url}/contract/versions/1`)
      .send({ content, validFrom: '2026-07-01', reason: '', revision: 1 })
      .expect(200);
    const refused = await town.post(`${world.url}/contract/versions/1/proposal`);
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({
      code: 'contract-not-sound',
      fields: [
        {
          field: 'payment.terms',
          code: 'p-out-of-reach',
          message: expect.stringContaining('could not be told from chance'),
        },
      ],
    });
  });

  it('is agreed by another person of another party, as it was read, and then stands', async () => {
    const world = await contractWorld(app);
    const [town, colleague, provider] = [
      await app.as(world.town),
      await app.as(world.colleague),
      await app.as(world.provider),
    ];
    const draft: SavedVersion = (await town.post(`${world.url}/contract/versions`)).body;
    const at = `${world.url}/contract/versions/1`;
    await town
      .put(at)
      .send({ content: paidByVisits(draft.content), validFrom: '2026-07-01', reason: '', revision: 1 });
    const { hash, content } = (await town.post(`${at}/proposal`).expect(200)).body;
    expect(hash).toBe(
      hashOfVersion({ partnershipId: world.id, version: 1, validFrom: localDate('2026-07-01'), content }),
    );
    expect(
      (await town.put(at).send({ content, validFrom: '2026-07-01', reason: '', revision: 2 })).body.code,
    ).toBe('not-a-draft');
    for (const same of [town, colleague])
      expect((await same.post(`${at}/agreement`).send({ hash })).body.code).toBe('four-eyes');
    expect((await provider.post(`${at}/agreement`).send({ hash: 'no' })).status).toBe(400);
    expect((await provider.post(`${at}/agreement`).send({ hash: '0'.repeat(64) })).body.code).toBe(
      'another-text',
    );
    await provider.delete(`${at}/proposal`).expect(200);
    await town.post(`${at}/proposal`).expect(200);
    expect((await provider.post(`${at}/agreement`).send({ hash })).body).toMatchObject({
      state: 'agreed',
      proposed: { name: 'Kirsten Kommune', party: 'Fjordby Kommune' },
      agreed: { name: 'Lars Leverandør', party: 'Fastholdelse Øst' },
    });
    expect((await provider.post(`${at}/agreement`).send({ hash })).body.code).toBe('contract-moved-on');
    await expect(
      app.doors.partnership(operator, world.id, (tx) =>
        tx.query(`update contract_versions set reason = 'x'`),
      ),
    ).rejects.toThrow('an agreed contract is not changed');
  });

  it('shows each party what it sees, and no more', async () => {
    const world = await contractWorld(app);
    await agreedContract(app, world);
    const seen = async (hat: typeof world.union) =>
      (await (await app.as(hat)).get(`${world.url}/contract`)).body;
    const [provider, union, nobody] = [
      await seen(world.provider),
      await seen(world.union),
      await seen(world.nobody),
    ];
    expect(provider).toMatchObject({
      sees: ['figures', 'effect', 'money', 'minutes'],
      inForce: { content: { payment: { terms: [{ price: 350_000 }] }, evidence: { level: '0.05' } } },
    });
    expect(provider.inForce.content.units).toHaveLength(5);
    expect(provider.members).toContainEqual(expect.objectContaining({ names: ['Lars Leverandør'] }));
    expect(union).toMatchObject({
      sees: ['figures', 'minutes'],
      abilities: ['contract.read', 'barrier.read'],
      offered: [],
      inForce: { content: { payment: null, waterfall: null, evidence: null }, smallestP: null },
    });
    expect(union.inForce.content.units).toHaveLength(3);
    expect(nobody).toMatchObject({ sees: [], partyId: null, abilities: ['contract.read'] });
    const unionAgent = await app.as(world.union);
    expect((await unionAgent.get(`${world.url}/capital`)).status).toBe(404);
    expect((await unionAgent.get(`${world.url}/barriers`)).status).toBe(200);
    expect((await (await app.as(world.nobody)).get(`${world.url}/barriers`)).status).toBe(404);
  });

  it('freezes the months before the start; a reader gets totals of enough people', async () => {
    const world = await contractWorld(app);
    const { tenantId, units } = world;
    // Twelve people at the first workplace, each with a week of absence in March 2025; nobody elsewhere.
    for (let place = 0; place < 12; place += 1) {
      const { employmentId } = await app.make.employment(tenantId, { unitId: units[0] ?? '' });
      await app.make.spell(tenantId, { employmentId, from: '2025-03-03', to: '2025-03-07' });
      await app.make.spell(tenantId, { employmentId, from: '2024-07-01', to: '2024-07-01' });
    }
    app.clock.set('2026-07-15');
    await agreedContract(app, world);
    const cells = await frozenCells(app, world.id, 1);
    // 24 months of one workplace by four measures.
    expect(cells).toHaveLength(96);
    expect(cells?.find((cell) => cell.month === '2025-03' && cell.indicator === 'days')).toMatchObject({
      amount: '60',
      exposure: '12',
      persons: 12,
    });
    const provider = await app.as(world.provider);
    const { body } = await provider.get(`${world.url}/contract/baseline`).expect(200);
    expect(body).toMatchObject({
      version: 1,
      from: '2024-07-01',
      to: '2026-06-30',
      hash: contentHash(cells),
    });
    expect(body.totals[0]).toEqual({
      arm: 'in',
      indicator: 'days',
      hidden: null,
      amount: '72',
      exposure: '24',
      rate: '3',
      months: 24,
      monthsWanted: 72,
    });
    const hidden = body.totals.map(({ arm, indicator, hidden: why }: Record<string, string>) => [
      arm,
      indicator,
      why,
    ]);
    expect(hidden).toContainEqual(['in', 'days-cut-at-30', 'too-few-absent']);
    expect(hidden).toContainEqual(['in', 'long-spells', 'too-few-absent']);
    expect(hidden).toContainEqual(['comparison', 'days', 'nothing']);
    expect((await (await app.as(world.nobody)).get(`${world.url}/contract/baseline`)).status).toBe(404);
  });
});
