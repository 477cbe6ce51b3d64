import { ApiProperty } from '@nestjs/swagger';
import { PageView } from '../../platform/http/page.js';
import { SPELL_KINDS, type SpellKind } from '../domain/kinds.js';
import { IMPORT_KINDS, type ImportKind } from './domain/fields.js';
import { IMPORT_STATES, type ImportState } from './domain/import-state.js';

export class ImportCountsView {
  /** Null, with the next three, where one of them is few and the reader may not see whose absence it is. */
  @ApiProperty({ type: Number, nullable: true })
  inserted: number | null;
  @ApiProperty({ type: Number, nullable: true })
  changed: number | null;
  @ApiProperty({ type: Number, nullable: true })
  unchanged: number | null;
  @ApiProperty({ type: Number, nullable: true })
  removed: number | null;
  rejected: number;
  /** Rows that were kept with a remark. */
  warnings: number;
}

export class ImportRowView {
  id: string;
  @ApiProperty({ enum: IMPORT_KINDS, enumName: 'ImportKind' })
  kind: ImportKind;
  source: string;
  fileName: string;
  fileBytes: number;
  @ApiProperty({ type: String, format: 'date' })
  dataAsOf: string;
  @ApiProperty({ enum: IMPORT_STATES, enumName: 'ImportState' })
  state: ImportState;
  createdAt: Date;
  createdBy: string | null;
  finishedAt: Date | null;
  /** Of the dry run until it is applied. */
  counts: ImportCountsView | null;
}

export class ImportPage extends PageView {
  items: ImportRowView[];
  abilities: string[];
}

export class ImportColumnView {
  header: string;
  /** Some of what stands there; only while the columns are being mapped, and only for those who may read people. */
  samples: string[];
}

export class ImportTargetView {
  field: string;
  /** Whether it, or one that can stand for it, must be mapped. */
  required: boolean;
  /** Fields of which any one will do; itself among them. */
  insteadOf: string[];
}

export class ImportProgressView {
  /** In bytes of the file. */
  done: number;
  total: number;
}

export class ImportProblemView {
  code: string;
  detail: string;
}

export class SnapshotWindowView {
  @ApiProperty({ type: String, format: 'date' })
  from: string;
  @ApiProperty({ type: String, format: 'date' })
  to: string;
}

export class ImportView extends ImportRowView {
  /** `utf-8`, `windows-1252`, …, or `xlsx`. */
  encoding: string;
  delimiter: string | null;
  /** Rows read so far. */
  rows: number | null;
  columns: ImportColumnView[];
  targets: ImportTargetView[];
  /** Field to column. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  mapping: Record<string, string>;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string', enum: [...SPELL_KINDS] } })
  codes: Record<string, SpellKind>;
  /** Fields whose column is the one that its name suggests. */
  guessed: string[];
  profileId: string | null;
  snapshotWindow: SnapshotWindowView | null;
  progress: ImportProgressView | null;
  problem: ImportProblemView | null;
  /** What may be done with it now. */
  abilities: string[];
}

export class PreviewRowView {
  line: number;
  cells: string[];
}

export class ImportPreviewView {
  columns: string[];
  rows: PreviewRowView[];
}

export class RejectionView {
  line: number;
  @ApiProperty({ enum: ['rejected', 'warning'], enumName: 'RemarkSeverity' })
  severity: 'rejected' | 'warning';
  code: string;
  message: string;
  /** The field at fault, where one is. */
  field: string | null;
  /** The mapped cells by field; null once they are deleted, and for those who may not read people. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, nullable: true })
  cells: Record<string, string> | null;
}

export class RejectionPage extends PageView {
  items: RejectionView[];
}

export class ImportProfileView {
  id: string;
  name: string;
  @ApiProperty({ enum: IMPORT_KINDS, enumName: 'ImportKind' })
  kind: ImportKind;
  source: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  mapping: Record<string, string>;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string', enum: [...SPELL_KINDS] } })
  codes: Record<string, SpellKind>;
  /** How many months back its files are complete; null where they are deltas. */
  snapshotMonths: number | null;
}

export class ImportProfilePage extends PageView {
  items: ImportProfileView[];
  abilities: string[];
}
