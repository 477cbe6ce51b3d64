import type { Multipart } from '@fastify/multipart';
import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import {
  abilities,
  audit,
  Clock,
  Doors,
  HatsService,
  type HatActor,
  type SystemActor,
} from '../../../access/index.js';
import type { Tx } from '../../../platform/database/rows.js';
import { addJob } from '../../../platform/jobs/outbox.js';
import { offsetOf, type PageQuery } from '../../../platform/http/page.js';
import { conflict, invalidField, notFound, Problem } from '../../../platform/http/problem.js';
import { Cipher } from '../../../platform/storage/cipher.js';
import { FileStore } from '../../../platform/storage/file-store.js';
import { receiveFile } from '../../../platform/storage/receive-file.js';
import { fileSource } from '../../../platform/tables/source.js';
import { authorityOf } from '../authority-of.js';
import { tracksPolicy } from '../tracks.policy.js';
import type { WeekCounts } from './merge-weeks.queries.js';
import { RecordWeeksService } from './record-weeks.service.js';
import { recordWeeks, undoWeeks } from './track-imports.jobs.js';
import {
  addTrackImport,
  beginUndo,
  findTrackImport,
  listTrackImports,
  type ImportKey,
  type TrackImport,
} from './track-imports.repository.js';
import type { TrackImportPage, TrackImportView, TrackRejectionPage } from './track-imports.view.js';
import { listRejections } from './track-rejections.repository.js';

const PURPOSE = 'bring in citizens’ weeks';

/** Files of citizens’ weeks: taken in, recorded by a job, undone. */
@Injectable()
export class TrackImportsService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly hats: HatsService,
    private readonly cipher: Cipher,
    private readonly store: FileStore,
    private readonly weeks: RecordWeeksService,
  ) {}

  async list(actor: HatActor, query: PageQuery): Promise<TrackImportPage> {
    const tenantId = authorityOf(actor);
    const { page, pageSize } = query;
    const found = await this.doors.within(actor, tenantId, (tx) =>
      listTrackImports(tx, tenantId, { limit: pageSize, offset: offsetOf(query) }),
    );
    const items = await this.viewsOf(actor, found.items);
    return { items, page, pageSize, total: found.total, abilities: abilities(tracksPolicy, actor) };
  }

  async get(actor: HatActor, id: string): Promise<TrackImportView> {
    const key = { tenantId: authorityOf(actor), id };
    const found = await this.doors.within(actor, key.tenantId, (tx) => this.existing(tx, key));
    const [view] = await this.viewsOf(actor, [found]);
    if (!view) throw notFound();
    return view;
  }

  /** Takes in a file; a job records it. @throws Problem 400, 413 */
  async upload(actor: HatActor, parts: AsyncIterable<Multipart>): Promise<TrackImportView> {
    const tenantId = authorityOf(actor);
    const { file } = await receiveFile(this.store, tenantId, parts);
    if (!file) throw invalidField('file', 'required', 'There is no file.');
    const made = await this.doors
      .within(actor, tenantId, async (tx) => {
        const stored = await addTrackImport(tx, {
          tenantId,
          fileName: file.name.slice(0, 200),
          fileId: file.id,
          fileBytes: file.bytes,
          createdByHat: actor.hatId,
          createdAt: this.clock.now(),
        });
        await addJob(tx, recordWeeks, { tenantId, importId: stored.id });
        await this.note(tx, actor, stored, 'track-import.upload');
        return stored;
      })
      .catch(async (error: unknown) => {
        await this.store.remove(tenantId, file.id);
        throw error;
      });
    return this.get(actor, made.id);
  }

  /** Asks for an import to be put back. @throws Problem 404, 409 */
  async reverse(actor: HatActor, id: string): Promise<TrackImportView> {
    const key = { tenantId: authorityOf(actor), id };
    await this.doors.within(actor, key.tenantId, async (tx) => {
      await this.existing(tx, key);
      if (!(await beginUndo(tx, key)))
        throw conflict('not-recorded', 'Only a recorded import can be undone.');
      await addJob(tx, undoWeeks, { tenantId: key.tenantId, importId: id });
      await this.note(tx, actor, key, 'track-import.reverse');
    });
    return this.get(actor, id);
  }

  /** Rows that were refused, as they stood in the file. */
  async rejections(actor: HatActor, id: string, query: PageQuery): Promise<TrackRejectionPage> {
    const key = { tenantId: authorityOf(actor), id };
    const { page, pageSize } = query;
    return this.doors.within(actor, key.tenantId, async (tx) => {
      await this.existing(tx, key);
      const found = await listRejections(tx, this.cipher, key, { limit: pageSize, offset: offsetOf(query) });
      await this.note(tx, actor, key, 'track-import.read-rows');
      return { items: found.items, page, pageSize, total: found.total };
    });
  }

  /** A file of the operator's, here and now, without a queue and without keeping it. @throws Problem 400 */
  async importFile(actor: SystemActor, tenantId: string, path: string): Promise<WeekCounts> {
    const source = await fileSource(path);
    const key = await this.doors.within(actor, tenantId, async (tx) => {
      const stored = await addTrackImport(tx, {
        tenantId,
        fileName: basename(path),
        fileId: null,
        fileBytes: source.size,
        createdByHat: null,
        createdAt: this.clock.now(),
      });
      await this.note(tx, actor, stored, 'track-import.upload');
      return { tenantId, id: stored.id };
    });
    const counts = await this.weeks.record({ ...key, source });
    if (counts) return counts;
    const failed = await this.doors.within(actor, tenantId, (tx) => findTrackImport(tx, key));
    throw new Problem(400, failed?.failure ?? 'internal', 'The file cannot be taken.');
  }

  private async existing(tx: Tx, key: ImportKey): Promise<TrackImport> {
    const found = await findTrackImport(tx, key);
    if (!found) throw notFound();
    return found;
  }

  private note(
    tx: Tx,
    actor: HatActor | SystemActor,
    { tenantId, id }: ImportKey,
    action: string,
  ): Promise<void> {
    return audit(tx, actor, { tenantId, action, subjectType: 'import', subjectIds: [id], purpose: PURPOSE });
  }

  private async viewsOf(actor: HatActor, found: readonly TrackImport[]): Promise<TrackImportView[]> {
    const names = await this.hats.names(found.flatMap(({ createdByHat }) => createdByHat ?? []));
    return found.map(({ tenantId: _tenant, fileId: _file, createdByHat, ...each }) => ({
      ...each,
      createdByName: createdByHat ? (names.get(createdByHat) ?? null) : null,
      abilities: abilities(tracksPolicy, actor),
    }));
  }
}
