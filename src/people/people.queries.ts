import { inReach, type HatActor } from '../access/index.js';
import { rows, type Tx } from '../platform/database/rows.js';
import type { LocalDate } from '../shared/local-date.js';
import type { PEOPLE_ORDERS } from './people.dto.js';
import type { EmploymentView, PersonRow } from './people.view.js';
import { reach, type Fragment } from './reach.queries.js';

interface Wanted {
  readonly text?: string;
  /** The keyed hash of a CPR number, and the pseudonym that stands for it where it is the person's key. */
  readonly cpr?: { readonly hash: string; readonly key: string } | null;
  /** Only people of this unit and those below it. */
  readonly unitId?: string;
  /** Also those whose last employment has ended. */
  readonly left?: boolean;
  readonly sort: (typeof PEOPLE_ORDERS)[number];
  readonly limit: number;
  readonly offset: number;
}

export interface FoundPerson extends PersonRow {
  readonly tenantId: string;
}

const ORDER: Readonly<Record<Wanted['sort'], string>> = {
  name: 'name, id',
  '-name': 'name desc, id',
  employeeNumber: '"employeeNumber", id',
  '-employeeNumber': '"employeeNumber" desc, id',
};

// In LIKE a per cent sign or an underscore in a name would stand for anything.
export const literally = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

const meantWhere = (condition: string): string => `
  select e.tenant_id, e.id as employment_id, people.name, e.employee_number, e.employed
  from employments e join people on people.tenant_id = e.tenant_id and people.id = e.person_id
  ${condition}`;

/**
 * The employments that a search means, by name, number or CPR number; all, where nothing is sought. Those sought are
 * kept apart, so that they alone are looked up in the terms: their key is slow to look one up by.
 */
const meant = (actor: HatActor, { text = '', cpr }: Wanted, taken: number): Fragment => {
  const sought = literally(text.trim());
  if (sought === '') return { sql: `(${meantWhere('')})`, parameters: [] };
  const [within, start, hash, key, tenant] = [1, 2, 3, 4, 5].map((index) => `$${taken + index}`);
  const ofOne = actor.tenantId !== null;
  return {
    sql: `materialized (${meantWhere(`
      where ${ofOne ? `e.tenant_id = ${tenant}` : inReach('e.tenant_id')} and (
        people.name ilike ${within} or e.employee_number ilike ${start} or people.person_key = ${key} or exists (
          select from person_details d
          where d.tenant_id = e.tenant_id and d.person_id = e.person_id and d.cpr_hash = ${hash}))`)})`,
    parameters: [`%${sought}%`, `${sought}%`, cpr?.hash ?? null, cpr?.key ?? null].concat(
      actor.tenantId ?? [],
    ),
  };
};

/** People in reach, each once: by an employment of the day, else by the one that ends last. */
export const findPeople = async (
  tx: Tx,
  actor: HatActor,
  on: LocalDate,
  wanted: Wanted,
): Promise<{ readonly items: FoundPerson[]; readonly total: number }> => {
  const own = [on, wanted.unitId ?? null, wanted.left ?? false, wanted.limit, wanted.offset];
  const sought = meant(actor, wanted, own.length);
  const reached = reach(actor, on, own.length + sought.parameters.length);
  const found = await rows<FoundPerson & { total: number }>(
    tx,
    `with meant as ${sought.sql}, found as (
       select distinct on (r.tenant_id, r.person_id) r.tenant_id as "tenantId", r.person_id as id, meant.name,
         meant.employee_number as "employeeNumber", r.unit_id as "unitId", units.name as "unitName", r.job_group as "jobGroup",
         upper(meant.employed) - 1 as "to"
       from (${reached.sql}) r
       join meant on meant.tenant_id = r.tenant_id and meant.employment_id = r.employment_id
       left join unit_versions units on units.tenant_id = r.tenant_id and units.unit_id = r.unit_id and units.valid @> $1::date
       where $2::uuid is null or $2 = any (units.path)
       order by r.tenant_id, r.person_id, r.unit_id is null, upper(meant.employed) desc, lower(meant.employed) desc)
     select *, count(*) over ()::int as total from found where $3 or "to" is null or "to" >= $1::date
     order by ${ORDER[wanted.sort]} limit $4 offset $5`,
    [...own, ...sought.parameters, ...reached.parameters],
  );
  return { items: found.map(({ total: _total, ...person }) => person), total: found[0]?.total ?? 0 };
};

export interface FoundEmployment extends EmploymentView {
  readonly tenantId: string;
  readonly name: string;
}

/** A person's employments in reach with their terms over time; none where the person is out of reach. */
export const findEmployments = (
  tx: Tx,
  actor: HatActor,
  on: LocalDate,
  personId: string,
): Promise<FoundEmployment[]> => {
  const reached = reach(actor, on, 1);
  return rows<FoundEmployment>(
    tx,
    `select e.tenant_id as "tenantId", people.name, e.id, e.employee_number as "employeeNumber",
       lower(e.employed) as "from", upper(e.employed) - 1 as "to", terms.items as terms
     from (${reached.sql}) r
     join employments e on e.tenant_id = r.tenant_id and e.id = r.employment_id
     join people on people.tenant_id = r.tenant_id and people.id = r.person_id
     cross join lateral (
       select coalesce(jsonb_agg(jsonb_build_object('from', lower(t.valid), 'to', upper(t.valid) - 1, 'unitId', t.unit_id,
         'unitName', units.name, 'managerName', managers.name, 'weeklyHours', t.weekly_hours, 'jobGroup', t.job_group)
         order by lower(t.valid) desc), '[]') as items
       from employment_terms t
       left join unit_versions units on units.tenant_id = t.tenant_id and units.unit_id = t.unit_id and units.valid @> lower(t.valid)
       left join people managers on managers.tenant_id = t.tenant_id and managers.id = t.manager_person_id
       where t.tenant_id = e.tenant_id and t.employment_id = e.id) terms
     where r.person_id = $1 order by lower(e.employed) desc, e.id`,
    [personId, ...reached.parameters],
  );
};

export interface ReachedPerson {
  readonly tenantId: string;
  readonly personId: string;
  readonly employmentIds: readonly string[];
}

/** A person in reach and the employments that are; null where none is. */
export const findReached = async (
  tx: Tx,
  actor: HatActor,
  on: LocalDate,
  personId: string,
): Promise<ReachedPerson | null> => {
  const reached = reach(actor, on, 1);
  const found = await rows<ReachedPerson>(
    tx,
    `select r.tenant_id as "tenantId", r.person_id as "personId", array_agg(r.employment_id) as "employmentIds"
     from (${reached.sql}) r where r.person_id = $1 group by 1, 2`,
    [personId, ...reached.parameters],
  );
  return found[0] ?? null;
};
