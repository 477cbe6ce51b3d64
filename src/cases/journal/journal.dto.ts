import { Matches } from 'class-validator';
import { TextField } from '../../platform/http/fields.js';

export class AcknowledgeJournalDto {
  /** The number of the document in the employer's own records system. */
  @TextField({ most: 100 })
  journalNumber: string;

  /** Of the document that got the number, so that no other is taken for it: SHA-256 in hexadecimal digits. */
  @Matches(/^[0-9a-f]{64}$/)
  documentSha256: string;
}
