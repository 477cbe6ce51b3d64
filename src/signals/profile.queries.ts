import { SICKNESS_KINDS } from '../absence/index.js';
import { row, type Tx } from '../platform/database/rows.js';
import { addDays, type LocalDate } from '../shared/local-date.js';
import { lookback, type RuleSettings } from './domain/rules.js';

/** What a set of absence profiles is asked with. */
export interface ProfileQuestion {
  readonly tenantId: string;
  /** The day asked about; where people are asked about on days of their own, the latest of these. */
  readonly on: LocalDate;
  /** The earliest of such days. */
  readonly from?: LocalDate;
  readonly settings: RuleSettings;
}

/** `$1` to `$7` of a statement that begins with `profiles`. */
export const profileParameters = ({ tenantId, on, from = on, settings }: ProfileQuestion): unknown[] => [
  tenantId,
  on,
  settings.countedKinds,
  SICKNESS_KINDS,
  settings.spellsWindow,
  settings.daysWindow,
  addDays(from, -lookback(settings)),
];

const RECORDED_NOW = `
  select id, employment_id, kind = any ($3) as counted, first_on, last_on from spells
  where tenant_id = $1 and kind = any ($4) and first_on <= $2::date and (last_on is null or last_on >= $7::date)`;

/** Definitions 2.2: what stood in the source on a day, also where it has been corrected or deleted since. */
const recordedBy = (day: string): string => `
  ${RECORDED_NOW} and registered_on <= ${day}::date
  union all
  select spell_id, employment_id, kind = any ($3), first_on, last_on from spell_versions
  where tenant_id = $1 and kind = any ($4) and first_on <= $2::date and (last_on is null or last_on >= $7::date)
    and registered_on <= ${day}::date and superseded_registered_on > ${day}::date`;

/**
 * Makes room for statements over all of an employer's people until the transaction ends: they sort in memory and join by
 * hash. Under row level security the planner may not look at the statistics of a range, takes an employer for a handful
 * of people and would otherwise go through the spells of each person in turn.
 */
export const prepareForMany = async (tx: Tx): Promise<void> => {
  await row(tx, `select set_config('work_mem', '64MB', true), set_config('enable_nestloop', 'off', true)`);
};

export interface ProfileScope {
  /** SQL of `(person_id, on_day)`; without it everybody is asked about on `$2`. */
  readonly pairs?: string;
  /** SQL of the ids of the only people asked about. */
  readonly people?: string;
  /** What was known on a day: the number of a parameter with it. Without it, what is recorded now. */
  readonly knownAt?: string;
}

/**
 * The absence profiles of an employer's people, as the beginning of a `with` statement: a row of `profiles` for each
 * person and day asked about, also for those without absence and those no longer employed. The same for one person and
 * for a million: every employment is gone through once, with its spells.
 *
 * A row of `stretches` is a recorded spell inside its own employment, up to the day asked about (definitions 1.6, 1.8);
 * an employment without any has one row, in which `counted` is null. `reached_on` is how far the counted rows of the
 * person before it got: a row that begins later than the day after starts a new spell, one that touches or overlaps goes
 * on with the old one, whatever the employment (definitions 1.2, 1.4), and adds only days not yet counted.
 *
 * `employee_number` is the first as text of those in force on the day, null for who is not employed on it. `open_from`,
 * the first day of the counted spell that covers the day, is exact unless it lies at or before `$7`; then the spell may
 * have begun earlier still.
 */
export const profiles = ({ pairs, people, knownAt }: ProfileScope = {}): string => {
  // Where everybody is asked about on one day, the day is no part of any order or group: one sort serves both.
  const day = pairs ? 'asked.on_day' : '$2::date';
  const each = pairs ? 'person_id, on_day' : 'person_id';
  return `
with hired as (
  select id, person_id, employee_number, lower(employed) as from_on, upper(employed) - 1 as to_on
  from employments where tenant_id = $1 ${people ? `and person_id in (${people})` : ''}
), known as (
  select * from (${knownAt ? recordedBy(knownAt) : RECORDED_NOW}) recorded
  ${people ? 'where employment_id in (select id from hired)' : ''}
), stretches as (
  select hired.person_id, ${day} as on_day, hired.id as employment_id, known.id as spell_id, known.counted,
    known.first_on as recorded_first_on, known.last_on as recorded_last_on, stretch.first_on, stretch.last_on,
    case when hired.from_on <= ${day} and coalesce(hired.to_on >= ${day}, true) then hired.employee_number end as number_in_force,
    max(stretch.last_on) filter (where known.counted) over (partition by hired.person_id ${pairs ? `, ${day}` : ''}
      order by stretch.first_on rows between unbounded preceding and 1 preceding) as reached_on
  from hired
  ${pairs ? `join (${pairs}) asked on asked.person_id = hired.person_id` : ''}
  left join known on known.employment_id = hired.id
    and greatest(known.first_on, hired.from_on) <= least(known.last_on, hired.to_on, ${day})
  cross join lateral (
    select greatest(known.first_on, hired.from_on), least(known.last_on, hired.to_on, ${day})
  ) as stretch (first_on, last_on)
), profiles as (
  select person_id, min(on_day) as on_day, min(number_in_force collate "C") as employee_number,
    coalesce(bool_or(last_on = on_day) filter (where counted is not null), false) as absent,
    count(*) filter (where counted and begins and first_on > on_day - $5::int) as spells,
    coalesce(sum(greatest(last_on - greatest(first_on, reached_on + 1, on_day - $6::int + 1) + 1, 0))
      filter (where counted), 0) as days,
    case when bool_or(counted and last_on = on_day) then max(first_on) filter (where counted and begins) end as open_from
  from stretches cross join lateral (select coalesce(first_on > reached_on + 1, true)) as start (begins)
  group by ${each}
)`;
};
