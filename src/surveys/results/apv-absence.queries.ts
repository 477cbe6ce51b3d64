import { MEASURED_KINDS } from '../../absence/index.js';
import { row, rows, type Tx } from '../../platform/database/rows.js';
import type { LocalDate } from '../../shared/local-date.js';
import type { Period } from '../../shared/period.js';
import type { PersonYear } from './domain/apv-absence.js';

/**
 * Who was employed at which workplace in a period, and how many days and spells each was absent there: what the output
 * policy looks at. A unit belongs to the nearest workplace above it, as the tree last stood in the period.
 */
export const personYears = (tx: Tx, tenantId: string, { from, to }: Period): Promise<PersonYear[]> =>
  rows(
    tx,
    `with workplaces as (select distinct unit_id from unit_versions where tenant_id = $1 and kind = 'workplace'),
     placed as (
       select distinct on (unit_id) unit_id, coalesce(
         (select above.id from unnest(path) with ordinality above (id, depth)
          where above.id in (select unit_id from workplaces) order by depth desc limit 1), path[1]) as workplace_id
       from unit_versions where tenant_id = $1 and lower(valid) <= $3::date order by unit_id, valid desc),
     employed as (
       select t.employment_id, e.person_id, placed.workplace_id, t.valid * daterange($2, $3, '[]') as valid
       from employment_terms t
       join employments e on e.tenant_id = $1 and e.id = t.employment_id
       join placed on placed.unit_id = t.unit_id
       where t.tenant_id = $1 and t.valid && daterange($2, $3, '[]')),
     absent as (
       select employed.person_id, employed.workplace_id,
         upper(days) - lower(days) as days, (s.first_on >= lower(employed.valid))::int as begun
       from employed
       join spells s on s.tenant_id = $1 and s.employment_id = employed.employment_id and s.kind = any ($4)
       cross join lateral (select daterange(s.first_on, coalesce(s.last_on, $3::date), '[]') * employed.valid as days) met
       where s.first_on <= $3::date and not isempty(days))
     select people.workplace_id as "workplaceId", people.person_id as "personId",
       coalesce(sum(absent.days), 0)::float8 as days, coalesce(sum(absent.begun), 0)::float8 as spells
     from (select distinct person_id, workplace_id from employed) people
     left join absent using (person_id, workplace_id)
     group by 1, 2`,
    [tenantId, from, to, MEASURED_KINDS],
  );

/** The last day that all sources of absence have told of; null where one has not told of any. */
export const absenceKnownUntil = async (tx: Tx, tenantId: string): Promise<LocalDate | null> =>
  (
    await row<{ until: LocalDate | null }>(
      tx,
      'select min(known_until) as until from absence_sources where tenant_id = $1',
      [tenantId],
    )
  )?.until ?? null;
