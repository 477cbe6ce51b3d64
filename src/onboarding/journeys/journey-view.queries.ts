import type { HatActor } from '../../access/index.js';
import { row, rows, type Tx } from '../../platform/database/rows.js';
import type { LocalDate } from '../../shared/local-date.js';
import type { CheckInAnswers } from '../domain/check-in.js';
import { introductionsOf } from './journeys.queries.js';
import type { BuddyView, JourneyStepView, JourneyView, LinkView } from './journeys.view.js';

export interface IntroductionHead extends Omit<
  JourneyView,
  'steps' | 'checkIns' | 'links' | 'abilities' | 'state' | 'buddy'
> {
  readonly startsOn: LocalDate;
  readonly endedOn: LocalDate | null;
  readonly buddyPersonId: string | null;
  readonly buddyName: string | null;
  readonly buddySince: string | null;
}

/** What stands at the head of an introduction in reach. */
export const findHead = (
  tx: Tx,
  actor: HatActor,
  on: LocalDate,
  id: string,
): Promise<IntroductionHead | null> => {
  const reached = introductionsOf(actor, on, 2);
  return row<IntroductionHead>(
    tx,
    `select i.id, i.person_id as "personId", people.name, e.employee_number as "employeeNumber", i.unit_id as "unitId",
       units.name as "unitName", coalesce(t.job_group, '') as "jobGroup", managers.name as "managerName",
       i.programme_id as "programmeId", p.name as "programmeName", i.version, p.version as "newestVersion",
       i.starts_on as "startsOn", i.begun_on as "begunOn", i.ended_on as "endedOn", i.paused_since as "pausedSince",
       i.buddy_person_id as "buddyPersonId", buddies.name as "buddyName", i.buddy_since as "buddySince",
       i.talk_wanted_on as "talkWantedOn", i.talk_held_on as "talkHeldOn"
     from (${reached.sql}) i
     join people on people.tenant_id = i.tenant_id and people.id = i.person_id
     join employments e on e.tenant_id = i.tenant_id and e.id = i.employment_id
     join introduction_programmes p on p.tenant_id = i.tenant_id and p.id = i.programme_id
     left join employment_terms t on t.tenant_id = i.tenant_id and t.employment_id = i.employment_id
       and t.valid @> greatest(i.starts_on, least($2::date, i.ended_on))
     join unit_versions units on units.tenant_id = i.tenant_id and units.unit_id = i.unit_id
       and units.valid @> greatest(i.starts_on, least($2::date, i.ended_on))
     left join people managers on managers.tenant_id = i.tenant_id and managers.id = t.manager_person_id
     left join people buddies on buddies.tenant_id = i.tenant_id and buddies.id = i.buddy_person_id
     where i.id = $1`,
    [id, on, ...reached.parameters],
  );
};

export const buddyOf = ({ buddyPersonId, buddyName, buddySince }: IntroductionHead): BuddyView | null =>
  buddyPersonId === null || buddyName === null || buddySince === null
    ? null
    : { personId: buddyPersonId, name: buddyName, since: buddySince };

export type StepRow = Omit<JourneyStepView, 'overdue'>;

interface OfIntroduction {
  readonly tenantId: string;
  readonly id: string;
}

/** The steps of an introduction with the words of its version; only one hand's where asked. */
export const listSteps = (
  tx: Tx,
  { tenantId, id }: OfIntroduction,
  who: string | null = null,
): Promise<StepRow[]> =>
  rows<StepRow>(
    tx,
    `select s.position, s.who, s.moment, v.steps -> s.position -> 'title' as title, v.steps -> s.position -> 'text' as text,
       v.steps -> s.position -> 'points' as points, v.steps -> s.position ->> 'link' as link,
       s.planned_on as "plannedOn", s.due_on as "dueOn", s.settled_on as "settledOn", s.outcome, s.settled_by as "settledBy"
     from introductions i
     join introduction_versions v on v.tenant_id = $1 and v.programme_id = i.programme_id and v.version = i.version
     join introduction_steps s on s.tenant_id = $1 and s.introduction_id = i.id
     where i.tenant_id = $1 and i.id = $2 and ($3::text is null or s.who = $3) order by s.position`,
    [tenantId, id, who],
  );

export interface CheckInRow {
  readonly day: number;
  readonly dueOn: LocalDate;
  readonly answeredOn: LocalDate | null;
  readonly answers: CheckInAnswers | null;
}

export const listCheckIns = (tx: Tx, { tenantId, id }: OfIntroduction): Promise<CheckInRow[]> =>
  rows<CheckInRow>(
    tx,
    `select day, due_on as "dueOn", answered_on as "answeredOn", answers from introduction_check_ins
     where tenant_id = $1 and introduction_id = $2 order by day`,
    [tenantId, id],
  );

export const listLinks = (tx: Tx, { tenantId, id }: OfIntroduction, today: LocalDate): Promise<LinkView[]> =>
  rows<LinkView>(
    tx,
    `select holder, expires_on as "expiresOn", made_at as "madeAt" from introduction_links
     where tenant_id = $1 and introduction_id = $2 and expires_on >= $3::date order by holder desc`,
    [tenantId, id, today],
  );
