import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { audit, type HatActor, type Language } from '../../access/index.js';
import { writeCsv } from '../../platform/documents/csv.js';
import { writeWorkbook, type XlsxColumn, type XlsxValue } from '../../platform/documents/xlsx.js';
import { resultColumns, resultRow, sheetWords } from './result-table.js';
import type { ResultsDocumentQuery } from './results.dto.js';
import { ResultsService } from './results.service.js';

/** Units in a file; more than any tree has. */
const ALL = 100_000;

interface Table {
  readonly columns: readonly XlsxColumn[];
  readonly rows: readonly XlsxValue[][];
  readonly language: Language;
}

/** What the screen shows, under its filters, as a file. */
@Injectable()
export class ResultDocumentsService {
  constructor(private readonly results: ResultsService) {}

  async csv(actor: HatActor, roundId: string, query: ResultsDocumentQuery): Promise<Uint8Array> {
    const { columns, rows } = await this.table(actor, roundId, query);
    return buffer(
      writeCsv(
        columns.map(({ header }) => header),
        rows,
      ),
    );
  }

  async xlsx(actor: HatActor, roundId: string, query: ResultsDocumentQuery): Promise<Uint8Array> {
    const { columns, rows, language } = await this.table(actor, roundId, query);
    const words = sheetWords(language);
    const stream = new PassThrough();
    const sheets = [
      { name: words.sheet, columns, rows },
      { name: words.note, lines: words.lines },
    ];
    const [bytes] = await Promise.all([buffer(stream), writeWorkbook(sheets, stream)]);
    return bytes;
  }

  private async table(actor: HatActor, roundId: string, query: ResultsDocumentQuery): Promise<Table> {
    const language = query.language ?? actor.language;
    const view = await this.results.units(actor, roundId, { ...query, page: 1, pageSize: ALL });
    await this.results.open(actor, roundId, ({ tx, key: { tenantId } }) =>
      audit(tx, actor, {
        tenantId,
        action: 'survey-results.export',
        subjectType: 'employer',
        subjectIds: [tenantId],
        purpose: 'follow up a survey',
        detail: { round: roundId, units: view.total },
      }),
    );
    return {
      columns: resultColumns(view.scales, language),
      rows: [view.whole, ...view.items].map((unit) => resultRow(unit, language)),
      language,
    };
  }
}
