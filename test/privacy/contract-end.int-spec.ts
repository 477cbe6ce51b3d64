import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { ContractEndService, HatsService } from '../../src/access/index.js';
import { FileStore } from '../../src/platform/storage/file-store.js';
import { SigningKey } from '../../src/platform/storage/signing-key.js';
import { ABSENCES, importText, lines, ROSTER } from '../absence/import-files.js';
import { browser } from '../access/people.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { asSuperuser } from '../harness/runtime.js';

describe('the end of a contract', () => {
  let app: TestApp;
  let folder: string;
  beforeAll(async () => {
    app = await startTestApp();
    folder = await mkdtemp(join(tmpdir(), 'naervaer-'));
  });
  afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true });
  });

  /** An employer with people, absence, refused rows, a case with a note, a hold, an own rule, a user and a file. */
  const employer = async (name: string) => {
    const { tenantId } = await app.make.employer({ name });
    await importText(app, tenantId, 'roster', lines(ROSTER, `1;${name} Person;Skole;Lærer;01-01-2020;;37`));
    await importText(
      app,
      tenantId,
      'absences',
      lines(ABSENCES, '1;own-sickness;01-02-2026;02-02-2026', '9;own-sickness;01-02-2026;'),
    );
    await app.nest.get(FileStore).write(tenantId, Readable.from([Buffer.from(`Lønfil ${name}`)]));
    await app.drainJobs();
    await app.nest.get(HatsService).employ({
      email: `${name.toLowerCase()}@example.dk`,
      name: `${name} Bruger`,
      role: 'administrator',
      tenantId,
      password: 'en lang adgangskode',
    });
    const hr = await app.as(await app.make.hat('hr-manager', { tenantId }));
    const { body: people } = await hr.post('/api/people/searches').send({ text: '' });
    const personId = people.items[0].id as string;
    const { body: made } = await hr.post('/api/cases').send({ personId }).expect(201);
    await hr
      .post(`/api/cases/${made.id}/contacts`)
      .send({ kind: 'line-manager', heldOn: '2026-03-11', reached: true, agreement: `Aftale hos ${name}` })
      .expect(204);
    await hr
      .post(`/api/people/${personId}/legal-holds`)
      .send({ reason: `Tvist hos ${name}` })
      .expect(204);
    const administrator = await app.as(await app.make.hat('administrator', { tenantId }));
    await administrator
      .put('/api/retention/notices')
      .send({ days: 90, reason: `Ønske fra ${name}` })
      .expect(204);
    return tenantId;
  };

  /** How many rows of each table say any of some words. */
  const tablesSaying = (words: readonly string[]): Promise<Record<string, number>> =>
    asSuperuser(async (client) => {
      const { rows: tables } = await client.query<{ name: string }>(
        `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'auth') order by 1`,
      );
      const found: Record<string, number> = {};
      for (const { name } of tables) {
        const { rowCount } = await client.query(`select from ${name} r where r::text ~* $1`, [
          words.join('|'),
        ]);
        if (rowCount) found[name] = rowCount;
      }
      return found;
    }, app.runtime.database);

  it('hands everything over, opened, then leaves nothing of the tenant and all of another', async () => {
    const tenantId = await employer('Fjordby');
    const other = await employer('Bakkeby');
    const service = app.nest.get(ContractEndService);

    const out = join(folder, 'fjordby.zip');
    const summary = await service.export(tenantId, out);
    expect(summary.files).toBe(1);
    expect((await stat(out)).mode & 0o777).toBe(0o600);
    const texts: Record<string, string> = {};
    const zip = await fromBufferPromise(await readFile(out));
    for await (const entry of zip.eachEntry()) {
      texts[entry.fileName] = (await buffer(await zip.openReadStreamPromise(entry))).toString();
    }
    expect(texts['people.csv']).toContain('Fjordby Person');
    expect(texts['contacts.csv']).toContain('Aftale hos Fjordby');
    expect(texts['legal_holds.csv']).toContain('Tvist hos Fjordby');
    expect(texts['users.csv']).toContain('fjordby@example.dk');
    expect(Object.keys(texts).filter((name) => name.startsWith('files/'))).toHaveLength(1);
    expect(Object.values(texts).join()).not.toContain('Bakkeby');

    const before = await tablesSaying([other, 'bakkeby']);
    await expect(service.erase(tenantId)).rejects.toThrow('1 legal holds stand');
    expect(await tablesSaying([tenantId, 'fjordby'])).not.toEqual({});
    const signed = await service.erase(tenantId, { heldHandedOver: true });
    expect(signed.statement).toMatchObject({
      what: 'contract-ended',
      holds: 1,
      tenantId,
      unreadableFrom: '2026-04-11',
    });
    expect(signed.statement.erased).toMatchObject({ people: 1, spells: 1, cases: 1, contacts: 1 });
    expect(await app.nest.get(SigningKey).verify(signed)).toBe(true);

    expect(await tablesSaying([tenantId, 'fjordby'])).toEqual({});
    expect(await tablesSaying([other, 'bakkeby'])).toEqual(before);
    expect(await readdir(join(app.runtime.environment.dataDir, 'files'))).toEqual([other]);

    // Repeated after it broke off, it says the same of the keys and finds nothing more.
    const again = await service.erase(tenantId);
    expect(again.statement).toMatchObject({
      destroyedAt: signed.statement.destroyedAt,
      erased: {},
      users: 0,
    });
  });

  describe('as an employer decides it', () => {
    const deciders = async () => {
      const tenantId = await employer(`Ophør ${Math.random()}`);
      const admin = await app.as(await app.make.hat('administrator', { tenantId }));
      const hr = await app.as(await app.make.hat('hr-manager', { tenantId }));
      return { tenantId, admin, hr };
    };
    const ask = { endsOn: '2026-12-31' };

    it('takes two people, and can be taken back', async () => {
      const { admin, hr } = await deciders();
      expect((await admin.get('/api/contract-end').expect(200)).body).toMatchObject({
        decision: null,
        isHeld: true,
      });
      const past = await admin.post('/api/contract-end').send({ endsOn: '2026-03-10' });
      expect(past.body).toMatchObject({ status: 400, fields: [{ field: 'endsOn' }] });
      await hr.post('/api/contract-end/confirmation').expect(404);
      await admin.post('/api/contract-end').send(ask).expect(204);
      expect((await hr.post('/api/contract-end').send(ask)).body.code).toBe('end-asked');
      expect((await admin.post('/api/contract-end/confirmation')).body.code).toBe('same-person');
      expect((await admin.get('/api/contract-end')).body.mayConfirm).toBe(false);
      expect((await hr.get('/api/contract-end/export.zip')).body.code).toBe('not-confirmed');
      // The last day, 30 days of backups from the day after it, and the day after those.
      expect((await hr.get('/api/contract-end')).body).toMatchObject({
        mayConfirm: true,
        unreadableFrom: '2027-02-01',
      });
      await hr.post('/api/contract-end/confirmation').expect(204);
      await admin.delete('/api/contract-end').expect(204);
      expect((await hr.get('/api/contract-end')).body.decision).toBeNull();
    });

    it('is not confirmed by a token that the same person made', async () => {
      const { admin } = await deciders();
      const { body: made } = await admin.post('/api/tokens').send({ name: 'Ny', role: 'hr-manager' });
      await admin.post('/api/contract-end').send(ask).expect(204);
      const machine = await browser(app)
        .post('/api/contract-end/confirmation')
        .set('authorization', `Bearer ${made.token}`);
      expect(machine.body.code).toBe('same-person');
    });

    it('lets human resources download everything once decided, and the statement says so', async () => {
      const { tenantId, admin, hr } = await deciders();
      await admin.post('/api/contract-end').send(ask).expect(204);
      await hr.post('/api/contract-end/confirmation').expect(204);
      await admin.get('/api/contract-end/export.zip').expect(403);
      const { body } = await hr.get('/api/contract-end/export.zip').responseType('blob').expect(200);
      const names: string[] = [];
      const zip = await fromBufferPromise(body as Buffer);
      for await (const entry of zip.eachEntry()) names.push(entry.fileName);
      expect(names).toEqual(expect.arrayContaining(['people.csv', 'spells.csv', 'users.csv']));
      const { statement } = await app.nest.get(ContractEndService).erase(tenantId, { heldHandedOver: true });
      expect(statement.decision).toMatchObject({ endsOn: '2026-12-31', confirmedAt: expect.any(String) });
    });
  });
});
