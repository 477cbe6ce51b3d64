import { ApiProperty } from '@nestjs/swagger';
import { PageView } from '../../../platform/http/page.js';
import { TRACK_IMPORT_STATES, type TrackImportState } from './track-imports.repository.js';

export class TrackImportCountsView {
  inserted: number;
  changed: number;
  unchanged: number;
  rejected: number;
  /** Weeks put back. */
  undone?: number;
  /** Weeks changed since, and left. */
  left?: number;
}

export class TrackImportView {
  id: string;
  fileName: string;
  fileBytes: number;
  @ApiProperty({ enum: TRACK_IMPORT_STATES, enumName: 'TrackImportState' })
  state: TrackImportState;
  /** Why the file could not be taken, as a code. */
  @ApiProperty({ type: String, nullable: true })
  failure: string | null;
  @ApiProperty({ type: TrackImportCountsView, nullable: true })
  counts: TrackImportCountsView | null;
  @ApiProperty({ type: String, nullable: true })
  createdByName: string | null;
  createdAt: Date;
  @ApiProperty({ type: Date, nullable: true })
  finishedAt: Date | null;
  @ApiProperty({ type: Date, nullable: true })
  undoneAt: Date | null;
  abilities: string[];
}

export class TrackImportPage extends PageView {
  items: TrackImportView[];
  abilities: string[];
}

export class TrackRejectionView {
  line: number;
  /** Why it was not taken. */
  code: string;
  /** The row as it stood in the file, by field; null once it is gone. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, nullable: true })
  cells: Record<string, string> | null;
}

export class TrackRejectionPage extends PageView {
  items: TrackRejectionView[];
}
