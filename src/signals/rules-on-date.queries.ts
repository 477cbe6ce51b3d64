import { rows, type Tx } from '../platform/database/rows.js';
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

/** A person employed under several numbers on the day stands under the first of them as text. */
const statement = (knownAt?: string): string => `
${profiles({ knownAt })}, employed as materialized (
  select absent, spells, days, open_from, employee_number from profiles where employee_number is not null
)
select rule, count(*) as people, array_agg(employee_number order by employee_number collate "C") as numbers
from employed cross join lateral (
  select $10::text where spells >= $8::int
  union all select $11 where days >= $9::int
  union all select 'contact-day-' || day from unnest($12::int[]) as day where open_from + day - 1 = $2::date
) as held (rule)
where absent or spells >= $8::int or days >= $9::int
group by rule
union all
select 'absent', count(*), '{}' from employed where absent
union all
select 'employed', count(*), '{}' from employed`;

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
  const found = await rows<{ rule: string; people: number; numbers: string[] }>(
    tx,
    statement(knownAt === null ? undefined : '$13'),
    knownAt === null ? parameters : [...parameters, knownAt],
  );
  const held = new Map(found.map((each) => [each.rule, each]));
  return {
    employed: held.get('employed')?.people ?? 0,
    absent: held.get('absent')?.people ?? 0,
    rules: Object.fromEntries(rulesOf(settings).map(({ name }) => [name, held.get(name)?.numbers ?? []])),
  };
};
