import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { randomUUID } from 'node:crypto';
import { KeysService, systemActor } from '../../src/access/index.js';
import { resealTenant } from '../../src/access/privacy/keys.jobs.js';
import { backupDatabase } from '../../src/platform/database/backup/backup.js';
import { restoreDatabase } from '../../src/platform/database/backup/restore.js';
import { change, row, rows } from '../../src/platform/database/rows.js';
import { addJob } from '../../src/platform/jobs/outbox.js';
import { Cipher } from '../../src/platform/storage/cipher.js';
import { FileKeyStore } from '../../src/platform/storage/file-key-store.js';
import { FileStore } from '../../src/platform/storage/file-store.js';
import { KeyGone } from '../../src/platform/storage/key-store.js';
import { SigningKey } from '../../src/platform/storage/signing-key.js';
import { asSuperuser, testRuntime } from '../harness/runtime.js';
import { startTestApp, type TestApp } from '../harness/app.js';

const test = systemActor('operator command');
const NOTE = 'Aftalt: ringer tirsdag – æøå';

describe('keys', () => {
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

  /** An employer with so many sealed notes, and a sealed file. */
  const withNotes = async (count: number) => {
    const { tenantId } = await app.make.employer();
    const unitId = await app.make.unit(tenantId);
    const { id } = await app.nest.get(FileStore).write(tenantId, Readable.from([Buffer.from(NOTE)]));
    const seal = await app.nest.get(Cipher).sealer(tenantId);
    const notes = Array.from({ length: count }, () => seal(Buffer.from(NOTE)));
    await app.doors.within(test, tenantId, async (tx) => {
      const one = await row<{ id: string }>(
        tx,
        `insert into cases (tenant_id, subject, unit_id, opened_on, opened_by_hat, owner_hat)
         values ($1, 'unit', $2, '2026-01-07', $3, $3) returning id`,
        [tenantId, unitId, randomUUID()],
      );
      await change(
        tx,
        `insert into contacts (tenant_id, case_id, kind, held_on, reached, agreement_cipher, recorded_by_hat)
         select $1, $2, 'advice', '2026-01-08', true, note, $3 from unnest($4::bytea[]) note`,
        [tenantId, one?.id, randomUUID(), notes],
      );
    });
    return { tenantId, fileId: id };
  };

  const notesOf = (tenantId: string) =>
    app.doors.within(test, tenantId, (tx) =>
      rows<{ sealed: Buffer }>(tx, 'select agreement_cipher as sealed from contacts where tenant_id = $1', [
        tenantId,
      ]),
    );
  const keyIds = async (tenantId: string) =>
    new Set((await notesOf(tenantId)).map(({ sealed }) => sealed.subarray(1, 5).toString('hex')));

  it('are replaced without a moment in which anything cannot be read', async () => {
    const { tenantId, fileId } = await withNotes(4_500);
    const other = await withNotes(3);
    const before = await keyIds(other.tenantId);
    const keys = app.nest.get(KeysService);
    const cipher = app.nest.get(Cipher);
    const keyId = await keys.rotate(tenantId);
    expect(await cipher.open(tenantId, (await notesOf(tenantId))[0]?.sealed ?? Buffer.of())).toEqual(
      Buffer.from(NOTE),
    );
    await app.doors.system('test', (tx) => addJob(tx, resealTenant, { tenantId }));
    // Both keys are replaced while somebody reads all the time.
    let replaced = false;
    const replacing = Promise.all([app.drainJobs(), keys.rotateMaster()]).finally(() => (replaced = true));
    let looks = 0;
    for (; !replaced; looks += 1) {
      const found = await notesOf(tenantId);
      const some = found.filter((_, index) => index % 500 === looks % 500);
      for (const { sealed } of some) expect((await cipher.open(tenantId, sealed)).toString()).toBe(NOTE);
      expect((await buffer(app.nest.get(FileStore).read(tenantId, fileId))).toString()).toBe(NOTE);
    }
    await replacing;
    expect(looks).toBeGreaterThan(0);

    expect([...(await keyIds(tenantId))]).toEqual([keyId]);
    const notes = await notesOf(tenantId);
    expect(notes).toHaveLength(4_500);
    for (const { sealed } of notes.slice(0, 50))
      expect((await cipher.open(tenantId, sealed)).toString()).toBe(NOTE);
    expect((await buffer(app.nest.get(FileStore).read(tenantId, fileId))).toString()).toBe(NOTE);
    expect((await readdir(join(app.runtime.environment.dataDir, 'files', tenantId))).length).toBe(1);
    expect(await keyIds(other.tenantId)).toEqual(before);
    // The replaced key stays for as long as a backup of the database may need it.
    const mine = (await keys.status()).tenants.find((one) => one.tenantId === tenantId)?.keys;
    expect(mine).toMatchObject([
      { seals: false, values: 0 },
      { id: keyId, seals: true, values: 4_500 },
    ]);
    expect(await keys.retireReplaced(tenantId)).toEqual([]);
    app.clock.set('2126-03-11');
    expect(await keys.retireReplaced(tenantId)).toEqual([mine?.[0]?.id]);
    app.clock.set('2026-03-11');
  });

  it('once destroyed open no old dump, and the statement says from when that holds everywhere', async () => {
    const { tenantId } = await withNotes(5);
    const { keyDir, dataDir } = app.runtime.environment;
    const place = { ownerUrl: app.runtime.ownerUrl, applicationUrl: app.runtime.databaseUrl, dataDir };
    const archive = join(folder, 'dump');
    await backupDatabase(place, archive);
    await cp(keyDir, join(folder, 'keys-backup'), { recursive: true });

    const signed = await app.nest.get(KeysService).destroy(tenantId);
    expect(signed.statement).toEqual({
      what: 'keys-destroyed',
      tenantId,
      keyIds: [expect.stringMatching(/^[0-9a-f]{8}$/)],
      destroyedAt: '2026-03-11T11:00:00.000Z',
      unreadableFrom: '2026-04-11',
      keyBackupDays: 30,
    });
    const signing = app.nest.get(SigningKey);
    expect(await signing.verify(signed)).toBe(true);
    expect(
      await signing.verify({ ...signed, statement: { ...signed.statement, tenantId: randomUUID() } }),
    ).toBe(false);

    const restored = await testRuntime();
    await restoreDatabase(
      {
        ownerUrl: restored.ownerUrl,
        applicationUrl: restored.databaseUrl,
        dataDir: restored.environment.dataDir,
      },
      archive,
    );
    const { rows: notes } = await asSuperuser(
      (client) =>
        client.query<{ sealed: Buffer }>(
          'select agreement_cipher as sealed from contacts where tenant_id = $1',
          [tenantId],
        ),
      restored.database,
    );
    expect(notes).toHaveLength(5);
    const openWith = (folderOfKeys: string) =>
      new Cipher(new FileKeyStore(folderOfKeys)).open(tenantId, notes[0]?.sealed ?? Buffer.of());
    await expect(openWith(keyDir)).rejects.toThrow(KeyGone);
    const [fileId] = await readdir(join(restored.environment.dataDir, 'files', tenantId));
    const files = new FileStore(join(restored.environment.dataDir, 'files'), new FileKeyStore(keyDir));
    await expect(buffer(files.read(tenantId, fileId ?? ''))).rejects.toThrow(KeyGone);
    // A backup of the key store opens it still: hence the day that the statement names.
    expect((await openWith(join(folder, 'keys-backup'))).toString()).toBe(NOTE);
    await restored.remove();
  });
});
