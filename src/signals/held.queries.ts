import { DEADLINES } from './domain/deadlines.js';
import { DAYS_TO_ACT_ON_A_WINDOW } from './domain/due-day.js';
import { daysInWindow, spellsInWindow, type RuleSettings } from './domain/rules.js';

/** `$8` to `$12`, after those of `profiles`: the rules as a statement needs them. */
export const ruleParameters = (settings: RuleSettings): unknown[] => [
  settings.spellsThreshold,
  settings.daysThreshold,
  spellsInWindow(settings.spellsThreshold, settings.spellsWindow).name,
  daysInWindow(settings.daysThreshold, settings.daysWindow).name,
  JSON.stringify(
    DEADLINES.filter((pack) => settings.paysWage || !pack.wagePayersOnly).map((pack) => ({
      name: pack.name,
      due_after: pack.daysAfterFirst,
      warnings: pack.warnDaysAfterFirst,
      leaving: pack.exemptWhenLeavingWithin,
      valid_from: pack.validFrom,
      valid_to: pack.validTo,
    })),
  ),
];

/** The legal deadlines that bind this employer. */
export const DEADLINE_ROWS =
  'jsonb_to_recordset($12::jsonb) as deadline (name text, due_after int, warnings int[], leaving int, valid_from date, valid_to date)';

/**
 * `met`: which rules hold today. Of the contact days that a running spell has passed only the latest, and of a legal
 * deadline how many warnings have come. A spell so old that its first day may lie before what was read has none.
 */
const MET = `met as (
  select profiles.person_id, rule.* from profiles cross join lateral (
    select $10::text, null::date, $2::date - $5::int + 1, $2::date, spells::int, null::int, $2::date + ${DAYS_TO_ACT_ON_A_WINDOW}
    where spells >= $8::int
    union all
    select $11, null, $2::date - $6::int + 1, $2::date, days::int, null, $2::date + ${DAYS_TO_ACT_ON_A_WINDOW}
    where days >= $9::int
    union all
    (select 'contact-day-' || day, open_from, open_from, open_from + day - 1, day, day,
       (select min(calendar_days.day) from calendar_days where working and calendar_days.day >= open_from + contact.day - 1)
     from unnest($13::int[]) as contact (day)
     where open_from > $7::date and open_from + day - 1 <= $2::date order by day desc limit 1)
    union all
    select name, open_from, open_from, open_from + due_after, passed, null, open_from + due_after
    from ${DEADLINE_ROWS}
    cross join lateral (select count(*)::int from unnest(warnings) as after where open_from + after <= $2::date) as warned (passed)
    where open_from > $7::date and passed > 0 and open_from >= coalesce(valid_from, open_from)
      and open_from <= coalesce(valid_to, open_from)
  ) as rule (rule, episode_on, reason_from, reason_to, count, contact_day, due_on)
  where employee_number is not null
)`;

/** `seen`: the counted rows of the people concerned, each with the first day of the spell it is part of. */
const SEEN = `seen as (
  select person_id, employment_id, spell_id, recorded_first_on, recorded_last_on, last_on,
    max(first_on) filter (where coalesce(first_on > reached_on + 1, true)) over (partition by person_id order by first_on) as begun_on
  from stretches where counted and person_id in (select person_id from met)
)`;

/** `placed`: where a person is employed today, first in the employment of the latest counted day; and until when at all. */
const PLACED = `placed as (
  select distinct on (concerned.person_id) concerned.person_id, hired.id as employment_id, terms.unit_id,
    nullif(max(coalesce(hired.to_on, 'infinity')) over (partition by concerned.person_id), 'infinity') as leaves_on
  from (select distinct person_id from met) concerned
  join hired on hired.person_id = concerned.person_id and hired.from_on <= $2::date and coalesce(hired.to_on >= $2::date, true)
  join (select employment_id, unit_id from employment_terms where tenant_id = $1 and valid @> $2::date offset 0) terms
    on terms.employment_id = hired.id
  left join (select employment_id, max(last_on) as latest_on from seen group by 1) latest on latest.employment_id = hired.id
  order by concerned.person_id, latest.latest_on desc nulls last, hired.employee_number collate "C"
)`;

/** `held`: the rules that hold with the facts they saw; a deadline is none for who leaves within its limit. */
const HELD_FACTS = `held as materialized (
  select met.*, placed.employment_id, placed.unit_id, array_agg(seen.spell_id) as spell_ids,
    jsonb_strip_nulls(jsonb_build_object('count', met.count,
      'warnings', case when met.contact_day is null and met.episode_on is not null then met.count end))
    || jsonb_build_object('spells', jsonb_agg(jsonb_build_object(
      'id', seen.spell_id, 'firstOn', seen.recorded_first_on, 'lastOn', seen.recorded_last_on) order by seen.recorded_first_on)) as facts
  from met
  join placed on placed.person_id = met.person_id
  join seen on seen.person_id = met.person_id and seen.last_on >= met.reason_from
    and (met.rule <> $10::text or seen.begun_on >= met.reason_from)
  left join ${DEADLINE_ROWS} on deadline.name = met.rule
  where coalesce(placed.leaves_on > met.episode_on + deadline.leaving, true)
  group by met.person_id, met.rule, met.episode_on, met.reason_from, met.reason_to, met.count, met.contact_day, met.due_on,
    placed.employment_id, placed.unit_id
)`;

/**
 * Which rules hold today for whom, where and by which facts: goes on a statement that begins with `profiles`. `$13` are
 * the contact days.
 */
export const HELD = [MET, SEEN, PLACED, HELD_FACTS].join(', ');
