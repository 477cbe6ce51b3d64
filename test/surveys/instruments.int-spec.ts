import { randomUUID } from 'node:crypto';
import { getInstrumentForUse } from '../../src/surveys/instruments/index.js';
import { systemActor } from '../../src/access/index.js';
import { auditOf } from '../access/people.js';
import { startTestApp, type TestApp } from '../harness/app.js';

const say = (da: string, en: string) => ({ da, en });

/** Two questions of an employer's own, one of them scored. */
const definition = () => ({
  name: say('Vores køkken', 'Our kitchen'),
  introduction: null,
  items: [
    {
      id: 'space',
      kind: 'scale',
      wording: say('Er der plads nok i køkkenet?', 'Is there space enough in the kitchen?'),
      choices: [
        { value: 1, wording: say('Ja', 'Yes'), score: 100 },
        { value: 2, wording: say('Nej', 'No'), score: 0 },
        { value: 3, wording: say('Ved ikke', 'Do not know'), score: null },
      ],
      reversed: false,
      required: false,
    },
    {
      id: 'words',
      kind: 'comment',
      wording: say('Hvad mangler der?', 'What is missing?'),
      choices: [],
      reversed: false,
      required: false,
    },
  ],
  scales: [
    {
      id: 'kitchen',
      name: say('Køkkenet', 'The kitchen'),
      measures: say('Om der er plads.', 'Whether there is space.'),
      itemIds: ['space'],
      minimumAnswered: 1,
      higherIsBetter: true,
      minimumDifference: 10,
      minimumDifferenceBasis: say('Eget valg.', 'Our own choice.'),
      thresholds: [],
      references: [],
    },
  ],
  pages: [{ heading: null, itemIds: ['space', 'words'] }],
});

describe('instruments', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const employer = async () => {
    const { tenantId } = await app.make.employer();
    return { tenantId, hr: await app.as(await app.make.hat('hr-manager', { tenantId })) };
  };
  const forUse = (tenantId: string, id: string) =>
    app.doors.within(systemActor('operator command'), tenantId, (tx) =>
      getInstrumentForUse(tx, tenantId, id),
    );

  const allowed = async (tenantId: string) =>
    (await auditOf(app, tenantId)).filter(({ outcome }) => outcome === 'allowed').map(({ action }) => action);

  it('are ours, the standards of others, and the employer’s own', async () => {
    const { tenantId, hr } = await employer();
    await app.anonymous.get('/api/instruments').expect(401);
    const leader = await app.as(await app.make.hat('line-manager', { tenantId }));
    await leader.get('/api/instruments').expect(403);
    const { body } = await hr.get('/api/instruments').expect(200);
    expect(
      body.items.map(({ id, licence, usable }: Record<string, unknown>) => [id, licence, usable]),
    ).toEqual([
      ['naervaer.pulse', 'free', true],
      ['naervaer.wellbeing', 'free', true],
      ['naervaer.apv', 'free', true],
      ['naervaer.newcomers', 'free', true],
      ['naervaer.learning', 'free', true],
      ['who-5', 'refused-no', false],
      ['copsoq-iii', 'refused-unknown', false],
      ['dpq', 'refused-unknown', false],
    ]);
    expect(body.packs.map(({ id }: { id: string }) => id)).toEqual([
      'pulse',
      'wellbeing',
      'apv',
      'newcomers',
      'learning',
    ]);
    expect(body.abilities).toEqual(['instrument.read', 'instrument.write', 'instrument.license']);
    const representative = await app.as(await app.make.hat('employee-representative', { tenantId }));
    const page = (await representative.get('/api/instruments/naervaer.pulse').expect(200)).body;
    expect(page).toMatchObject({ origin: 'ours', minutes: 1, abilities: ['instrument.read'] });
    expect(page.instrument.items).toHaveLength(8);
    await representative.post('/api/instruments').send({}).expect(403);
    await hr.get(`/api/instruments/employer.${randomUUID()}`).expect(404);
  });

  it('of the employer go from draft to published, complete in both languages', async () => {
    const { tenantId, hr } = await employer();
    const { hr: stranger } = await employer();
    const { id } = (await hr.post('/api/instruments').send({}).expect(201)).body;
    const at = `/api/instruments/${id}`;
    await app.anonymous.put(`${at}/draft`).send({}).expect(401);
    await stranger.get(at).expect(404);
    await stranger.put(`${at}/draft`).send({ revision: 1, definition: definition() }).expect(404);
    await stranger.post(`${at}/publication`).expect(404);
    await stranger.delete(`${at}/draft`).expect(404);

    const malformed = { ...definition(), items: [{ ...definition().items[0], kind: 'slider' }] };
    const refused = await hr.put(`${at}/draft`).send({ revision: 1, definition: malformed }).expect(400);
    expect(refused.body.fields).toMatchObject([{ field: 'definition.items.0.kind' }]);

    const half = { ...definition(), name: say('Vores køkken', '') };
    const saved = (await hr.put(`${at}/draft`).send({ revision: 1, definition: half }).expect(200)).body;
    expect(saved.draft).toMatchObject({
      revision: 2,
      faults: [{ field: 'name.en', code: 'wording-missing' }],
    });
    const late = await hr.put(`${at}/draft`).send({ revision: 1, definition: half }).expect(409);
    expect(late.body.code).toBe('draft-changed');
    const incomplete = await hr.post(`${at}/publication`).expect(400);
    expect(incomplete.body).toMatchObject({
      code: 'instrument-not-complete',
      fields: [{ field: 'name.en' }],
    });
    await expect(forUse(tenantId, id)).rejects.toThrow('instrument-not-published');

    await hr.put(`${at}/draft`).send({ revision: 2, definition: definition() }).expect(200);
    await hr.post(`${at}/publication`).expect(204);
    const used = await forUse(tenantId, id);
    expect(used).toEqual({
      ...definition(),
      id,
      version: 1,
      licence: expect.objectContaining({ commercialUse: 'yes' }),
    });
    expect(await allowed(tenantId)).toEqual([
      'instrument.start',
      'instrument.save',
      'instrument.save',
      'instrument.publish',
    ]);
  });

  it('of the employer have versions; the published one is asked until the next is', async () => {
    const { tenantId, hr } = await employer();
    const { id } = (await hr.post('/api/instruments').send({}).expect(201)).body;
    const at = `/api/instruments/${id}`;
    await hr.put(`${at}/draft`).send({ revision: 1, definition: definition() }).expect(200);
    await hr.post(`${at}/publication`).expect(204);
    await hr.post(`${at}/draft`).expect(204);
    expect((await hr.post(`${at}/draft`).expect(409)).body.code).toBe('draft-exists');
    const changed = { ...definition(), name: say('Køkkenet igen', 'The kitchen again') };
    await hr.put(`${at}/draft`).send({ revision: 1, definition: changed }).expect(200);
    expect((await forUse(tenantId, id)).version).toBe(1);
    await hr.post(`${at}/publication`).expect(204);
    expect(await forUse(tenantId, id)).toMatchObject({ version: 2, name: changed.name });
    const page = (await hr.get(at).expect(200)).body;
    expect(page.versions.map(({ version }: { version: number }) => version)).toEqual([2, 1]);

    await hr.post(`${at}/retirement`).expect(204);
    await expect(forUse(tenantId, id)).rejects.toThrow('instrument-retired');
    await hr.delete(`${at}/retirement`).expect(204);
    await forUse(tenantId, id);
    // Nothing of a copy that was never published stays behind.
    const copy = (await hr.post('/api/instruments').send({ from: 'naervaer.pulse' }).expect(201)).body.id;
    expect((await hr.get(`/api/instruments/${copy}`).expect(200)).body.draft.definition.items).toHaveLength(
      8,
    );
    await hr.delete(`/api/instruments/${copy}/draft`).expect(204);
    await hr.get(`/api/instruments/${copy}`).expect(404);
    await hr.post('/api/instruments/naervaer.pulse/draft').expect(409);
  });

  it('of others are refused with the reason until the employer has a right, and again without it', async () => {
    const { tenantId, hr } = await employer();
    const { hr: stranger } = await employer();
    const right = {
      grantedBy: 'WHO',
      basis: 'Skriftlig tilladelse',
      reference: 'Brev 7',
      grantedOn: '2026-02-01',
    };
    const at = '/api/instruments/who-5/right';
    await app.anonymous.put(at).send(right).expect(401);
    const representative = await app.as(await app.make.hat('employee-representative', { tenantId }));
    await representative.put(at).send(right).expect(403);
    expect((await hr.post('/api/instruments').send({ from: 'who-5' }).expect(409)).body.code).toBe(
      'licence-refused-no',
    );
    expect((await hr.post('/api/instruments').send({ from: 'dpq' }).expect(409)).body.code).toBe(
      'licence-refused-unknown',
    );
    await expect(forUse(tenantId, 'who-5')).rejects.toThrow('licence-refused-no');

    const early = await hr
      .put(at)
      .send({ ...right, grantedOn: '2026-03-12' })
      .expect(400);
    expect(early.body.fields).toMatchObject([{ field: 'grantedOn', code: 'in-the-future' }]);
    await hr
      .put(at)
      .send({ ...right, basis: '' })
      .expect(400);
    await hr.put(at).send(right).expect(204);
    expect((await hr.get('/api/instruments/who-5').expect(200)).body).toMatchObject({
      licence: 'own-right',
      right,
    });
    await hr.put('/api/instruments/naervaer.pulse/right').send(right).expect(409);
    await hr.put(`/api/instruments/employer.${randomUUID()}/right`).send(right).expect(404);
    expect((await stranger.get('/api/instruments/who-5').expect(200)).body.right).toBeNull();
    await stranger.delete(at).expect(404);

    await expect(forUse(tenantId, 'who-5')).rejects.toThrow('instrument-not-published');
    await hr.delete(at).expect(204);
    await expect(forUse(tenantId, 'who-5')).rejects.toThrow('licence-refused-no');
    expect(await allowed(tenantId)).toEqual(['instrument.license', 'instrument.license-withdrawn']);
  });

  it('of others are filled in with the employer’s own copy, their scoring untouched', async () => {
    const { tenantId, hr } = await employer();
    await hr
      .put('/api/instruments/who-5/right')
      .send({ grantedBy: 'WHO', basis: 'Aftale', grantedOn: '2026-02-01' })
      .expect(204);
    await hr.post('/api/instruments').send({ from: 'who-5' }).expect(201);
    const { draft } = (await hr.get('/api/instruments/who-5').expect(200)).body;
    expect(draft.faults.length).toBeGreaterThan(0);
    const { licence: _licence, id: _id, version: _version, ...outline } = draft.definition;
    const words = (each: object, text: string) => ({ ...each, wording: say(text, text) });
    const filled = {
      ...outline,
      items: outline.items.map((item: { choices: object[] }, at: number) => ({
        ...words(item, `Spørgsmål ${at}?`),
        choices: item.choices.map((choice, n) => words(choice, `Svar ${n}`)),
      })),
    };
    const bent = { ...filled, scales: [{ ...filled.scales[0], minimumAnswered: 1 }] };
    const page = (
      await hr.put('/api/instruments/who-5/draft').send({ revision: 1, definition: bent }).expect(200)
    ).body;
    expect(page.draft.faults).toEqual([{ field: 'scales.0', code: 'standard-scale-changed' }]);
    await hr.put('/api/instruments/who-5/draft').send({ revision: 2, definition: filled }).expect(200);
    await hr.post('/api/instruments/who-5/publication').expect(204);
    expect(await forUse(tenantId, 'who-5')).toMatchObject({ id: 'who-5', licence: { commercialUse: 'no' } });

    // Nobody else's name stands over words of one's own.
    const { id } = (await hr.post('/api/instruments').send({}).expect(201)).body;
    const named = { ...definition(), name: say('Vores WHO-5', 'Our WHO-5') };
    const own = (
      await hr.put(`/api/instruments/${id}/draft`).send({ revision: 1, definition: named }).expect(200)
    ).body;
    expect(own.draft.faults).toEqual([{ field: 'name', code: 'name-protected' }]);
  });
});
