import type { HatActor } from '../access/index.js';
import { change, rows, type Tx } from '../platform/database/rows.js';
import type { Cipher } from '../platform/storage/cipher.js';
import type { RecordContactDto } from './cases.dto.js';
import type { CaseContactView } from './cases.view.js';

type Kept = Omit<CaseContactView, 'agreement' | 'nextStep' | 'recordedBy'> & {
  readonly agreementCipher: Buffer | null;
  readonly nextStepCipher: Buffer | null;
  readonly hatId: string;
};

const sealed = async (cipher: Cipher, tenantId: string, text: string | undefined): Promise<Buffer | null> =>
  text ? cipher.seal(tenantId, Buffer.from(text, 'utf8')) : null;

const opened = async (cipher: Cipher, tenantId: string, bytes: Buffer | null): Promise<string | null> =>
  bytes === null ? null : (await cipher.open(tenantId, bytes)).toString('utf8');

/** Records a contact of a case; it counts for the newest signal that the case took up. What was said is sealed. */
export const insertContact = async (
  tx: Tx,
  cipher: Cipher,
  actor: HatActor,
  contact: RecordContactDto & {
    readonly tenantId: string;
    readonly caseId: string;
    readonly recordedAt: Date;
  },
): Promise<void> => {
  const { tenantId } = contact;
  await change(
    tx,
    `insert into contacts (tenant_id, case_id, signal_id, kind, held_on, reached, employee_agreed_on, hours,
       agreement_cipher, next_step_cipher, recorded_at, recorded_by_hat)
     values ($1, $2, (select s.id from case_signals cs join signals s on s.tenant_id = cs.tenant_id and s.id = cs.signal_id
       where cs.tenant_id = $1 and cs.case_id = $2 order by s.raised_at desc limit 1), $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tenantId,
      contact.caseId,
      contact.kind,
      contact.heldOn,
      contact.reached,
      contact.employeeAgreedOn ?? null,
      contact.hours ?? null,
      await sealed(cipher, tenantId, contact.agreement),
      await sealed(cipher, tenantId, contact.nextStep),
      contact.recordedAt,
      actor.hatId,
    ],
  );
};

/** The contacts of a case and of the signals it took up, newest first, with the hat that recorded each. */
export const listContacts = async (
  tx: Tx,
  cipher: Cipher,
  tenantId: string,
  caseId: string,
): Promise<(Omit<CaseContactView, 'recordedBy'> & { readonly hatId: string })[]> => {
  const kept = await rows<Kept>(
    tx,
    `select id, kind, held_on as "heldOn", reached, employee_agreed_on as "employeeAgreedOn", hours,
       agreement_cipher as "agreementCipher", next_step_cipher as "nextStepCipher", recorded_at as "recordedAt",
       recorded_by_hat as "hatId"
     from contacts where tenant_id = $1
       and (case_id = $2 or signal_id in (select signal_id from case_signals where tenant_id = $1 and case_id = $2))
     order by held_on desc, recorded_at desc`,
    [tenantId, caseId],
  );
  return Promise.all(
    kept.map(async ({ agreementCipher, nextStepCipher, ...contact }) => ({
      ...contact,
      agreement: await opened(cipher, tenantId, agreementCipher),
      nextStep: await opened(cipher, tenantId, nextStepCipher),
    })),
  );
};
