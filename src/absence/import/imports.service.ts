import { Injectable } from '@nestjs/common';
import { abilities, audit, Clock, Doors, may, type HatActor } from '../../access/index.js';
import { limitsOf } from '../../disclosure/index.js';
import { row, type Tx } from '../../platform/database/rows.js';
import { offsetOf } from '../../platform/http/page.js';
import { conflict, invalidField, notFound, Problem } from '../../platform/http/problem.js';
import { addJob } from '../../platform/jobs/outbox.js';
import { decodeMapping, mappingFaults, type ColumnMapping } from './domain/mapping.js';
import { allows, type ImportAction, type ImportState } from './domain/import-state.js';
import { findProfile, saveProfile } from './import-profiles.repository.js';
import { rowViewOf, viewOf, type Reader, type Samples } from './import-views.js';
import type { ImportsQuery, MappingDto } from './imports.dto.js';
import { analyseImport, applyImport, reverseImport } from './imports.jobs.js';
import { importsPolicy } from './imports.policy.js';
import { findImport, listImports, moveImport, type StoredImport } from './imports.repository.js';
import type { ImportPage, ImportPreviewView, ImportView } from './imports.view.js';
import { StoredFiles } from './stored-files.js';

const PURPOSE = 'bring in payroll data';
const NO_SAMPLES: Samples = new Map();

/** What people do with the files they have uploaded. The work itself is done by jobs. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly files: StoredFiles,
  ) {}

  async list(actor: HatActor, query: ImportsQuery): Promise<ImportPage> {
    const tenantId = employerOf(actor);
    return this.doors.within(actor, tenantId, async (tx) => {
      const page = { limit: query.pageSize, offset: offsetOf(query), state: query.state ?? null };
      const { items, total } = await listImports(tx, tenantId, page);
      const { page: number, pageSize } = query;
      const reader = { actor, limits: await limitsOf(tx, tenantId) };
      return {
        items: items.map((item) => rowViewOf(reader, item)),
        page: number,
        pageSize,
        total,
        abilities: abilities(importsPolicy, actor),
      };
    });
  }

  /** With some of what stands in the columns while they are being mapped, for those who may read people. */
  async get(actor: HatActor, id: string): Promise<ImportView> {
    const stored = await this.find(actor, id);
    const shows = stored.state === 'uploaded' && may(importsPolicy, actor, 'import.read-rows');
    return viewOf(await this.reader(actor), stored, shows ? await this.samples(actor, stored) : NO_SAMPLES);
  }

  async preview(actor: HatActor, id: string): Promise<ImportPreviewView> {
    const stored = await this.find(actor, id);
    if (stored.fileId === null) throw notFound();
    const rows = await this.files.firstRows(stored);
    await this.note(actor, stored, 'import.preview');
    return {
      columns: [...stored.outline.columns],
      rows: rows.map(({ line, cells }) => ({ line, cells: [...cells] })),
    };
  }

  /** @throws Problem 400 naming the fields that are missing or stand for nothing in the file. */
  async map(actor: HatActor, id: string, dto: MappingDto): Promise<ImportView> {
    const tenantId = employerOf(actor);
    const mapped = await this.doors.within(actor, tenantId, async (tx) => {
      const stored = await this.locked(tx, tenantId, id, 'map');
      const mapping = checkedMapping(stored, dto);
      const profileId = dto.profileName ? await this.saveAs(tx, stored, mapping, dto) : stored.profileId;
      await row(
        tx,
        `update imports set mapping = $3, profile_id = $4, snapshot_window = daterange($5, $6, '[]'), state = 'uploaded', failure = null, counts = null
         where tenant_id = $1 and id = $2`,
        [tenantId, id, JSON.stringify(mapping), profileId, ...windowOfDto(dto, stored)],
      );
      await this.noteIn(tx, actor, stored, 'import.map');
      return findImport(tx, tenantId, id);
    });
    if (!mapped) throw notFound();
    return viewOf(await this.reader(actor), mapped, NO_SAMPLES);
  }

  async analyse(actor: HatActor, id: string): Promise<ImportView> {
    return this.move(actor, id, 'analyse', 'analysing', async (tx, stored) => {
      if (mappingFaults(stored.kind, stored.mapping, stored.outline.columns).length > 0) {
        throw conflict('columns-unmapped', 'Say first which columns hold what.');
      }
      await addJob(tx, analyseImport, { tenantId: stored.tenantId, importId: id });
    });
  }

  async confirm(actor: HatActor, id: string): Promise<ImportView> {
    return this.move(actor, id, 'confirm', 'confirmed', async (tx, { tenantId }) => {
      await row(
        tx,
        'update imports set confirmed_by = $3, confirmed_at = now() where tenant_id = $1 and id = $2',
        [tenantId, id, actor.userId],
      );
      await addJob(tx, applyImport, { tenantId, importId: id });
    });
  }

  /** Stops also what is running: at its next batch it sees that it is no longer wanted. */
  async cancel(actor: HatActor, id: string): Promise<ImportView> {
    return this.move(actor, id, 'cancel', 'cancelled', () => Promise.resolve());
  }

  async reverse(actor: HatActor, id: string): Promise<ImportView> {
    return this.move(actor, id, 'reverse', 'undoing', async (tx, { tenantId }) => {
      await addJob(tx, reverseImport, { tenantId, importId: id });
    });
  }

  private async find(actor: HatActor, id: string): Promise<StoredImport> {
    const tenantId = employerOf(actor);
    const stored = await this.doors.within(actor, tenantId, (tx) => findImport(tx, tenantId, id));
    if (!stored) throw notFound();
    return stored;
  }

  private reader(actor: HatActor): Promise<Reader> {
    const tenantId = employerOf(actor);
    return this.doors.within(actor, tenantId, async (tx) => ({
      actor,
      limits: await limitsOf(tx, tenantId),
    }));
  }

  private async samples(actor: HatActor, stored: StoredImport): Promise<Samples> {
    const rows = await this.files.firstRows(stored);
    await this.note(actor, stored, 'import.preview');
    const { columns } = stored.outline;
    return new Map(
      columns.map((column, index) => [column, someOf(rows.map(({ cells }) => cells[index] ?? ''))]),
    );
  }

  private async locked(tx: Tx, tenantId: string, id: string, action: ImportAction): Promise<StoredImport> {
    await row(tx, 'select from imports where tenant_id = $1 and id = $2 for no key update', [tenantId, id]);
    const stored = await findImport(tx, tenantId, id);
    if (!stored) throw notFound();
    if (!allows(stored.state, action)) throw notNow(stored.state);
    return stored;
  }

  private async move(
    actor: HatActor,
    id: string,
    action: ImportAction,
    to: ImportState,
    also: (tx: Tx, stored: StoredImport) => Promise<void>,
  ): Promise<ImportView> {
    const tenantId = employerOf(actor);
    const moved = await this.doors.within(actor, tenantId, async (tx) => {
      const stored = await this.locked(tx, tenantId, id, action);
      await also(tx, stored);
      await this.noteIn(tx, actor, stored, `import.${action}`);
      return moveImport(tx, stored, [stored.state], to);
    });
    if (!moved) throw notFound();
    return viewOf(await this.reader(actor), moved, NO_SAMPLES);
  }

  private async saveAs(
    tx: Tx,
    stored: StoredImport,
    mapping: ColumnMapping,
    dto: MappingDto,
  ): Promise<string> {
    const { tenantId, kind, source } = stored;
    const name = dto.profileName?.trim() ?? '';
    if (name === '') throw invalidField('profileName', 'required', 'A profile has a name.');
    const saved = await saveProfile(tx, tenantId, {
      name,
      kind,
      source,
      mapping,
      snapshotMonths: dto.snapshotMonths ?? null,
    });
    return (await findProfile(tx, tenantId, saved.id))?.id ?? saved.id;
  }

  private note(actor: HatActor, stored: StoredImport, action: string): Promise<void> {
    return this.doors.within(actor, stored.tenantId, (tx) => this.noteIn(tx, actor, stored, action));
  }

  private noteIn(tx: Tx, actor: HatActor, { tenantId, id }: StoredImport, action: string): Promise<void> {
    return audit(tx, actor, { tenantId, action, subjectType: 'import', subjectIds: [id], purpose: PURPOSE });
  }
}

const MOST_SAMPLES = 4;
const someOf = (cells: readonly string[]): string[] =>
  [...new Set(cells.map((cell) => cell.trim().slice(0, 60)))]
    .filter((cell) => cell !== '')
    .slice(0, MOST_SAMPLES);

const employerOf = (actor: HatActor): string => {
  if (!actor.tenantId) throw notFound();
  return actor.tenantId;
};

const notNow = (state: ImportState): Problem => conflict('import-state', `The import is ${state}.`);

const MAPPING_FAULTS = {
  'field-unmapped': 'This must be mapped.',
  'column-missing': 'The file has no such column.',
  'column-twice': 'Another field has this column.',
} as const;

const checkedMapping = ({ kind, outline }: StoredImport, dto: MappingDto): ColumnMapping => {
  const mapping = decodeMapping(kind, { columns: dto.mapping, codes: dto.codes ?? {} });
  const faults = mappingFaults(kind, mapping, outline.columns);
  if (faults.length === 0) return mapping;
  const fields = faults.map(({ field, code }) => ({
    field: `mapping.${field}`,
    code,
    message: MAPPING_FAULTS[code],
  }));
  throw new Problem(400, 'invalid-input', 'Some of what you sent cannot be used.', fields);
};

const windowOfDto = (dto: MappingDto, stored: StoredImport): [string | null, string | null] => {
  const window = dto.snapshotWindow === undefined ? stored.window : dto.snapshotWindow;
  if (window && window.to < window.from)
    throw invalidField('snapshotWindow.to', 'reversed-dates', 'It ends before it begins.');
  return [window?.from ?? null, window?.to ?? null];
};
