import { Injectable } from '@nestjs/common';
import { EmployeeDirectory } from '../access/index.js';
import { row, rows, type Tx } from '../platform/database/rows.js';

@Injectable()
export class PeopleDirectory extends EmployeeDirectory {
  override async findPerson(tx: Tx, tenantId: string, employeeNumber: string): Promise<string | null> {
    const found = await row<{ id: string }>(
      tx,
      `select person_id as id from employments where tenant_id = $1 and employee_number = $2
       order by employed desc limit 1`,
      [tenantId, employeeNumber],
    );
    return found?.id ?? null;
  }

  override async numbersOf(tx: Tx, tenantId: string, personIds: readonly string[]) {
    const found = await rows<{ id: string; number: string }>(
      tx,
      `select distinct on (person_id) person_id as id, employee_number as number from employments
       where tenant_id = $1 and person_id = any ($2::uuid[]) order by person_id, employed desc`,
      [tenantId, personIds],
    );
    return new Map(found.map(({ id, number }) => [id, number]));
  }
}
