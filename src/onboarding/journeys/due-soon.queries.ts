import { rows, type Tx } from '../../platform/database/rows.js';
import type { LocalDate } from '../../shared/local-date.js';
import type { Responsible } from '../domain/journey.js';
import { remindedUntil } from '../domain/reminder.js';
import { leaderOn, ROLE } from './reasons.queries.js';

/** A step of an introduction that is to be done in the coming days, and by whose care. */
export interface StepDueSoon {
  readonly introductionId: string;
  readonly position: number;
  readonly dueOn: LocalDate;
  readonly role: Responsible;
  readonly leaderPersonId: string | null;
  readonly buddyPersonId: string | null;
}

/** Whether an open step `s` of an introduction `i` is still to be done on a day: what is overdue is a signal instead. */
export const stillToBeDone = (day: string): string =>
  `s.settled_on is null and s.due_on >= ${day}::date and i.paused_since is null and coalesce(i.ended_on >= s.due_on, true)`;

/** The open steps of an employer's introductions that are due today or on one of the next working days. */
export const listStepsDueSoon = (tx: Tx, tenantId: string, today: LocalDate): Promise<StepDueSoon[]> =>
  rows<StepDueSoon>(
    tx,
    `select i.id as "introductionId", s.position, s.due_on as "dueOn", ${ROLE} as role, ${leaderOn('$2')} as "leaderPersonId",
       i.buddy_person_id as "buddyPersonId"
     from introduction_steps s join introductions i on i.tenant_id = $1 and i.id = s.introduction_id
     where s.tenant_id = $1 and s.due_on <= $3::date and ${stillToBeDone('$2')}`,
    [tenantId, today, remindedUntil(today)],
  );
