import type { KeyObject } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isUuid } from '../../shared/ids.js';
import { readIfThere, replaceFile, withLock, writeOnce } from './key-files.js';
import {
  KeyGone,
  KeyStore,
  type DestroyedKeys,
  type KeyPair,
  type KeyState,
  type MasterKeyState,
  type TenantKey,
} from './key-store.js';
import { MasterKeys } from './master-keys.js';
import { fileOf, keptPair, mastersOf, newKey, openPair, type KeyFile } from './tenant-key-file.js';
import { unwrap, wrap, wrapNew, type MasterKey, type Wrapped } from './wrapping.js';

/** A key changed by another process is not used for longer than this. */
const REMEMBERED_MS = 60_000;
/** A master key is kept this long after its successor was made: somebody may be about to wrap with it. */
const SUCCEEDED_MS = 3_600_000;
const TENANT_FILE = /^([0-9a-f-]{36})\.json$/;

interface OpenKeys {
  readonly keys: ReadonlyMap<string, TenantKey>;
  readonly sealing: TenantKey;
  readonly pseudonyms: KeyObject;
  readonly until: number;
}

/** Keys as files of one folder: numbered master keys, and each tenant's keys wrapped with one of them. */
export class FileKeyStore extends KeyStore {
  private readonly remembered = new Map<string, OpenKeys>();
  private readonly masterKeys: MasterKeys;

  constructor(private readonly folder: string) {
    super();
    this.masterKeys = new MasterKeys(folder);
  }

  override async keyOf(tenantId: string): Promise<TenantKey> {
    return (await this.openOrMake(tenantId)).sealing;
  }

  override async pseudonymKey(tenantId: string): Promise<KeyObject> {
    return (await this.openOrMake(tenantId)).pseudonyms;
  }

  override async openingKey(tenantId: string, keyId: string): Promise<TenantKey> {
    const known = this.recall(tenantId)?.keys.get(keyId);
    if (known) return known;
    const content = await readIfThere(this.pathOf(tenantId));
    const key = content === null ? null : (await this.open(tenantId, content)).keys.get(keyId);
    if (!key) throw new KeyGone(`the key ${keyId} of a tenant is gone`);
    return key;
  }

  override async tenants(): Promise<string[]> {
    await this.masterKeys.numbers();
    return (await readdir(this.folder)).flatMap((name) => TENANT_FILE.exec(name)?.slice(1) ?? []).sort();
  }

  override async stateOf(tenantId: string): Promise<KeyState[]> {
    const content = await readIfThere(this.pathOf(tenantId));
    if (content === null) return [];
    return fileOf(content).keys.map(({ id, master, madeAt }, index, all) => ({
      id,
      master,
      madeAt: new Date(madeAt),
      seals: index === all.length - 1,
    }));
  }

  override async masters(): Promise<MasterKeyState[]> {
    const numbers = await this.masterKeys.numbers();
    return Promise.all(
      numbers.map(async (number, index) => ({
        number,
        madeAt: await this.masterKeys.madeAt(number),
        wraps: index === numbers.length - 1,
      })),
    );
  }

  override async rotate(tenantId: string): Promise<TenantKey> {
    await this.openOrMake(tenantId);
    await this.change(tenantId, async ({ keys, ...rest }) => ({
      ...rest,
      keys: [...keys, newKey(await this.masterKeys.newest(), tenantId)],
    }));
    return this.keyOf(tenantId);
  }

  override async retire(tenantId: string, keyId: string): Promise<void> {
    await this.change(tenantId, ({ keys, ...rest }) => {
      if (keys.at(-1)?.id === keyId) throw new RangeError('the key that seals is not retired');
      return { ...rest, keys: keys.filter(({ id }) => id !== keyId) };
    });
  }

  override async pairsOf(tenantId: string): Promise<KeyPair[]> {
    const content = await readIfThere(this.pathOf(tenantId));
    const kept = content === null ? [] : fileOf(content).pairs;
    return Promise.all(
      kept.map(async (pair) => openPair(await this.masterKeys.get(pair.master), tenantId, pair)),
    );
  }

  override async addPair(tenantId: string, pair: KeyPair, most: number): Promise<boolean> {
    await this.openOrMake(tenantId);
    const master = await this.masterKeys.newest();
    const { pairs } = await this.change(tenantId, (file) =>
      file.pairs.length < most ? { ...file, pairs: [...file.pairs, keptPair(master, tenantId, pair)] } : file,
    );
    return pairs.some(({ id }) => id === pair.id);
  }

  override async removePair(tenantId: string, pairId: string): Promise<boolean> {
    const isIt = ({ id }: { readonly id: string }): boolean => id === pairId;
    if (!(await this.pairsOf(tenantId)).some(isIt)) return false;
    const { pairs } = await this.change(tenantId, (file) => ({
      ...file,
      pairs: file.pairs.length > 1 ? file.pairs.filter((pair) => !isIt(pair)) : file.pairs,
    }));
    return !pairs.some(isIt);
  }

  override async rotateMaster(): Promise<MasterKeyState> {
    const numbers = await this.masterKeys.numbers();
    const last = numbers.at(-1) ?? 1;
    const tenants = await this.tenants();
    const isBehind = [...(await this.mastersInUse())].some((number) => number < last);
    // Broken off half way last time: go on, instead of beginning another.
    const master = await (isBehind ? this.masterKeys.get(last) : this.masterKeys.make(last + 1));
    for (const tenantId of tenants) await this.rewrap(tenantId, master);
    return { number: master.number, madeAt: await this.masterKeys.madeAt(master.number), wraps: true };
  }

  override async forgetUnusedMasters(): Promise<number[]> {
    const numbers = await this.masterKeys.numbers();
    const used = await this.mastersInUse();
    const forgotten: number[] = [];
    for (const [index, number] of numbers.slice(0, -1).entries()) {
      const successor = await this.masterKeys.madeAt(numbers[index + 1] ?? number);
      if (used.has(number) || Date.now() - successor.getTime() < SUCCEEDED_MS) continue;
      await this.masterKeys.forget(number);
      forgotten.push(number);
    }
    return forgotten;
  }

  override async destroy(tenantId: string, at: Date): Promise<DestroyedKeys> {
    const keyIds = (await this.stateOf(tenantId)).map(({ id }) => id);
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    // First that they are gone, then the keys: nobody can make new ones between the two.
    const record = JSON.stringify({ tenantId, keyIds, destroyedAt: at.toISOString() });
    const kept = await writeOnce(this.tombOf(tenantId), record);
    await rm(this.pathOf(tenantId), { force: true });
    this.remembered.delete(tenantId);
    const { keyIds: ids, destroyedAt } = JSON.parse(kept) as { keyIds: string[]; destroyedAt: string };
    return { tenantId, keyIds: ids, destroyedAt: new Date(destroyedAt) };
  }

  private recall(tenantId: string): OpenKeys | null {
    const known = this.remembered.get(tenantId);
    return known && known.until > Date.now() ? known : null;
  }

  private async openOrMake(tenantId: string): Promise<OpenKeys> {
    const known = this.recall(tenantId);
    if (known) return known;
    const path = this.pathOf(tenantId);
    const content = await readIfThere(path);
    return this.open(tenantId, content ?? (await this.make(tenantId, path)));
  }

  private async make(tenantId: string, path: string): Promise<string> {
    const master = await this.masterKeys.newest();
    const file: KeyFile = {
      pseudonyms: wrapNew(master, tenantId),
      keys: [newKey(master, tenantId)],
      pairs: [],
    };
    const content = await writeOnce(path, JSON.stringify(file));
    if ((await readIfThere(this.tombOf(tenantId))) === null) return content;
    await rm(path, { force: true });
    throw new KeyGone('the keys of this tenant were destroyed');
  }

  private async open(tenantId: string, content: string): Promise<OpenKeys> {
    const file = fileOf(content);
    const opened = async (kept: Wrapped): Promise<KeyObject> =>
      unwrap(await this.masterKeys.get(kept.master), tenantId, kept);
    const keys = new Map<string, TenantKey>();
    let sealing: TenantKey | null = null;
    for (const kept of file.keys) {
      sealing = { id: kept.id, secret: await opened(kept), madeAt: new Date(kept.madeAt) };
      keys.set(kept.id, sealing);
    }
    if (!sealing) throw new Error('a key file without a key');
    const open = {
      keys,
      sealing,
      pseudonyms: await opened(file.pseudonyms),
      until: Date.now() + REMEMBERED_MS,
    };
    this.remembered.set(tenantId, open);
    return open;
  }

  private async change(
    tenantId: string,
    work: (file: KeyFile) => Promise<KeyFile> | KeyFile,
  ): Promise<KeyFile> {
    const path = this.pathOf(tenantId);
    const changed = await withLock(path, async () => {
      const content = await readIfThere(path);
      if (content === null) throw new KeyGone('this tenant has no keys');
      const file = await work(fileOf(content));
      await replaceFile(path, JSON.stringify(file));
      return file;
    });
    this.remembered.delete(tenantId);
    return changed;
  }

  private async mastersInUse(): Promise<Set<number>> {
    const used = new Set<number>();
    for (const tenantId of await this.tenants()) {
      const content = await readIfThere(this.pathOf(tenantId));
      for (const number of content === null ? [] : mastersOf(fileOf(content))) used.add(number);
    }
    return used;
  }

  private async rewrap(tenantId: string, master: MasterKey): Promise<void> {
    const again = async <Kept extends Wrapped>(kept: Kept): Promise<Kept> => {
      const secret = unwrap(await this.masterKeys.get(kept.master), tenantId, kept).export();
      return { ...kept, ...wrap(master, tenantId, secret) };
    };
    await this.change(tenantId, async ({ pseudonyms, keys, pairs }) => ({
      pseudonyms: await again(pseudonyms),
      keys: await Promise.all(keys.map(again)),
      pairs: await Promise.all(pairs.map(again)),
    })).catch((error: unknown) => {
      // Destroyed meanwhile.
      if (!(error instanceof KeyGone)) throw error;
    });
  }

  private pathOf(tenantId: string): string {
    if (!isUuid(tenantId)) throw new RangeError('a tenant id is a UUID');
    return join(this.folder, `${tenantId}.json`);
  }

  private tombOf(tenantId: string): string {
    if (!isUuid(tenantId)) throw new RangeError('a tenant id is a UUID');
    return join(this.folder, `${tenantId}.destroyed`);
  }
}
