import { row, rows, type Tx } from '../../platform/database/rows.js';
import type { LocalDate } from '../../shared/local-date.js';
import type { Population } from './domain/round.js';

export interface Asked {
  readonly tenantId: string;
  readonly population: Population;
  readonly on: LocalDate;
  /** Leaves out whom this round has invited already. */
  readonly butOf: string | null;
}

/**
 * Who is asked on a day, each person once, by the unit of the employment with most hours: a sub-select of
 * `(person_id, unit_id)` over the parameters `$1` to `$7` of `populationParameters`.
 */
export const POPULATION = `
  select distinct on (e.person_id) e.person_id, t.unit_id
  from employments e
  join employment_terms t on t.tenant_id = e.tenant_id and t.employment_id = e.id and t.valid @> $2::date
  join people on people.tenant_id = e.tenant_id and people.id = e.person_id and people.erased_at is null
  where e.tenant_id = $1 and e.employed @> $2::date
    and ($3::uuid[] = '{}' or t.unit_id in (
      select unit_id from unit_versions where tenant_id = $1 and valid @> $2::date and path && $3::uuid[]))
    and ($4::text[] = '{}' or t.job_group = any ($4::text[]))
    and ($5::integer is null or lower(e.employed) <= $2::date - make_interval(months => $5::integer))
    and ($6::integer is null or lower(e.employed) > $2::date - make_interval(months => $6::integer))
    and ($7::uuid is null or not exists (
      select from survey_invitations i where i.tenant_id = $1 and i.round_id = $7 and i.person_id = e.person_id))
  order by e.person_id, t.weekly_hours desc, lower(e.employed), e.id`;

export const populationParameters = ({ tenantId, population, on, butOf }: Asked): readonly unknown[] => [
  tenantId,
  on,
  population.unitIds,
  population.jobGroups,
  population.tenureFrom,
  population.tenureTo,
  butOf,
];

/** How many are asked, by the unit that they are in themselves. */
export const countAsked = async (tx: Tx, asked: Asked): Promise<ReadonlyMap<string, number>> => {
  const found = await rows<{ unitId: string; people: number }>(
    tx,
    `select unit_id as "unitId", count(*)::int as people from (${POPULATION}) asked group by unit_id`,
    populationParameters(asked),
  );
  return new Map(found.map(({ unitId, people }) => [unitId, people]));
};

/** The job groups in use on a day, for choosing among them. */
export const listJobGroups = async (tx: Tx, tenantId: string, on: LocalDate): Promise<string[]> => {
  const found = await rows<{ name: string }>(
    tx,
    `select distinct job_group as name from employment_terms
     where tenant_id = $1 and valid @> $2::date and job_group <> '' order by 1`,
    [tenantId, on],
  );
  return found.map(({ name }) => name);
};

/** How many are employed on a day, and how many of them have an address for mail or a telephone number. */
export const countReachable = async (
  tx: Tx,
  tenantId: string,
  on: LocalDate,
): Promise<{ employed: number; withMail: number; withPhone: number }> =>
  (await row<{ employed: number; withMail: number; withPhone: number }>(
    tx,
    `select count(*)::int as employed, count(d.email_cipher)::int as "withMail", count(d.phone_cipher)::int as "withPhone"
     from (select distinct person_id from employments where tenant_id = $1 and employed @> $2::date) e
     left join person_details d on d.tenant_id = $1 and d.person_id = e.person_id`,
    [tenantId, on],
  )) ?? { employed: 0, withMail: 0, withPhone: 0 };
