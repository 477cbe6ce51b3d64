import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsObject, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import {
  LocalDateField,
  Nested,
  OptionalLocalDateField,
  OptionalTextField,
  TextField,
  WhereGiven,
} from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.js';
import type { LocalDate } from '../../shared/local-date.js';
import { SPELL_KINDS, type SpellKind } from '../domain/kinds.js';
import { IMPORT_KINDS, type ImportKind } from './domain/fields.js';
import { IMPORT_STATES, type ImportState } from './domain/import-state.js';

const SOURCE = /^(?!hand$)[\p{L}\p{N}][\p{L}\p{N} ._-]{0,39}$/u;

/** The fields of an upload; they come before the file. */
export class UploadDto {
  @IsIn(IMPORT_KINDS)
  @ApiProperty({ enum: IMPORT_KINDS, enumName: 'ImportKind' })
  kind: ImportKind;

  /** Which system the rows come from; spells are identified within their source. */
  @WhereGiven()
  @Matches(SOURCE, { message: 'source is a short name, and not "hand"' })
  source?: string;

  /** The day the data are of; today unless told. */
  @OptionalLocalDateField()
  dataAsOf?: LocalDate | null;

  /** The profile that says how to read it; guessed without one. */
  @WhereGiven()
  @IsUUID()
  profileId?: string;
}

export class ImportsQuery extends PageQuery {
  @WhereGiven()
  @IsIn(IMPORT_STATES)
  @ApiPropertyOptional({ enum: IMPORT_STATES, enumName: 'ImportState' })
  state?: ImportState;
}

/** Days for which a file is complete, both included. */
export class SnapshotWindowDto {
  @LocalDateField()
  from: LocalDate;

  @LocalDateField()
  to: LocalDate;
}

/** How the columns of a file are read. */
export class ReadingDto {
  /** Field to column. */
  @IsObject()
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  mapping: Record<string, string>;

  /** The employer's own codes; the common ones are known. */
  @IsOptional()
  @IsObject()
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'string', enum: [...SPELL_KINDS] },
    nullable: true,
  })
  codes?: Record<string, SpellKind> | null;

  /** With the profile: its files are complete for so many months back, and what they lack is removed. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(120)
  snapshotMonths?: number | null;
}

export class MappingDto extends ReadingDto {
  /** Also saves the mapping under this name, for the next file. */
  @OptionalTextField({ most: 80 })
  profileName?: string | null;

  /** This file is complete for these days: what it lacks is removed. */
  @IsOptional()
  @Nested(() => SnapshotWindowDto)
  snapshotWindow?: SnapshotWindowDto | null;
}

export class RejectionsQuery extends PageQuery {
  @WhereGiven()
  @IsIn(['rejected', 'warning'])
  @ApiPropertyOptional({ enum: ['rejected', 'warning'], enumName: 'RemarkSeverity' })
  severity?: 'rejected' | 'warning';
}

export class ProfileDto extends ReadingDto {
  @TextField({ most: 80 })
  name: string;

  @IsIn(IMPORT_KINDS)
  @ApiProperty({ enum: IMPORT_KINDS, enumName: 'ImportKind' })
  kind: ImportKind;

  @WhereGiven()
  @Matches(SOURCE, { message: 'source is a short name, and not "hand"' })
  source?: string;
}

export class ProfilesQuery {
  @WhereGiven()
  @IsIn(IMPORT_KINDS)
  @ApiPropertyOptional({ enum: IMPORT_KINDS, enumName: 'ImportKind' })
  kind?: ImportKind;
}
