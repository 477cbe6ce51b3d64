import { row, type Tx } from '../platform/database/rows.js';
import type { LocalDate } from '../shared/local-date.js';
import { daysInWindow, rulesOf, spellsInWindow } from './domain/rules.js';
import { profileParameters, profiles, type ProfileQuestion } from './profile.queries.js';

export interface RulesOnDate {
  /** Persons employed on the day (definitions 1.2). */
  readonly employed: number;
  /** Of these, those with any sickness covering it (definitions 1.7). */
  readonly absent: number;
  /** Employee numbers by rule, sorted as text (definitions 1.9); every rule is there. */
  readonly rules: Readonly<Record<string, readonly string[]>>;
}

/**
 * A person employed under several numbers on the day stands under the one in which the latest counted day lies, and of
 * several such the first as text.
 */
const numbered = `, found as (
  select * from profiles where absent or spells >= $8::int or days >= $9::int
), numbered as (
  select distinct on (found.person_id) found.*, hired.employee_number
  from found
  join hired on hired.person_id = found.person_id and hired.from_on <= $2::date and coalesce(hired.to_on >= $2::date, true)
  left join (
    select person_id, employment_id, max(last_on) as latest_on from stretches where counted group by 1, 2
  ) latest on latest.person_id = found.person_id and latest.employment_id = hired.id
  order by found.person_id, latest.latest_on desc nulls last, hired.employee_number collate "C"
), held as (
  select rule, array_agg(employee_number order by employee_number collate "C") as numbers
  from numbered cross join lateral (
    select $10::text where spells >= $8::int
    union all select $11 where days >= $9::int
    union all select 'contact-day-' || day from unnest($12::int[]) as day where open_from + day - 1 = $2::date
  ) as met (rule)
  group by rule
)`;

const statement = (knownAt?: string): string => `
${profiles({ knownAt })} ${numbered}
select (select count(distinct person_id) from hired where from_on <= $2::date and coalesce(to_on >= $2::date, true)) as employed,
  (select count(*) from numbered where absent) as absent,
  coalesce((select jsonb_object_agg(rule, numbers) from held), '{}') as rules`;

/** Which rules hold for whom on a day, in one statement over all of an employer's people; nothing is raised. */
export const rulesOnDate = async (
  tx: Tx,
  question: ProfileQuestion,
  knownAt: LocalDate | null = null,
): Promise<RulesOnDate> => {
  const { settings } = question;
  const parameters = [
    ...profileParameters(question),
    settings.spellsThreshold,
    settings.daysThreshold,
    spellsInWindow(settings.spellsThreshold, settings.spellsWindow).name,
    daysInWindow(settings.daysThreshold, settings.daysWindow).name,
    settings.contactDays,
  ];
  const found = await row<RulesOnDate>(
    tx,
    statement(knownAt === null ? undefined : '$13'),
    knownAt === null ? parameters : [...parameters, knownAt],
  );
  const none = Object.fromEntries(rulesOf(settings).map((rule) => [rule.name, []]));
  return {
    employed: found?.employed ?? 0,
    absent: found?.absent ?? 0,
    rules: { ...none, ...found?.rules },
  };
};
