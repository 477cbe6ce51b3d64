import type { Tx } from '../../platform/database/rows.js';
import type { LocalDate } from '../../shared/local-date.js';

/** An employee as an administrator may find one: never by a name he did not write himself. */
export interface FoundEmployee {
  readonly personId: string;
  readonly employeeNumber: string;
  /** Where they are employed that day; null for one who has left. */
  readonly unitName: string | null;
}

/** Who is employed, as far as a user may be said to be one of them. `people` knows and provides it. */
export abstract class EmployeeDirectory {
  /** The person behind an employee number, also one that is no longer in use; null for an unknown one. */
  abstract findPerson(tx: Tx, tenantId: string, employeeNumber: string): Promise<string | null>;
  /** The newest employee number of each person. */
  abstract numbersOf(
    tx: Tx,
    tenantId: string,
    personIds: readonly string[],
  ): Promise<ReadonlyMap<string, string>>;
  /** The first few whose employee number begins so, or whose name holds every one of at least two words. */
  abstract search(tx: Tx, tenantId: string, text: string, on: LocalDate): Promise<FoundEmployee[]>;
}
