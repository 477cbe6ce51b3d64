import type { Tx } from '../../platform/database/rows.js';

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
}
