import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import { audit, Clock, Doors, type SystemActor } from '../../access/index.js';
import { change, row } from '../../platform/database/rows.js';
import { Problem } from '../../platform/http/problem.js';
import { Cipher } from '../../platform/storage/cipher.js';
import { openTable } from '../../platform/tables/open-table.js';
import { fileSource } from '../../platform/tables/source.js';
import { TableRefusal } from '../../platform/tables/table.js';
import type { LocalDate } from '../../shared/local-date.js';
import { failureMessage } from './domain/failures.js';
import type { ImportKind } from './domain/fields.js';
import { mappingForFile, PAYROLL_SOURCE, windowOf } from './domain/profile.js';
import { remarkMessage } from './domain/remarks.js';
import { ImportRunService } from './import-run.service.js';
import { findProfileByName, type Profile } from './import-profiles.repository.js';
import {
  addImport,
  failImport,
  outlineOf,
  type ImportCounts,
  type StoredImport,
} from './imports.repository.js';
import { listRemarks } from './rejections.repository.js';

export interface FileToImport {
  readonly tenantId: string;
  readonly kind: ImportKind;
  readonly path: string;
  /** Whose rows these are; spells are identified within their source. */
  readonly source?: string;
  /** The name of a saved profile. */
  readonly profile?: string;
  /** Today unless told. */
  readonly dataAsOf?: LocalDate;
  /** Ends before anything is recorded, and leaves no trace. */
  readonly dryRun?: boolean;
}

export interface FileOutcome extends ImportCounts {
  readonly importId: string | null;
  /** At most the first 10,000. */
  readonly rejections: readonly { readonly line: number; readonly code: string; readonly message: string }[];
  readonly remarks: readonly { readonly line: number; readonly code: string; readonly message: string }[];
}

const MOST_LISTED = 10_000;

/** Imports a file of the operator's here and now, without a queue and without keeping the file. */
@Injectable()
export class ImportService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly cipher: Cipher,
    private readonly runs: ImportRunService,
  ) {}

  /** @throws Problem naming why the file cannot be taken. */
  async importFile(actor: SystemActor, file: FileToImport): Promise<FileOutcome> {
    const source = await fileSource(file.path);
    const begun = await this.begin(actor, file, source.size);
    const run = { tenantId: file.tenantId, id: begun.id, source };
    const counts = await this.run(actor, begun, () =>
      file.dryRun ? this.runs.analyse(run) : this.runs.apply(run),
    );
    if (!counts) throw await this.problemOf(actor, begun);
    const outcome = { ...counts, ...(await this.remarksOf(actor, begun)) };
    if (!file.dryRun) return { importId: begun.id, ...outcome };
    await this.forget(actor, begun);
    return { importId: null, ...outcome };
  }

  /** Nobody tries again what a command could not do. */
  private async run<T>(actor: SystemActor, begun: StoredImport, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      await this.doors.within(actor, begun.tenantId, (tx) => failImport(tx, begun, 'internal'));
      throw error;
    }
  }

  private async begin(actor: SystemActor, file: FileToImport, fileBytes: number): Promise<StoredImport> {
    const table = await openTable(file.path).catch((error: unknown) => {
      throw error instanceof TableRefusal ? unusable(error.code) : error;
    });
    const outline = outlineOf(table);
    const dataAsOf = file.dataAsOf ?? this.clock.today();
    const { tenantId, kind } = file;
    return this.doors.within(actor, tenantId, async (tx) => {
      const profile = file.profile === undefined ? null : await findProfileByName(tx, tenantId, file.profile);
      if (file.profile !== undefined && profile?.kind !== kind) throw unknownProfile(file.profile);
      const begun = await addImport(tx, {
        tenantId,
        kind,
        source: file.source ?? profile?.source ?? PAYROLL_SOURCE,
        fileName: basename(file.path),
        fileId: null,
        fileBytes,
        profileId: profile?.id ?? null,
        mapping: mappingForFile(kind, outline.columns, profile),
        outline,
        dataAsOf,
        window: profileWindow(profile, dataAsOf),
        state: file.dryRun ? 'analysing' : 'confirmed',
        createdBy: null,
      });
      await audit(tx, actor, {
        tenantId,
        action: file.dryRun ? 'import.analyse' : 'import.confirm',
        subjectType: 'import',
        subjectIds: [begun.id],
        purpose: actor.purpose,
        detail: { kind },
      });
      return begun;
    });
  }

  private remarksOf(
    actor: SystemActor,
    begun: StoredImport,
  ): Promise<Pick<FileOutcome, 'rejections' | 'remarks'>> {
    return this.doors.within(actor, begun.tenantId, async (tx) => {
      const list = async (severity: 'rejected' | 'warning') => {
        const { items } = await listRemarks(tx, this.cipher, begun, {
          limit: MOST_LISTED,
          offset: 0,
          severity,
        });
        return items.map(({ line, code }) => ({ line, code, message: remarkMessage(code, 'en') }));
      };
      return { rejections: await list('rejected'), remarks: await list('warning') };
    });
  }

  private async problemOf(actor: SystemActor, { tenantId, id }: StoredImport): Promise<Problem> {
    const failed = await this.doors.within(actor, tenantId, (tx) =>
      row<{ failure: string | null }>(tx, 'select failure from imports where tenant_id = $1 and id = $2', [
        tenantId,
        id,
      ]),
    );
    return unusable(failed?.failure ?? 'cancelled');
  }

  private async forget(actor: SystemActor, { tenantId, id }: StoredImport): Promise<void> {
    await this.doors.within(actor, tenantId, (tx) =>
      change(tx, 'delete from imports where tenant_id = $1 and id = $2', [tenantId, id]),
    );
  }
}

const profileWindow = (profile: Profile | null, dataAsOf: LocalDate) =>
  profile ? windowOf(profile.snapshotMonths, dataAsOf) : null;

const unusable = (code: string): Problem => new Problem(400, code, failureMessage(code, 'en'));
const unknownProfile = (name: string): Problem =>
  new Problem(404, 'unknown-profile', `There is no profile "${name}" for such files.`);
