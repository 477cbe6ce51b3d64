import type { Role } from '../../access/index.js';
import type { FieldFault } from '../../platform/http/problem.js';
import type { LocalDate } from '../../shared/local-date.js';

export const CONTACT_KINDS = [
  'line-manager',
  'employee',
  'conversation',
  'section-7a-talk',
  'section-40-notification',
  'visit',
  'advice',
] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

/** A contact as it is about to be recorded. */
export interface ContactMade {
  readonly kind: ContactKind;
  readonly heldOn: LocalDate;
  /** False for an attempt. */
  readonly reached: boolean;
  readonly employeeAgreedOn: LocalDate | null;
}

export interface ContactSetting {
  readonly role: Role;
  readonly today: LocalDate;
  /** Whether the line manager has been reached about this signal or case before. */
  readonly managerReached: boolean;
  readonly subject: 'person' | 'unit';
}

/** What a statute asks of the employer and nobody else can have done (definitions 4.4). */
const EMPLOYERS_OWN: readonly ContactKind[] = ['section-7a-talk', 'section-40-notification'];
const EMPLOYERS_ROLES: readonly Role[] = ['line-manager', 'hr-manager'];
const WITH_THE_EMPLOYEE: readonly ContactKind[] = ['employee', 'conversation'];
/** Visits and advice to leaders are what a case about a unit holds, and no persons (definitions 4.5). */
const ABOUT_A_UNIT: readonly ContactKind[] = ['visit', 'advice'];

const fault = (field: string, code: string, message: string): FieldFault => ({ field, code, message });

/** Why a contact cannot be recorded as given; null where it can (definitions 4.4, 4.5). */
export const contactFault = (contact: ContactMade, setting: ContactSetting): FieldFault | null => {
  const { kind, heldOn, employeeAgreedOn } = contact;
  const { role, today, subject } = setting;
  if (heldOn > today)
    return fault('heldOn', 'in-the-future', 'A contact is recorded once it has been tried.');
  if (ABOUT_A_UNIT.includes(kind) !== (subject === 'unit'))
    return fault('kind', 'other-subject', 'This kind of contact belongs to another kind of case.');
  if (EMPLOYERS_OWN.includes(kind) && !EMPLOYERS_ROLES.includes(role))
    return fault(
      'kind',
      'employers-duty',
      'Only the line manager or human resources can record this: it is the employer’s duty.',
    );
  if (kind === 'employee' && employeeAgreedOn === null)
    return fault(
      'employeeAgreedOn',
      'not-agreed',
      'A direct contact wants the day on which the employee agreed to it.',
    );
  if (employeeAgreedOn !== null && employeeAgreedOn > heldOn)
    return fault('employeeAgreedOn', 'agreed-after', 'The employee agrees before the contact.');
  if (WITH_THE_EMPLOYEE.includes(kind) && !EMPLOYERS_ROLES.includes(role) && !setting.managerReached)
    return fault('kind', 'line-manager-first', 'The consultant first contacts the line manager.');
  return null;
};

/** Whether a contact settles a signal: one reached does, a legal deadline only by what the statute asks for. */
export const actsOn = (rule: string, contact: Pick<ContactMade, 'kind' | 'reached'>): boolean => {
  if (!contact.reached) return false;
  return EMPLOYERS_OWN.some((own) => own === rule) ? contact.kind === rule : true;
};
