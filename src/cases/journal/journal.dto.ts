import { IsString, Length } from 'class-validator';

export class AcknowledgeJournalDto {
  /** The number of the document in the employer's own records system. */
  @IsString()
  @Length(1, 100)
  journalNumber: string;
}
