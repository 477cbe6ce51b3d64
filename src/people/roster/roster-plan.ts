import type { KnownPrivateData } from '../private-data.queries.js';
import type { LocalDate } from '../../shared/local-date.js';

/** How a roster is to be read. */
export interface RosterPlan {
  readonly tenantId: string;
  readonly importId: string;
  /** The day the data are of: what a row says holds from then on, unless it names a day itself. */
  readonly dataAsOf: LocalDate;
  /** What the file has a column for; the rest stays as it was, so no employment is ended by a file without last days. */
  readonly knows: { readonly ends: boolean; readonly managers: boolean; readonly jobs: boolean };
  /** Which private data the file has a column for and the employer keeps. */
  readonly knowsPrivate: KnownPrivateData;
}

/** How many staged rows bring something new. Rejected rows and warnings are counted by who staged them. */
export interface RosterCounts {
  readonly inserted: number;
  readonly changed: number;
  readonly unchanged: number;
}
