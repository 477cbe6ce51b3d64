import { TextField } from '../../platform/http/fields.js';

export class AcknowledgeJournalDto {
  /** The number of the document in the employer's own records system. */
  @TextField({ most: 100 })
  journalNumber: string;
}
