import type { HatActor } from '../access/index.js';
import { change, row, rows, type Tx } from '../platform/database/rows.js';
import type { Cipher } from '../platform/storage/cipher.js';
import type { RecordContactDto } from './cases.dto.js';
import type { ContactView } from './cases.view.js';

type Kept = Omit<ContactView, 'agreement' | 'nextStep' | 'recordedBy'> & {
  readonly agreementCipher: Buffer | null;
  readonly nextStepCipher: Buffer | null;
  readonly hatId: string;
};

/** What a contact is about: a signal, a case, or the newest signal that a case took up. */
export interface ContactSubject {
  readonly tenantId: string;
  readonly signalId?: string;
  readonly caseId?: string;
}

/** Contacts of a case and of the signals it took up, or of one signal and of the cases that took it up. */
const CONCERNED = `contacts.tenant_id = $1 and (contacts.case_id = $2 or contacts.signal_id = $3
  or contacts.signal_id in (select signal_id from case_signals where tenant_id = $1 and case_id = $2)
  or contacts.case_id in (select case_id from case_signals where tenant_id = $1 and signal_id = $3))`;

const concerned = ({ tenantId, caseId, signalId }: ContactSubject): unknown[] => [
  tenantId,
  caseId ?? null,
  signalId ?? null,
];

/** Records a contact; one of a case counts for the newest signal that the case took up. What was said is sealed. */
export const insertContact = async (
  tx: Tx,
  cipher: Cipher,
  actor: HatActor,
  contact: RecordContactDto & ContactSubject & { readonly recordedAt: Date },
): Promise<void> => {
  const { tenantId } = contact;
  await change(
    tx,
    `insert into contacts (tenant_id, case_id, signal_id, kind, held_on, reached, employee_agreed_on, hours,
       agreement_cipher, next_step_cipher, recorded_at, recorded_by_hat)
     values ($1, $2, coalesce($3, (
       select s.id from case_signals cs join signals s on s.tenant_id = cs.tenant_id and s.id = cs.signal_id
       where cs.tenant_id = $1 and cs.case_id = $2 order by s.raised_at desc limit 1)), $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...concerned(contact),
      contact.kind,
      contact.heldOn,
      contact.reached,
      contact.employeeAgreedOn ?? null,
      contact.hours ?? null,
      await cipher.sealText(tenantId, contact.agreement),
      await cipher.sealText(tenantId, contact.nextStep),
      contact.recordedAt,
      actor.hatId,
    ],
  );
};

/** Whether the line manager has been reached about a signal or case. */
export const managerReached = async (tx: Tx, subject: ContactSubject): Promise<boolean> =>
  (await row(
    tx,
    `select 1 from contacts where ${CONCERNED} and kind = 'line-manager' and reached limit 1`,
    concerned(subject),
  )) !== null;

/** The contacts about a signal or case, newest first, with the hat that recorded each. */
export const listContacts = async (
  tx: Tx,
  cipher: Cipher,
  subject: ContactSubject,
): Promise<(Omit<ContactView, 'recordedBy'> & { readonly hatId: string })[]> => {
  const kept = await rows<Kept>(
    tx,
    `select id, kind, held_on as "heldOn", reached, employee_agreed_on as "employeeAgreedOn", hours,
       agreement_cipher as "agreementCipher", next_step_cipher as "nextStepCipher", recorded_at as "recordedAt",
       recorded_by_hat as "hatId"
     from contacts where ${CONCERNED} order by held_on desc, recorded_at desc, id desc`,
    concerned(subject),
  );
  return Promise.all(
    kept.map(async ({ agreementCipher, nextStepCipher, ...contact }) => ({
      ...contact,
      agreement: await cipher.openText(subject.tenantId, agreementCipher),
      nextStep: await cipher.openText(subject.tenantId, nextStepCipher),
    })),
  );
};
