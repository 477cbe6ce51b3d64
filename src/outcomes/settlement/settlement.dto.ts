import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsObject, IsOptional, IsString, IsUUID, Matches, MaxLength, ValidateBy } from 'class-validator';
import { LocalDateField } from '../../platform/http/fields.js';
import type { LocalDate } from '../../shared/local-date.js';

const areCounts = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).length <= 50 &&
  Object.values(value).every((count) => Number.isSafeInteger(count) && Number(count) >= 0);

const AreCounts = () =>
  ValidateBy({
    name: 'areCounts',
    validator: { validate: areCounts, defaultMessage: () => '$property holds whole numbers by term' },
  });

export class NewSettlementDto {
  @LocalDateField()
  from: LocalDate;

  @LocalDateField()
  to: LocalDate;

  /** Pieces by term that is paid by them. */
  @IsObject()
  @AreCounts()
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' }, example: { visits: 4 } })
  delivered: Record<string, number>;

  /** The signed settlement of the same period that is to be corrected. */
  @IsOptional()
  @IsUUID()
  correctsId: string | null = null;
}

export class SettlementNoteDto {
  @IsString()
  @MaxLength(2000)
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  note: string;
}

/** Only what was read is approved or signed. */
export class SettlementReadDto {
  @IsString()
  @Matches(/^[0-9a-f]{64}$/)
  statementHash: string;
}
