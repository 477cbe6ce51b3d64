import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { audit, Doors, may, type HatActor } from '../../access/index.js';
import { writeCsv, type CsvValue } from '../../platform/documents/csv.js';
import { offsetOf } from '../../platform/http/page.js';
import { notFound } from '../../platform/http/problem.js';
import { Cipher } from '../../platform/storage/cipher.js';
import { mappedFields } from './domain/mapping.js';
import { remarkMessage } from './domain/remarks.js';
import { rejectionViewOf } from './import-views.js';
import type { RejectionsQuery } from './imports.dto.js';
import { importsPolicy } from './imports.policy.js';
import { findImport, type StoredImport } from './imports.repository.js';
import type { RejectionPage } from './imports.view.js';
import { listRemarks, type Remark, type RemarkPage } from './rejections.repository.js';

const AT_ONCE = 1000;
const WORDS = {
  da: ['Linje', 'Kode', 'Forklaring'],
  en: ['Line', 'Code', 'Explanation'],
} as const;

/** The rows that were refused, or kept with a remark: none is lost. */
@Injectable()
export class ImportRejectionsService {
  constructor(
    private readonly doors: Doors,
    private readonly cipher: Cipher,
  ) {}

  async list(actor: HatActor, id: string, query: RejectionsQuery): Promise<RejectionPage> {
    const stored = await this.find(actor, id);
    const { page, pageSize } = query;
    const wanted = { limit: pageSize, offset: offsetOf(query), severity: query.severity ?? null };
    const { items, total } = await this.page(actor, stored, wanted);
    await this.note(actor, stored);
    const showsCells = may(importsPolicy, actor, 'import.read-rows');
    return {
      items: items.map((remark) => rejectionViewOf(actor, remark, showsCells)),
      page,
      pageSize,
      total,
    };
  }

  /** All of them as they stand in the file, to be mended and sent again. Streams, however many. */
  async file(actor: HatActor, id: string): Promise<Readable> {
    const stored = await this.find(actor, id);
    await this.note(actor, stored);
    const fields = mappedFields(stored.kind, stored.mapping, stored.outline.columns);
    const columns = fields.map(({ index }) => stored.outline.columns[index] ?? '');
    return writeCsv(
      [...columns, ...WORDS[actor.language]],
      this.rows(
        actor,
        stored,
        fields.map(({ field }) => field),
      ),
    );
  }

  private async *rows(
    actor: HatActor,
    stored: StoredImport,
    fields: readonly string[],
  ): AsyncGenerator<CsvValue[]> {
    for (let offset = 0; ; offset += AT_ONCE) {
      const { items } = await this.page(actor, stored, { limit: AT_ONCE, offset, severity: null });
      for (const { line, code, cells } of items) {
        yield [
          ...fields.map((field) => cells?.[field] ?? ''),
          line,
          code,
          remarkMessage(code, actor.language),
        ];
      }
      if (items.length < AT_ONCE) return;
    }
  }

  private page(
    actor: HatActor,
    stored: StoredImport,
    page: RemarkPage,
  ): Promise<{ items: Remark[]; total: number }> {
    return this.doors.within(actor, stored.tenantId, (tx) => listRemarks(tx, this.cipher, stored, page));
  }

  private async find(actor: HatActor, id: string): Promise<StoredImport> {
    const { tenantId } = actor;
    if (!tenantId) throw notFound();
    const stored = await this.doors.within(actor, tenantId, (tx) => findImport(tx, tenantId, id));
    if (!stored) throw notFound();
    return stored;
  }

  private note(actor: HatActor, { tenantId, id }: StoredImport): Promise<void> {
    return this.doors.within(actor, tenantId, (tx) =>
      audit(tx, actor, {
        tenantId,
        action: 'import.read-rejections',
        subjectType: 'import',
        subjectIds: [id],
        purpose: 'mend rows that could not be taken',
      }),
    );
  }
}
