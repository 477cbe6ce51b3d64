import { change, row, rows, type Tx } from '../../platform/database/rows.js';
import type { LocalDate } from '../../shared/local-date.js';
import type {
  AnsweredCheckIn,
  SeededIntroduction,
  SeededStep,
  SettledStep,
  WantedTalk,
} from './introduction-habits.js';

/** Gives most of the introductions begun on a day a colleague of the unit with a year there. */
export const giveBuddies = (tx: Tx, tenantId: string, begunOn: LocalDate): Promise<number> =>
  change(
    tx,
    `update introductions i set buddy_person_id = found.buddy, buddy_since = greatest(i.begun_on, i.starts_on - 7)
     from (
       select i.id, (
         select e.person_id from employment_terms t join employments e on e.tenant_id = $1 and e.id = t.employment_id
         where t.tenant_id = $1 and t.unit_id = i.unit_id and t.valid @> i.starts_on and lower(e.employed) <= i.starts_on - 365
           and e.person_id <> i.person_id and e.person_id is distinct from own.manager_person_id
         order by md5(e.employee_number || n.employee_number) limit 1) as buddy
       from introductions i
       join employments n on n.tenant_id = $1 and n.id = i.employment_id
       join employment_terms own on own.tenant_id = $1 and own.employment_id = i.employment_id and own.valid @> i.starts_on
       where i.tenant_id = $1 and i.begun_on = $2 and left(md5(n.employee_number), 1) > '1'
     ) as found
     where i.tenant_id = $1 and i.id = found.id and found.buddy is not null`,
    [tenantId, begunOn],
  );

export const listSeeded = (tx: Tx, tenantId: string): Promise<SeededIntroduction[]> =>
  rows<SeededIntroduction>(
    tx,
    `with rates as (
       select unit_id, sum(spells_begun) / nullif(sum(employed_days), 0) as rate from month_facts
       where tenant_id = $1 group by unit_id
     )
     select i.id, e.employee_number as "employeeNumber", i.starts_on as "startsOn", i.begun_on as "begunOn",
       i.ended_on as "endedOn", i.buddy_person_id is not null as "hasBuddy",
       coalesce((select rate from rates where rates.unit_id = i.unit_id)
         / nullif((select avg(rate) from rates), 0), 1)::float8 as busyness
     from introductions i join employments e on e.tenant_id = $1 and e.id = i.employment_id
     where i.tenant_id = $1 order by e.employee_number`,
    [tenantId],
  );

export const listSeededSteps = (tx: Tx, tenantId: string): Promise<SeededStep[]> =>
  rows<SeededStep>(
    tx,
    `select introduction_id as "introductionId", position, who, moment, due_on as "dueOn" from introduction_steps
     where tenant_id = $1 order by introduction_id, position`,
    [tenantId],
  );

export const listSeededCheckIns = (
  tx: Tx,
  tenantId: string,
): Promise<{ readonly introductionId: string; readonly day: number; readonly dueOn: LocalDate }[]> =>
  rows(
    tx,
    `select introduction_id as "introductionId", day, due_on as "dueOn" from introduction_check_ins
     where tenant_id = $1 order by introduction_id, day`,
    [tenantId],
  );

export const markSteps = (tx: Tx, tenantId: string, settled: readonly SettledStep[]): Promise<number> =>
  change(
    tx,
    `update introduction_steps s set outcome = given.outcome, settled_on = given."on", settled_by = given."by"
     from jsonb_to_recordset($2) as given ("introductionId" uuid, position int, outcome text, "on" date, "by" text)
     where s.tenant_id = $1 and s.introduction_id = given."introductionId" and s.position = given.position`,
    [tenantId, JSON.stringify(settled)],
  );

export const keepAnswers = (tx: Tx, tenantId: string, given: readonly AnsweredCheckIn[]): Promise<number> =>
  change(
    tx,
    `update introduction_check_ins c set answers = given.answers, score = given.score, answered_on = given."on"
     from jsonb_to_recordset($2) as given ("introductionId" uuid, day int, answers jsonb, score numeric, "on" date)
     where c.tenant_id = $1 and c.introduction_id = given."introductionId" and c.day = given.day`,
    [tenantId, JSON.stringify(given)],
  );

export const keepTalks = (tx: Tx, tenantId: string, talks: readonly WantedTalk[]): Promise<number> =>
  change(
    tx,
    `update introductions i set talk_wanted_at = given."wantedOn" + interval '10 hours', talk_wanted_on = given."wantedOn",
       talk_held_on = given."heldOn"
     from jsonb_to_recordset($2) as given (id uuid, "wantedOn" date, "heldOn" date)
     where i.tenant_id = $1 and i.id = given.id`,
    [tenantId, JSON.stringify(talks)],
  );

/** An introduction in its second month with a buddy: something done, something to do. */
export const findForLinks = (tx: Tx, tenantId: string): Promise<{ readonly id: string } | null> =>
  row<{ id: string }>(
    tx,
    `select i.id from introductions i
     where i.tenant_id = $1 and i.buddy_person_id is not null and i.ended_on is null and i.paused_since is null
       and i.starts_on < (select max(starts_on) - 20 from introductions where tenant_id = $1)
     order by i.starts_on desc, i.employment_id limit 1`,
    [tenantId],
  );
