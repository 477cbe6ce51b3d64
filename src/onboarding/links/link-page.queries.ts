import { change, row, type Tx } from '../../platform/database/rows.js';
import type { LocalDate } from '../../shared/local-date.js';
import type { CheckInAnswers } from '../domain/check-in.js';
import type { LinkHolder } from '../domain/link.js';

/** What a link leads to. */
export interface OpenedLink {
  readonly tenantId: string;
  readonly introductionId: string;
  readonly holder: LinkHolder;
  readonly expiresOn: LocalDate;
}

/** By the system door: before the secret is known there is no tenant. */
export const findLink = (tx: Tx, hash: Buffer, today: LocalDate): Promise<OpenedLink | null> =>
  row<OpenedLink>(
    tx,
    `select tenant_id as "tenantId", introduction_id as "introductionId", holder, expires_on as "expiresOn"
     from introduction_links where token_hash = $1 and expires_on >= $2::date`,
    [hash, today],
  );

export interface LinkPageHead {
  readonly personId: string;
  readonly name: string;
  readonly employerName: string;
  readonly unitName: string;
  readonly leaderName: string | null;
  readonly buddyName: string | null;
  readonly startsOn: LocalDate;
  readonly endedOn: LocalDate | null;
  readonly pausedSince: LocalDate | null;
  readonly talkWantedOn: LocalDate | null;
  readonly openSteps: number;
  readonly lastDueOn: LocalDate | null;
}

/** The introduction behind a link; null once the employment is over. */
export const findLinkPage = (
  tx: Tx,
  { tenantId, introductionId }: OpenedLink,
  today: LocalDate,
): Promise<LinkPageHead | null> =>
  row<LinkPageHead>(
    tx,
    `select i.person_id as "personId", people.name, employers.name as "employerName", units.name as "unitName",
       leaders.name as "leaderName", buddies.name as "buddyName", i.starts_on as "startsOn", i.ended_on as "endedOn",
       i.paused_since as "pausedSince", case when i.talk_held_on is null then i.talk_wanted_on end as "talkWantedOn",
       (select count(*)::int from introduction_steps s where s.tenant_id = $1 and s.introduction_id = i.id
          and s.settled_on is null) as "openSteps",
       (select max(s.due_on) from introduction_steps s where s.tenant_id = $1 and s.introduction_id = i.id) as "lastDueOn"
     from introductions i
     join people on people.tenant_id = $1 and people.id = i.person_id
     join employers on employers.tenant_id = $1
     join unit_versions units on units.tenant_id = $1 and units.unit_id = i.unit_id and units.valid @> greatest($3::date, i.starts_on)
     left join employment_terms t on t.tenant_id = $1 and t.employment_id = i.employment_id
       and t.valid @> greatest($3::date, i.starts_on)
     left join people leaders on leaders.tenant_id = $1 and leaders.id = t.manager_person_id
     left join people buddies on buddies.tenant_id = $1 and buddies.id = i.buddy_person_id
     where i.tenant_id = $1 and i.id = $2 and coalesce(i.ended_on >= $3::date, true)`,
    [tenantId, introductionId, today],
  );

/** Writes a check-in down, once and for all. Returns how many there were to be written. */
export const answerCheckIn = (
  tx: Tx,
  { tenantId, introductionId }: OpenedLink,
  given: {
    readonly day: number;
    readonly answers: CheckInAnswers;
    readonly score: number | null;
    readonly on: LocalDate;
  },
): Promise<number> =>
  change(
    tx,
    `update introduction_check_ins set answers = $4, score = $5, answered_on = $6
     where tenant_id = $1 and introduction_id = $2 and day = $3 and answered_on is null`,
    [tenantId, introductionId, given.day, JSON.stringify(given.answers), given.score, given.on],
  );
