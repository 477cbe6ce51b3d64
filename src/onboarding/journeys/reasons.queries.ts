import { rows, type Tx } from '../../platform/database/rows.js';
import type { LocalDate } from '../../shared/local-date.js';
import type { Responsible } from '../domain/journey.js';
import { notLapsed } from './lapsed.js';

export const INTRODUCTION_REASONS = ['introduction-overdue', 'talk-wanted'] as const;
export type IntroductionReasonKind = (typeof INTRODUCTION_REASONS)[number];

/** Why somebody responsible for an introduction is to be told: a step is overdue, or the new employee wants a talk. */
export interface IntroductionReason {
  readonly kind: IntroductionReasonKind;
  readonly personId: string;
  readonly employmentId: string;
  readonly unitId: string;
  readonly responsible: { readonly role: Responsible; readonly personId: string | null };
  /** Who leads the new employee; null where nobody is known. */
  readonly leaderPersonId: string | null;
  /** Steps that are overdue; 1 for a talk. */
  readonly count: number;
  /** The day of the wish, or that the longest overdue step was due on. */
  readonly since: LocalDate;
  /** The day that the last of the overdue steps was due on. */
  readonly latest: LocalDate;
}

/** Who leads the new employee of an introduction `i` on a day, or will on the first one. */
export const leaderOn = (day: string): string => `(select t.manager_person_id from employment_terms t
  where t.tenant_id = i.tenant_id and t.employment_id = i.employment_id and t.valid @> greatest(${day}::date, i.starts_on))`;

type ReasonRow = Omit<IntroductionReason, 'responsible'> & {
  readonly role: Responsible;
  readonly responsiblePersonId: string | null;
};

/** `responsibleFor`, as an expression over a step `s` of an introduction `i`. */
export const ROLE = `case when s.who = 'hr' then 'hr' when s.who = 'buddy' and i.buddy_person_id is not null then 'buddy' else 'leader' end`;

/**
 * What stands in an employer's introductions on a day, at most one reason a kind, introduction and role. No answer of a
 * check-in and no score is among them (definitions 8.4).
 */
export const listIntroductionReasons = async (
  tx: Tx,
  tenantId: string,
  today: LocalDate,
): Promise<IntroductionReason[]> => {
  const found = await rows<ReasonRow>(
    tx,
    `with standing as (
       select i.*, ${leaderOn('$2')} as leader_person_id
       from introductions i where i.tenant_id = $1 and coalesce(i.ended_on >= $2::date, true)
     ), reasons as (
       select 'introduction-overdue' as kind, i.id, ${ROLE} as role, count(*)::int as count, min(s.due_on) as since,
         max(s.due_on) as latest
       from standing i join introduction_steps s on s.tenant_id = $1 and s.introduction_id = i.id
       where i.paused_since is null and s.settled_on is null and s.due_on < $2::date and ${notLapsed('$2')} group by 1, 2, 3
       union all
       select 'talk-wanted', id, 'leader', 1, talk_wanted_on, talk_wanted_on from standing
       where talk_wanted_on is not null and talk_held_on is null
     )
     select r.kind, i.person_id as "personId", i.employment_id as "employmentId", i.unit_id as "unitId", r.role, r.count,
       i.leader_person_id as "leaderPersonId", r.since, r.latest,
       case r.role when 'leader' then i.leader_person_id when 'buddy' then i.buddy_person_id end as "responsiblePersonId"
     from reasons r join standing i using (id) order by r.kind, r.since, i.employment_id, r.role`,
    [tenantId, today],
  );
  return found.map(({ role, responsiblePersonId, ...reason }): IntroductionReason => ({
    ...reason,
    responsible: { role, personId: responsiblePersonId },
  }));
};
