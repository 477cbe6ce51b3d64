import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { ZipFile } from 'yazl';
import { Clock } from '../../platform/clock.js';
import { rows } from '../../platform/database/rows.js';
import { eraseTenantRows } from '../../platform/database/tenant-rows.js';
import { writeCsv } from '../../platform/documents/csv.js';
import { RUNTIME, type Runtime } from '../../platform/runtime.js';
import { Cipher } from '../../platform/storage/cipher.js';
import { FileStore } from '../../platform/storage/file-store.js';
import { SigningKey, type Signed } from '../../platform/storage/signing-key.js';
import type { LocalDate } from '../../shared/local-date.js';
import { isUuid } from '../../shared/ids.js';
import { systemActor } from '../domain/actor.js';
import { Doors } from '../doors.js';
import { forgetUsers } from '../sign-in/accounts.queries.js';
import { findDecision } from './contract-ends.repository.js';
import { countHolds } from './legal-holds.repository.js';
import { KeysService, type KeyDestruction } from './keys.service.js';
import { exportRows, exportTables } from './tenant-export.queries.js';

const ending = systemActor('end of a contract');

/** That everything of a tenant was erased, and from when no copy of it opens. */
export interface ContractEnd extends Omit<KeyDestruction, 'what'> {
  readonly what: 'contract-ended';
  /** Rows erased, by table; of the last run where one broke off before. */
  readonly erased: Readonly<Record<string, number>>;
  readonly users: number;
  /** Legal holds that stood; to keep what they were about is the employer's from here on. */
  readonly holds: number;
  /** What two people of the employer decided; null where the operator ended it without. */
  readonly decision: { readonly endsOn: LocalDate; readonly confirmedAt: string | null } | null;
}

export interface ExportSummary {
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
}

/** Users of a tenant who wear no hat anywhere else. */
const ONLY_HERE = `
  select user_id as id from hats group by user_id having bool_and(tenant_id is not distinct from $1::uuid)`;

/** What a contract ends with: everything handed over, then everything erased, and a statement of it. */
@Injectable()
export class ContractEndService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly cipher: Cipher,
    private readonly files: FileStore,
    private readonly keys: KeysService,
    private readonly signing: SigningKey,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /** Everything of a tenant as CSV and its files, opened, in a ZIP that its owner alone can read. Constant memory. */
  async export(tenantId: string, outFile: string): Promise<ExportSummary> {
    const zip = new ZipFile();
    const written = pipeline(zip.outputStream, createWriteStream(outFile, { mode: 0o600, flags: 'wx' }));
    const summary = await this.fill(zip, tenantId, new AbortController().signal);
    await written;
    return summary;
  }

  /** The same as a stream, which reads on only while somebody takes from it. */
  exportStream(tenantId: string): Readable {
    const zip = new ZipFile();
    const out = new PassThrough();
    const left = new AbortController();
    out.once('close', () => left.abort());
    zip.outputStream.pipe(out);
    this.fill(zip, tenantId, left.signal).catch((error: unknown) => {
      out.destroy(error instanceof Error ? error : new Error('the export broke off'));
    });
    return out;
  }

  private async fill(zip: ZipFile, tenantId: string, signal: AbortSignal): Promise<ExportSummary> {
    const counted = { tables: 0, rows: 0, files: 0 };
    await this.doors.within(ending, tenantId, async (tx) => {
      for (const table of await exportTables(tx)) {
        const source = exportRows(tx, this.cipher, tenantId, table);
        const lines = async function* () {
          for await (const cells of source) {
            counted.rows += 1;
            yield cells;
          }
        };
        const head = table.columns.map(({ name }) => name);
        await addTo(zip, `${table.name}.csv`, writeCsv(head, lines()), signal);
        counted.tables += 1;
      }
    });
    const users = writeCsv(['id', 'name', 'email'], await this.usersOf(tenantId));
    await addTo(zip, 'users.csv', users, signal);
    for (const id of await this.files.listOlderThan(tenantId, new Date(8.64e15))) {
      if (!isUuid(id)) continue;
      await addTo(zip, `files/${id}`, this.files.read(tenantId, id), signal);
      counted.files += 1;
    }
    zip.end();
    return counted;
  }

  /**
   * Destroys a tenant's keys, then erases its files, rows and users; safe to repeat after it broke off.
   * @throws Error while legal holds stand, unless what they keep has been handed over to the employer
   */
  async erase(tenantId: string, { heldHandedOver = false } = {}): Promise<Signed<ContractEnd>> {
    const { decision, holds } = await this.doors.within(ending, tenantId, async (tx) => ({
      decision: await findDecision(tx, tenantId),
      holds: await countHolds(tx, tenantId, this.clock.today()),
    }));
    if (holds > 0 && !heldHandedOver)
      throw new Error(`${holds} legal holds stand: hand over what they keep, or have them lifted.`);
    const { statement } = await this.keys.destroy(tenantId);
    await this.files.removeAll(tenantId);
    const users = await this.forgetUsers(tenantId);
    const erased = await eraseTenantRows(this.runtime.ownerUrl, tenantId);
    return this.signing.sign({
      ...statement,
      what: 'contract-ended',
      erased: Object.fromEntries(erased),
      users,
      holds,
      decision: decision && {
        endsOn: decision.endsOn,
        confirmedAt: decision.confirmedAt?.toISOString() ?? null,
      },
    });
  }

  private usersOf(tenantId: string): Promise<string[][]> {
    return this.doors.system(ending.purpose, async (tx) => {
      const users = await rows<{ id: string; name: string; email: string }>(
        tx,
        `select id::text, name, email from auth."user"
         where id::text in (select user_id from hats where tenant_id = $1) order by email`,
        [tenantId],
      );
      return users.map(({ id, name, email }) => [id, name, email]);
    });
  }

  private forgetUsers(tenantId: string): Promise<number> {
    return this.doors.system(ending.purpose, async (tx) => {
      const users = await rows<{ id: string }>(tx, ONLY_HERE, [tenantId]);
      const ids = users.map(({ id }) => id);
      await forgetUsers(tx, ids);
      return ids.length;
    });
  }
}

/** Adds one entry and waits until it has been read to its end, so that one source is open at a time. */
const addTo = async (
  zip: ZipFile,
  name: string,
  source: NodeJS.ReadableStream,
  signal: AbortSignal,
): Promise<void> => {
  const ended = once(source, 'end', { signal });
  zip.addReadStream(source, name);
  await ended;
};
