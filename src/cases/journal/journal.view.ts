import { ApiProperty } from '@nestjs/swagger';

/** What a records system needs to file the document, and how far that has come. */
export class JournalView {
  caseId: string;
  title: string;
  documentType: string;
  /** As in the document's file: PDF/A-2a, Danish. */
  format: string;
  language: string;
  employer: string;
  personId: string | null;
  unitName: string;
  @ApiProperty({ type: String, format: 'date' })
  openedOn: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  closedOn: string | null;
  /** Whether the case is kept until its journal number is recorded: a public employer's is. */
  required: boolean;
  exportedAt: Date | null;
  /** SHA-256 of the document last handed over, in hexadecimal digits. */
  documentSha256: string | null;
  journalNumber: string | null;
  acknowledgedAt: Date | null;
}
