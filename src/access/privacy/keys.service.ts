import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { RUNTIME, type Runtime } from '../../platform/runtime.js';
import { Cipher } from '../../platform/storage/cipher.js';
import { FileStore } from '../../platform/storage/file-store.js';
import { KeyStore, type KeyState, type MasterKeyState } from '../../platform/storage/key-store.js';
import { SigningKey, type Signed } from '../../platform/storage/signing-key.js';
import { addDays, dayOf, type LocalDate } from '../../shared/local-date.js';
import { systemActor } from '../domain/actor.js';
import { Doors } from '../doors.js';
import { countByKey, resealColumn, sealedColumns } from './sealed-columns.queries.js';

const DAY_MS = 86_400_000;
/** Values and files sealed anew in one go. */
const BATCH = 2_000;
const FILES = 20;

const keeping = systemActor('keep what is sealed under the newest key');

/** That a tenant's keys were destroyed, and from when nobody can bring them back. */
export interface KeyDestruction {
  readonly what: 'keys-destroyed';
  readonly tenantId: string;
  readonly keyIds: readonly string[];
  readonly destroyedAt: string;
  /** From this day no copy of the key store holds the keys any more. */
  readonly unreadableFrom: LocalDate;
  /** For how many days a backup of the key store is kept, by the installation's own setting. */
  readonly keyBackupDays: number;
}

export interface TenantKeys {
  readonly tenantId: string;
  readonly keys: readonly (KeyState & { readonly values: number })[];
}

/** The life of keys: their successors, what they sealed, and their end. */
@Injectable()
export class KeysService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly keys: KeyStore,
    private readonly cipher: Cipher,
    private readonly files: FileStore,
    private readonly signing: SigningKey,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  async status(): Promise<{ masters: MasterKeyState[]; tenants: TenantKeys[] }> {
    const tenants: TenantKeys[] = [];
    for (const tenantId of await this.keys.tenants()) tenants.push(await this.statusOf(tenantId));
    return { masters: await this.keys.masters(), tenants };
  }

  async rotateMaster(): Promise<MasterKeyState> {
    return this.keys.rotateMaster();
  }

  /** Gives a tenant a new key. What its older ones sealed is sealed anew by and by; see `resealSome`. */
  async rotate(tenantId: string): Promise<string> {
    return (await this.keys.rotate(tenantId)).id;
  }

  /** Seals some of what older keys sealed with the newest. Returns how many values and files; 0 when none is left. */
  async resealSome(tenantId: string): Promise<number> {
    const { id: keyId } = await this.keys.keyOf(tenantId);
    const seal = await this.cipher.sealer(tenantId);
    const reseal = async (sealed: Buffer): Promise<Buffer> => seal(await this.cipher.open(tenantId, sealed));
    const values = await this.doors.within(keeping, tenantId, async (tx) => {
      let done = 0;
      for (const column of await sealedColumns(tx)) {
        if (done >= BATCH) break;
        done += await resealColumn(tx, column, { tenantId, keyId, limit: BATCH - done }, reseal);
      }
      return done;
    });
    const files = await this.files.listOtherwiseSealed(tenantId, keyId, FILES);
    for (const id of files) await this.files.reseal(tenantId, id);
    return values + files.length;
  }

  /**
   * Forgets a tenant's replaced keys that sealed nothing any more, once no backup of the database is left that they
   * could still be needed for. Returns their ids.
   */
  async retireReplaced(tenantId: string): Promise<string[]> {
    const { keys } = await this.statusOf(tenantId);
    const newest = keys.at(-1)?.id ?? '';
    if ((await this.files.listOtherwiseSealed(tenantId, newest, 1)).length > 0) return [];
    const now = this.clock.now().getTime();
    const kept = this.runtime.environment.databaseBackupDays * DAY_MS;
    const over = keys.filter(({ seals, values }, index) => {
      const replacedAt = keys[index + 1]?.madeAt.getTime() ?? now;
      return !seals && values === 0 && now - replacedAt > Math.max(kept, DAY_MS);
    });
    for (const { id } of over) await this.keys.retire(tenantId, id);
    return over.map(({ id }) => id);
  }

  /** Tenants with more than one key. */
  async listRotated(): Promise<string[]> {
    const rotated: string[] = [];
    for (const tenantId of await this.keys.tenants()) {
      if ((await this.keys.stateOf(tenantId)).length > 1) rotated.push(tenantId);
    }
    return rotated;
  }

  async forgetUnusedMasters(): Promise<number[]> {
    return this.keys.forgetUnusedMasters();
  }

  /** Destroys a tenant's keys for good, and with them everything they sealed. Safe to repeat: says the same again. */
  async destroy(tenantId: string): Promise<Signed<KeyDestruction>> {
    const { keyIds, destroyedAt } = await this.keys.destroy(tenantId, this.clock.now());
    const { keyBackupDays } = this.runtime.environment;
    return this.signing.sign({
      what: 'keys-destroyed',
      tenantId,
      keyIds,
      destroyedAt: destroyedAt.toISOString(),
      unreadableFrom: addDays(dayOf(destroyedAt), keyBackupDays + 1),
      keyBackupDays,
    });
  }

  private async statusOf(tenantId: string): Promise<TenantKeys> {
    const counted = await this.doors.within(keeping, tenantId, (tx) => countByKey(tx, tenantId));
    const states = await this.keys.stateOf(tenantId);
    return { tenantId, keys: states.map((state) => ({ ...state, values: counted.get(state.id) ?? 0 })) };
  }
}
