import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Cipher } from './cipher.js';
import { FileKeyStore } from './file-key-store.js';
import { KeyGone } from './key-store.js';

let folder: string;
let keys: FileKeyStore;
/** Another process on the same folder, which remembers nothing. */
const other = (): FileKeyStore => new FileKeyStore(folder);
const hoursAgo = (hours: number): Date => new Date(Date.now() - hours * 3_600_000);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keys-'));
  keys = other();
});
afterEach(() => rm(folder, { recursive: true }));

describe('rotation', () => {
  const acts = fc.constantFrom('rotate', 'rotate-master', 'forget-masters', 'other-process');

  it('opens everything sealed before, after any order of rotations, in any process', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ act: acts, text: fc.string() }), { maxLength: 8 }),
        async (steps) => {
          const tenant = randomUUID();
          const sealed: { bytes: Buffer; text: string }[] = [];
          let store = other();
          const name = await new Cipher(store).pseudonymiser(tenant);
          for (const { act, text } of steps) {
            sealed.push({ bytes: await new Cipher(store).seal(tenant, Buffer.from(text)), text });
            if (act === 'rotate') await store.rotate(tenant);
            if (act === 'rotate-master') await store.rotateMaster();
            if (act === 'forget-masters') await store.forgetUnusedMasters();
            if (act === 'other-process') store = other();
          }
          const fresh = new Cipher(other());
          for (const { bytes, text } of sealed) {
            expect((await fresh.open(tenant, bytes)).toString()).toBe(text);
          }
          expect((await fresh.pseudonymiser(tenant))('0101801234')).toBe(name('0101801234'));
        },
      ),
      { numRuns: 25 },
    );
  });

  it('seals with the new key and opens with the old one until that is retired', async () => {
    const tenant = randomUUID();
    const cipher = new Cipher(keys);
    const old = await cipher.seal(tenant, Buffer.from('x'));
    const [first] = await keys.stateOf(tenant);
    const made = await keys.rotate(tenant);
    expect((await keys.stateOf(tenant)).map(({ id, seals }) => ({ id, seals }))).toEqual([
      { id: first?.id, seals: false },
      { id: made.id, seals: true },
    ]);
    expect((await cipher.seal(tenant, Buffer.from('x'))).subarray(1, 5).toString('hex')).toBe(made.id);
    expect((await cipher.open(tenant, old)).toString()).toBe('x');
    await expect(keys.retire(tenant, made.id)).rejects.toThrow(RangeError);
    await keys.retire(tenant, first?.id ?? '');
    await expect(cipher.open(tenant, old)).rejects.toThrow(KeyGone);
  });

  it('keeps every key when many rotate at once', async () => {
    const tenant = randomUUID();
    await keys.keyOf(tenant);
    await Promise.all(Array.from({ length: 8 }, () => other().rotate(tenant)));
    expect(await keys.stateOf(tenant)).toHaveLength(9);
    expect((await readdir(folder)).filter((name) => name.endsWith('.lock'))).toEqual([]);
  });

  it('wraps every tenant’s keys anew, and forgets a master key an hour after its successor was made', async () => {
    const tenants = [randomUUID(), randomUUID()];
    for (const tenant of tenants) await keys.keyOf(tenant);
    const before = await readFile(join(folder, 'master-0001.key'), 'utf8');
    expect(await keys.rotateMaster()).toMatchObject({ number: 2, wraps: true });
    for (const tenant of tenants) expect(await keys.stateOf(tenant)).toMatchObject([{ master: 2 }]);
    expect(await keys.forgetUnusedMasters()).toEqual([]);
    await utimes(join(folder, 'master-0002.key'), hoursAgo(2), hoursAgo(2));
    expect(await keys.forgetUnusedMasters()).toEqual([1]);
    expect(await readFile(join(folder, 'master-0002.key'), 'utf8')).not.toBe(before);
    for (const tenant of tenants) await other().keyOf(tenant);
  });

  it('goes on with a rotation of the master key that broke off', async () => {
    const tenant = randomUUID();
    await keys.keyOf(tenant);
    const file = await readFile(join(folder, `${tenant}.json`));
    await keys.rotateMaster();
    await rm(join(folder, `${tenant}.json`));
    const late = randomUUID();
    await keys.keyOf(late);
    // As if the first file had not been reached.
    await writeFile(join(folder, `${tenant}.json`), file);
    expect(await other().rotateMaster()).toMatchObject({ number: 2 });
    expect(await keys.stateOf(tenant)).toMatchObject([{ master: 2 }]);
  });
});

describe('destroying', () => {
  it('names the keys once and for all, and lets nobody make new ones', async () => {
    const tenant = randomUUID();
    await keys.keyOf(tenant);
    await keys.rotate(tenant);
    const ids = (await keys.stateOf(tenant)).map(({ id }) => id);
    const at = new Date('2026-03-11T11:00:00Z');
    expect(await keys.destroy(tenant, at)).toEqual({ tenantId: tenant, keyIds: ids, destroyedAt: at });
    expect(await other().destroy(tenant, new Date())).toEqual({
      tenantId: tenant,
      keyIds: ids,
      destroyedAt: at,
    });
    await expect(keys.keyOf(tenant)).rejects.toThrow(KeyGone);
    await expect(other().rotate(tenant)).rejects.toThrow(KeyGone);
    expect(await keys.tenants()).toEqual([]);
  });
});
