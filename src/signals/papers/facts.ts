import type { LocalDate } from '../../shared/local-date.js';

/** A provider that may look into some of an employer's units. */
export interface Consultancy {
  readonly provider: string;
  readonly units: number;
  readonly agreement: string;
  readonly to: LocalDate | null;
}

/** What an employer's papers for going live are filled in with. */
export interface PaperFacts {
  readonly employer: string;
  /** Names of the rules and legal deadlines in force. */
  readonly rules: readonly string[];
  readonly consultancies: readonly Consultancy[];
  /** How long each class of data is kept: its name in Danish, days. */
  readonly retention: readonly { readonly what: string; readonly days: number }[];
  readonly approvedBy: string | null;
  readonly approvedOn: LocalDate | null;
  readonly discussedOn: LocalDate | null;
  readonly informedOn: LocalDate | null;
  readonly noticeDays: number;
  readonly today: LocalDate;
}
