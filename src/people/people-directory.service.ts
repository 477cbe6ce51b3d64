import { Injectable } from '@nestjs/common';
import { EmployeeDirectory, type FoundEmployee } from '../access/index.js';
import { row, rows, type Tx } from '../platform/database/rows.js';
import type { LocalDate } from '../shared/local-date.js';
import { literally } from './people.queries.js';

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

  override async search(tx: Tx, tenantId: string, text: string, on: LocalDate): Promise<FoundEmployee[]> {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    return rows<FoundEmployee>(
      tx,
      `select person_id as "personId", employee_number as "employeeNumber", unit_name as "unitName" from (
         select distinct on (e.person_id) e.person_id, e.employee_number,
           case when e.employed @> $4::date then units.name end as unit_name
         from employments e join people on people.tenant_id = e.tenant_id and people.id = e.person_id
         left join employment_terms t on t.tenant_id = e.tenant_id and t.employment_id = e.id and t.valid @> $4::date
         left join unit_versions units on units.tenant_id = t.tenant_id and units.unit_id = t.unit_id and units.valid @> $4::date
         where e.tenant_id = $1 and (e.employee_number ilike $2
           or cardinality($3::text[]) > 1 and string_to_array(lower(people.name), ' ') @> $3::text[])
         order by e.person_id, lower(e.employed) desc) found
       order by unit_name is null, employee_number limit 10`,
      [tenantId, `${literally(text.trim())}%`, words, on],
    );
  }
}
