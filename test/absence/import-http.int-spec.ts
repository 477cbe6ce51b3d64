import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HatActor } from '../../src/access/index.js';
import { rows } from '../../src/platform/database/rows.js';
import { Cipher } from '../../src/platform/storage/cipher.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { ABSENCES, lines, operator, ROSTER, spellsOf } from './import-files.js';

let app: TestApp;
let tenantId: string;
let hr: Awaited<ReturnType<TestApp['as']>>;
beforeAll(async () => {
  app = await startTestApp({ UPLOAD_LIMIT_MB: '1' });
});
afterAll(() => app.close());
beforeEach(async () => {
  ({ tenantId } = await app.make.employer());
  hr = await app.as(await app.make.hat('hr-manager', { tenantId }));
});

type Agent = typeof hr;
const upload = (agent: Agent, fields: Record<string, string>, content: string | Buffer, name = 'fil.csv') =>
  agent.post('/api/imports').field(fields).attach('file', Buffer.from(content), name);

const roster = lines(
  ROSTER,
  '1;Ane Holm;Skole/A;Lærer;01-01-2020;;37,00',
  '2;Bo Krag;Skole/B;Lærer;01-01-2020;;30,00',
);
const absences = lines(
  `${ABSENCES};Bemærkning`,
  '1;790;01-02-2026;04-02-2026;ring',
  '9;790;01-02-2026;04-02-2026;',
  '1;790;03-02-2026;05-02-2026;',
);

/** Uploads, analyses and confirms, and returns the import's id. */
const bring = async (kind: string, content: string): Promise<string> => {
  const { body } = await upload(hr, { kind }, content).expect(201);
  await hr.post(`/api/imports/${body.id}/analysis`).expect(202);
  await app.drainJobs();
  await hr.post(`/api/imports/${body.id}/confirmation`).expect(202);
  await app.drainJobs();
  return String(body.id);
};
const audited = (actor: HatActor | null = null): Promise<string[]> =>
  app.doors.within(operator, tenantId, async (tx) => {
    const entries = await rows<{ action: string }>(
      tx,
      'select action from audit_entries where $1::uuid is null or hat_id = $1 order by at, id',
      [actor?.hatId ?? null],
    );
    return entries.map(({ action }) => action);
  });

describe('importing through the browser', () => {
  it('goes from upload over mapping and dry run to the records', async () => {
    await bring('roster', roster);
    const uploaded = await upload(hr, { kind: 'absences', dataAsOf: '2026-02-28' }, absences).expect(201);
    const { id } = uploaded.body;
    expect(uploaded.body).toMatchObject({
      kind: 'absences',
      source: 'payroll',
      fileName: 'fil.csv',
      dataAsOf: '2026-02-28',
      state: 'uploaded',
      encoding: 'utf-8',
      delimiter: ';',
      mapping: { employeeNumber: 'Tjenestenr', code: 'Fraværskode', from: 'Fra', to: 'Til' },
      guessed: ['employeeNumber', 'code', 'from', 'to'],
      progress: null,
      problem: null,
      abilities: ['import.map', 'import.analyse', 'import.cancel'],
    });
    expect(uploaded.body.columns[0]).toEqual({ header: 'Tjenestenr', samples: ['1', '9'] });

    const { body: preview } = await hr.get(`/api/imports/${id}/preview`).expect(200);
    expect(preview.rows[0]).toEqual({ line: 2, cells: ['1', '790', '01-02-2026', '04-02-2026', 'ring'] });

    const { mapping } = uploaded.body;
    await hr.put(`/api/imports/${id}/mapping`).send({ mapping, profileName: 'Lønkontoret' }).expect(200);
    const { body: analysing } = await hr.post(`/api/imports/${id}/analysis`).expect(202);
    expect(analysing).toMatchObject({
      state: 'analysing',
      progress: { done: 0 },
      abilities: ['import.cancel'],
    });
    await hr.post(`/api/imports/${id}/analysis`).expect(409);
    await app.drainJobs();

    const { body: analysed } = await hr.get(`/api/imports/${id}`).expect(200);
    const counts = { inserted: 1, changed: 0, unchanged: 0, removed: 0, rejected: 2, warnings: 0 };
    expect(analysed).toMatchObject({ state: 'analysed', counts, rows: 3 });
    expect(await spellsOf(app, tenantId)).toEqual([]);

    const { body: rejections } = await hr.get(`/api/imports/${id}/rejections`).expect(200);
    expect(rejections).toMatchObject({
      total: 2,
      items: [
        {
          line: 3,
          severity: 'rejected',
          code: 'unknown-person',
          cells: { employeeNumber: '9', code: '790', from: '01-02-2026', to: '04-02-2026' },
        },
        {
          line: 4,
          severity: 'rejected',
          code: 'overlap',
          message: 'Perioden overlapper en anden periode for samme ansættelse.',
        },
      ],
    });
    const { text } = await hr
      .get(`/api/imports/${id}/rejections.csv`)
      .expect(200)
      .expect('content-type', /^text\/csv/);
    expect(text.split('\r\n').slice(0, 2)).toEqual([
      '\ufeffTjenestenr;Fraværskode;Fra;Til;Linje;Kode;Forklaring',
      '9;790;01-02-2026;04-02-2026;3;unknown-person;Ingen medarbejder har dette nummer. Er medarbejderlisten indlæst?',
    ]);

    await hr.post(`/api/imports/${id}/confirmation`).expect(202);
    await app.drainJobs();
    const { body: applied } = await hr.get(`/api/imports/${id}`).expect(200);
    expect(applied).toMatchObject({ state: 'applied', counts, abilities: ['import.reverse'] });
    expect(await spellsOf(app, tenantId)).toEqual(['1 own-sickness 2026-02-01 2026-02-04 payroll']);

    // After confirmation the file keeps its mapped columns alone (definitions 3.6).
    const { body: kept } = await hr.get(`/api/imports/${id}/preview`).expect(200);
    expect(kept).toMatchObject({
      columns: ['Tjenestenr', 'Fraværskode', 'Fra', 'Til'],
      rows: [{ cells: ['1', '790', '01-02-2026', '04-02-2026'] }, {}, {}],
    });
    expect(await audited()).toEqual(
      expect.arrayContaining([
        'import.upload',
        'import.preview',
        'import.map',
        'import.analyse',
        'import.confirm',
        'import.read-rejections',
      ]),
    );

    const { body: again } = await upload(
      hr,
      { kind: 'absences', profileId: applied.profileId },
      absences,
    ).expect(201);
    expect(again).toMatchObject({ mapping, profileId: applied.profileId });
    const { body: list } = await hr.get('/api/imports?pageSize=2').expect(200);
    expect(list).toMatchObject({
      total: 3,
      items: [{ state: 'uploaded' }, { state: 'applied', kind: 'absences' }],
    });
    const { body: open } = await hr.get('/api/imports?state=uploaded').expect(200);
    expect(open.total).toBe(1);
  });

  it('lies sealed: the file as it came, and the rows that were refused', async () => {
    await bring('roster', roster);
    await bring('absences', absences);
    const folder = join(app.runtime.environment.dataDir, 'files', tenantId);
    const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))));
    const refused = await app.doors.within(operator, tenantId, (tx) =>
      rows<{ sealed: Buffer }>(
        tx,
        'select row_cipher as sealed from import_rejections where tenant_id = $1 and row_cipher is not null',
        [tenantId],
      ),
    );
    expect([files.length, refused.length]).toEqual([2, 2]);
    const inClear = /Ane|Holm|Tjenestenr|790|01-02-2026/;
    for (const bytes of [...files, ...refused.map(({ sealed }) => sealed)])
      expect(bytes.toString('latin1')).not.toMatch(inClear);
    const cipher = app.nest.get(Cipher);
    expect((await cipher.open(tenantId, refused[0]?.sealed ?? Buffer.of())).toString()).toMatch(inClear);
  });

  it('is undone', async () => {
    await bring('roster', roster);
    const id = await bring('absences', absences);
    await hr.post(`/api/imports/${id}/reversal`).expect(202);
    await app.drainJobs();
    const { body } = await hr.get(`/api/imports/${id}`).expect(200);
    expect(body).toMatchObject({ state: 'undone', abilities: [] });
    expect(await spellsOf(app, tenantId)).toEqual([]);
  });

  it('is cancelled, also while it waits', async () => {
    await bring('roster', roster);
    const { body } = await upload(hr, { kind: 'absences' }, absences).expect(201);
    await hr.post(`/api/imports/${body.id}/analysis`).expect(202);
    await app.drainJobs();
    await hr.post(`/api/imports/${body.id}/confirmation`).expect(202);
    await hr.post(`/api/imports/${body.id}/cancellation`).expect(200);
    await app.drainJobs();
    const { body: cancelled } = await hr.get(`/api/imports/${body.id}`).expect(200);
    expect(cancelled).toMatchObject({ state: 'cancelled', abilities: [] });
    expect(await spellsOf(app, tenantId)).toEqual([]);
  });
});

describe('files that are none', () => {
  it.each([
    ['garbage', Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256)), 'not-a-table'],
    ['nothing', Buffer.alloc(0), 'empty'],
    [
      'a broken workbook',
      Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.alloc(500, 1)]),
      'damaged-workbook',
    ],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'not-a-table'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), 'old-workbook'],
  ])('answer with the reason: %s', async (_, content, code) => {
    const { body } = await upload(hr, { kind: 'absences' }, content, 'x.xlsx').expect(400);
    expect(body).toMatchObject({ code: 'invalid-input', fields: [{ field: 'file', code }] });
    expect((await hr.get('/api/imports').expect(200)).body.total).toBe(0);
  });

  it('answer with the reason: too large', async () => {
    const { body } = await upload(hr, { kind: 'absences' }, Buffer.alloc(1024 * 1024 + 1, 'a')).expect(413);
    expect(body.code).toBe('too-large');
  });

  it('and forms that are wrong name the field', async () => {
    const faults = async (fields: Record<string, string>): Promise<string[]> => {
      const { body } = await upload(hr, fields, roster).expect(400);
      return body.fields.map(({ field }: { field: string }) => field);
    };
    expect(await faults({ kind: 'salaries' })).toEqual(['kind']);
    expect(await faults({})).toEqual(['kind']);
    expect(await faults({ kind: 'roster', dataAsOf: '2026-02-30' })).toEqual(['dataAsOf']);
    expect(await faults({ kind: 'roster', dataAsOf: '2026-03-12' })).toEqual(['dataAsOf']);
    expect(await faults({ kind: 'roster', source: 'hand' })).toEqual(['source']);
    expect(await faults({ kind: 'roster', colour: 'red' })).toEqual(['colour']);
    expect(await faults({ kind: 'roster', profileId: '00000000-0000-4000-8000-000000000000' })).toEqual([
      'profileId',
    ]);
    await hr.post('/api/imports').field({ kind: 'roster' }).expect(400);
    await hr.post('/api/imports').send({ kind: 'roster' }).expect(415);
  });

  it('cannot be analysed before their columns are known', async () => {
    const { body } = await upload(hr, { kind: 'absences' }, lines('A;B', 'x;y')).expect(201);
    expect(body.mapping).toEqual({});
    await hr.post(`/api/imports/${body.id}/analysis`).expect(409);
    const faulty = await hr
      .put(`/api/imports/${body.id}/mapping`)
      .send({ mapping: { employeeNumber: 'A', from: 'C' } })
      .expect(400);
    expect(
      faulty.body.fields.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`),
    ).toEqual(['mapping.code field-unmapped', 'mapping.to field-unmapped', 'mapping.from column-missing']);
  });
});
