import { addDays, type LocalDate } from '../shared/local-date.js';
import { row, type Tx } from '../platform/database/rows.js';
import { DEADLINE_ROWS, HELD, ruleParameters } from './held.queries.js';
import { profileParameters, profiles, type ProfileQuestion } from './profile.queries.js';

/** Ended signals are looked at again for this long, in case a correction shows that their reason never was. */
const DAYS_OPEN_TO_CORRECTION = 31;

/** Signals about a person's absence; those about units and introductions are settled with their own reasons. */
const FROM_ABSENCE = 'signals.person_id is not null and signals.responsible is null';

const CONTACT_DAY = "substring(signals.rule from '^contact-day-([0-9]+)$')::int";

/**
 * `episodes`: the signals of contact days and deadlines that belong to the spell running now. A spell stays itself when
 * a correction moves its first day or a payroll row takes the place of a reported one: it shares a row with what the
 * signal saw.
 */
const EPISODES = `running as (
  select profiles.person_id, open_from, open_from <= $7::date as of_old, array_agg(spell_id) as spell_ids
  from profiles
  join stretches on stretches.person_id = profiles.person_id and stretches.counted and stretches.first_on >= open_from
  where open_from is not null group by 1, 2
), episodes as (
  select signals.id, signals.person_id, signals.rule, signals.episode_on, ${CONTACT_DAY} as contact_day, running.open_from, running.of_old
  from running
  join signals on signals.tenant_id = $1 and signals.person_id = running.person_id
    and signals.episode_on is not null and signals.withdrawn_at is null and ${FROM_ABSENCE}
  where signals.episode_on between running.open_from and $2::date or (running.of_old and signals.reason_ended_on is null)
    or exists (select from jsonb_to_recordset(signals.facts -> 'spells') as spell (id uuid) where spell.id = any (running.spell_ids))
)`;

/**
 * `kept`: the signals whose reason holds today, with its facts of today. Of the contact days of a spell the latest one
 * passed: it takes the place of those before it. A spell so old that its first day is not known exactly keeps what it has.
 */
const KEPT = `kept as (
  select signals.id, held.person_id, held.rule, held.facts, held.reason_from, held.reason_to, held.episode_on, signals.due_on
  from held
  join signals on signals.tenant_id = $1 and signals.person_id = held.person_id and signals.rule = held.rule
    and signals.episode_on is null and signals.reason_ended_on is null and signals.withdrawn_at is null
  where held.episode_on is null
  union all
  (select distinct on (episodes.person_id, episodes.rule) episodes.id, episodes.person_id, episodes.rule,
     held.facts, held.reason_from, held.reason_to,
     held.episode_on, case when held.contact_day is null then held.due_on end
   from held
   join episodes on episodes.person_id = held.person_id
     and (episodes.rule = held.rule or episodes.contact_day between held.contact_day and $2::date - held.episode_on + 1)
   where held.episode_on is not null
   order by episodes.person_id, episodes.rule, episodes.episode_on = episodes.open_from desc, episodes.episode_on)
  union all
  select id, person_id, rule, null, null, null, null, null from episodes where of_old
)`;

const RAISED = `raised as (
  insert into signals (tenant_id, person_id, employment_id, unit_id, rule, reason_from, reason_to, episode_on, facts,
    raised_on, due_on, learned_late)
  select $1, person_id, employment_id, unit_id, rule, reason_from, reason_to, episode_on, facts,
    $2, due_on, contact_day is not null and reason_to < $2::date
  from held
  where (episode_on is null or contact_day is not null or due_on >= $2::date)
    and not exists (select from kept where kept.person_id = held.person_id and kept.rule = held.rule)
    and not exists (
      select from episodes where episodes.person_id = held.person_id
        and episodes.contact_day between held.contact_day and $2::date - held.episode_on + 1)
  on conflict do nothing
  returning id
)`;

const REFRESHED = `refreshed as (
  update signals set facts = case when acted_at is null then coalesce(kept.facts, signals.facts) else signals.facts end,
    reason_from = coalesce(kept.reason_from, signals.reason_from), reason_to = coalesce(kept.reason_to, signals.reason_to),
    episode_on = coalesce(kept.episode_on, signals.episode_on), due_on = coalesce(kept.due_on, signals.due_on),
    reason_ended_on = null, updated_at = now()
  from kept
  where signals.tenant_id = $1 and signals.id = kept.id
    and (signals.reason_ended_on is not null or signals.episode_on <> kept.episode_on
      or (signals.acted_at is null and signals.facts <> kept.facts))
  returning signals.id
)`;

/** What one look at an employer's signals did, and which signals no longer have their reason today. */
export interface Weighed {
  readonly raised: number;
  readonly refreshed: number;
  readonly doubtful: readonly string[];
  /** When the first of the doubtful ones was raised; null where there is none. */
  readonly doubtfulFrom: LocalDate | null;
}

/** Raises what holds today and has no signal yet, and brings the facts of standing signals up to date. */
export const raiseAndRefresh = async (tx: Tx, question: ProfileQuestion): Promise<Weighed> => {
  const weighed = await row<Weighed>(
    tx,
    `${profiles()}, ${HELD}, ${EPISODES}, ${KEPT}, ${RAISED}, ${REFRESHED}, doubtful as (
       select id, raised_on from signals
       where tenant_id = $1 and ${FROM_ABSENCE} and withdrawn_at is null and (reason_ended_on is null or reason_ended_on > $14::date)
         and id not in (select id from kept))
     select (select count(*) from raised) as raised, (select count(*) from refreshed) as refreshed,
       array(select id from doubtful) as doubtful, (select min(raised_on) from doubtful) as "doubtfulFrom"`,
    [
      ...profileParameters(question),
      ...ruleParameters(question.settings),
      question.settings.contactDays,
      addDays(question.on, -DAYS_OPEN_TO_CORRECTION),
    ],
  );
  if (!weighed) throw new Error('the statement gave no answer');
  return weighed;
};

/**
 * Settles signals whose reason does not hold today, by looking again at the day they were raised on: where it held then,
 * it has ended; where by what is recorded now it never did, a correction has removed it and the signal is withdrawn.
 * A rule that the employer has since changed is taken to have held.
 */
export const endOrWithdraw = async (
  tx: Tx,
  { tenantId, on, settings }: ProfileQuestion,
  doubtful: readonly string[],
  from: LocalDate,
): Promise<{ readonly ended: number; readonly withdrawn: number }> => {
  const concerned = 'from signals where tenant_id = $1 and id = any ($13::uuid[])';
  const settled = await row<{ ended: number; withdrawn: number }>(
    tx,
    `${profiles({
      people: `select person_id ${concerned}`,
      pairs: `select distinct person_id, raised_on as on_day ${concerned}`,
    })}, judged as (
       select signals.id, case
         when signals.rule = $10::text then coalesce(spells >= $8::int, false)
         when signals.rule = $11::text then coalesce(days >= $9::int, false)
         when signals.episode_on is null then true
         when signals.rule = deadline.name then coalesce(open_from + warnings[1] <= raised_on, false)
         else coalesce(open_from + ${CONTACT_DAY} - 1 <= raised_on, false) end as given
       from signals
       left join profiles on profiles.person_id = signals.person_id and profiles.on_day = signals.raised_on
       left join ${DEADLINE_ROWS} on deadline.name = signals.rule
       where signals.tenant_id = $1 and signals.id = any ($13::uuid[])
     ), settled as (
       update signals set updated_at = now(), withdrawn_at = case when not given then now() end,
         reason_ended_on = case when given then $2::date else reason_ended_on end
       from judged
       where signals.tenant_id = $1 and signals.id = judged.id and (not given or reason_ended_on is null)
       returning given
     )
     select count(*) filter (where given) as ended, count(*) filter (where not given) as withdrawn
     from settled`,
    [...profileParameters({ tenantId, on, from, settings }), ...ruleParameters(settings), doubtful],
  );
  return { ended: settled?.ended ?? 0, withdrawn: settled?.withdrawn ?? 0 };
};

/** One look at an employer's signals at a time; released with the transaction. */
export const lockSignals = async (tx: Tx, tenantId: string): Promise<void> => {
  await row(tx, `select pg_advisory_xact_lock(hashtextextended('signals ' || $1, 0))`, [tenantId]);
};
