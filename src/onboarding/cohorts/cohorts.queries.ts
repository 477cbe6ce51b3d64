import { MEASURED_KINDS } from '../../absence/index.js';
import { row, rows, type Tx } from '../../platform/database/rows.js';
import type { LocalDate } from '../../shared/local-date.js';
import type { Period } from '../../shared/period.js';
import { LANDMARK, YEAR, type CohortPerson } from '../domain/cohort-person.js';
import { NEW_AFTER } from '../domain/journey.js';

/**
 * Whose employment began in a period, who was new, was still employed after day 30 and had not been absent so far. Spells
 * that touch are one (definitions 1.4). Steps due while absent, for whatever reason, are left out (8.5), as are those
 * that were not relevant.
 *
 * @param introduced only who had an introduction
 */
export const listCohort = (
  tx: Tx,
  tenantId: string,
  { from, to }: Period,
  introduced: boolean,
): Promise<CohortPerson[]> =>
  rows<CohortPerson>(
    tx,
    `with begun as (
       select e.id, e.person_id, lower(e.employed) as starts_on, upper(e.employed) - lower(e.employed) as days, i.id as introduction_id
       from employments e
       left join introductions i on i.tenant_id = $1 and i.employment_id = e.id
       where e.tenant_id = $1 and lower(e.employed) between $2::date and $3::date
         and coalesce(upper(e.employed) - lower(e.employed) > ${LANDMARK}, true) and (i.id is not null or not $4)
         and not exists (select from employments o
           where o.tenant_id = $1 and o.person_id = e.person_id and (lower(o.employed), o.id) < (lower(e.employed), e.id)
             and coalesce(upper(o.employed) - 1 >= lower(e.employed) - ${NEW_AFTER}, true))
     ), spans as (
       select b.id, unnest(range_agg(daterange(s.first_on, s.last_on, '[]')) filter (where s.kind = any ($5))) as away
       from begun b join spells s on s.tenant_id = $1 and s.employment_id = b.id group by b.id
     ), absent as (
       select spans.id, array_agg(lower(away) - b.starts_on + 1 order by away) as days
       from spans join begun b using (id) where coalesce(upper(away) > b.starts_on, true) group by spans.id
     )
     select b.id as key, date_trunc('month', b.starts_on)::date as "startMonth", coalesce(t.job_group, '') as "jobGroup",
       least(b.days, ${YEAR}) as "lastDay", coalesce(b.days < ${YEAR}, false) as left,
       coalesce((select array_agg(day order by day) from unnest(absent.days) as day where day <= least(b.days, ${YEAR})), '{}') as spells,
       coalesce(steps.due, 0) as "stepsDue", coalesce(steps.on_time, 0) as "stepsOnTime", coalesce(asked.scores, '[]') as scores
     from begun b
     left join absent on absent.id = b.id
     left join employment_terms t on t.tenant_id = $1 and t.employment_id = b.id and t.valid @> b.starts_on + ${LANDMARK - 1}
     left join lateral (
       select count(*)::int as due, count(*) filter (where outcome = 'done' and settled_on <= due_on)::int as on_time
       from introduction_steps d
       where d.tenant_id = $1 and d.introduction_id = b.introduction_id and d.due_on < b.starts_on + ${LANDMARK}
         and d.outcome is distinct from 'not-relevant'
         and not exists (select from spells s where s.tenant_id = $1 and s.employment_id = b.id
           and daterange(s.first_on, s.last_on, '[]') @> d.due_on)
     ) steps on true
     left join lateral (
       select jsonb_agg(jsonb_build_object('day', c.day, 'score', c.score)) as scores from introduction_check_ins c
       where c.tenant_id = $1 and c.introduction_id = b.introduction_id and c.score is not null
     ) asked on true
     where not exists (select from unnest(absent.days) as day where day <= ${LANDMARK})
     order by b.id`,
    [tenantId, from, to, introduced, MEASURED_KINDS],
  );

/** What is known of an employer's absence, and the years in which introductions began. */
export interface CohortGround {
  /** The first month with absence recorded; null where none is. */
  readonly recordedFrom: LocalDate | null;
  /** The last day that every source has told of. */
  readonly knownUntil: LocalDate | null;
  readonly years: readonly number[];
}

export const findGround = async (tx: Tx, tenantId: string): Promise<CohortGround> => {
  const found = await row<CohortGround>(
    tx,
    `select (select date_trunc('month', min(first_on))::date from spells where tenant_id = $1) as "recordedFrom",
       (select min(known_until) from absence_sources where tenant_id = $1) as "knownUntil",
       array(select distinct extract(year from starts_on)::int from introductions where tenant_id = $1 order by 1) as years`,
    [tenantId],
  );
  return found ?? { recordedFrom: null, knownUntil: null, years: [] };
};
