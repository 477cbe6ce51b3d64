import { PRIVATE_COLUMNS, type SealedPrivateData } from '../private-data.queries.js';
import type { LocalDate } from '../../shared/local-date.js';

/** One row of a roster, understood: an employment and its terms from a day on. */
export interface RosterRow {
  readonly employeeNumber: string;
  /** Tells who has two employments; null where the file has no such column. */
  readonly personKey: string | null;
  readonly name: string;
  /** Names from the workplace down to the team. */
  readonly unitPath: readonly string[];
  readonly jobGroup: string;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly weeklyHours: number;
  /** Employee number or name. */
  readonly manager: string | null;
  /** From when unit, job, hours and manager hold; null: as told by the date of the file. */
  readonly validFrom: LocalDate | null;
}

/** A row whose private data are sealed, as it is staged. */
export interface SealedRosterRow extends RosterRow {
  readonly privateData: SealedPrivateData;
}

/** What stands between the names of a path in the staged rows; no file holds it. */
export const PATH_SEPARATOR = '\u001f';

/** Columns of the staged rows of a roster, beside those of every staged row. */
export const ROSTER_COLUMNS = `
  employee_number text collate "C", person_key text collate "C", name text, unit_path text collate "C", job_group text,
  started_on date, ended_on date, weekly_hours numeric(4, 2), manager text collate "C", valid_from date,
  ${PRIVATE_COLUMNS}`;

/** How many columns those are. */
export const ROSTER_WIDTH = 15;

/** A row in the order of those columns. */
export const rosterValues = (row: SealedRosterRow): (string | number | null)[] => [
  row.employeeNumber,
  row.personKey,
  row.name,
  row.unitPath.join(PATH_SEPARATOR),
  row.jobGroup,
  row.from,
  row.to,
  row.weeklyHours,
  row.manager,
  row.validFrom,
  ...row.privateData,
];
