import { ApiProperty } from '@nestjs/swagger';
import { LocalDateField } from '../../platform/http/fields.js';
import type { LocalDate } from '../../shared/local-date.js';

export class AskForEndDto {
  /** The last day; from the next one on the operator erases. */
  @LocalDateField()
  endsOn: LocalDate;
}

export class EndDecisionView {
  @ApiProperty({ type: String, format: 'date' })
  endsOn: LocalDate;
  askedAt: Date;
  @ApiProperty({ type: String, nullable: true })
  askedBy: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  confirmedAt: Date | null;
  @ApiProperty({ type: String, nullable: true })
  confirmedBy: string | null;
}

export class ContractEndView {
  /** Null while nobody has asked for the contract to end. */
  @ApiProperty({ type: () => EndDecisionView, nullable: true })
  decision: EndDecisionView | null;
  /** Whether the reader is another than who asked, and so may confirm. */
  mayConfirm: boolean;
  /** Whether legal holds stand: while they do, the operator erases only what has been handed over. */
  isHeld: boolean;
  /** For how many days copies of the key store are kept, and with them what is sealed can be read. */
  keyBackupDays: number;
  /** For how many days backups of the database are kept, and with them what is not sealed can be read. */
  databaseBackupDays: number;
  /** The day from which no copy can be read, were all erased the day after the last one. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  unreadableFrom: LocalDate | null;
  /** The installation's key in PEM, to check the signed statement with. */
  publicKey: string;
  abilities: string[];
}
