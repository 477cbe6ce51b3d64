import { Injectable } from '@nestjs/common';
import { Clock, type HatActor } from '../access/index.js';
import { forbidden, Problem } from '../platform/http/problem.js';
import { rows, type Tx } from '../platform/database/rows.js';
import { Cipher } from '../platform/storage/cipher.js';
import { listStanding, markActed } from '../signals/index.js';
import type { RecordContactDto } from './cases.dto.js';
import { insertContact, managerReached, type ContactSubject } from './contacts.repository.js';
import { actsOn, contactFault } from './domain/contact.js';
import { forgetJournalsOf } from './journal/journal.repository.js';

/** Recording a contact, the same for a signal and for a case. */
@Injectable()
export class ContactsService {
  constructor(
    private readonly clock: Clock,
    private readonly cipher: Cipher,
  ) {}

  /**
   * Records a contact about a person (null: about a unit) and settles the signals it acts on.
   * @throws Problem 403 for a statutory duty recorded by anybody but the employer, 400 for what cannot be
   */
  async record(
    tx: Tx,
    actor: HatActor,
    subject: ContactSubject & { readonly personId: string | null },
    dto: RecordContactDto,
  ): Promise<void> {
    const fault = contactFault(
      { ...dto, employeeAgreedOn: dto.employeeAgreedOn ?? null },
      {
        role: actor.role,
        today: this.clock.today(),
        managerReached: await managerReached(tx, subject),
        subject: subject.personId === null ? 'unit' : 'person',
      },
    );
    if (fault?.code === 'employers-duty') throw forbidden();
    if (fault) throw new Problem(400, 'invalid-input', fault.message, [fault]);
    await insertContact(tx, this.cipher, actor, { ...dto, ...subject, recordedAt: this.clock.now() });
    if (subject.signalId) await forgetJournalsOf(tx, subject.tenantId, subject.signalId);
    await this.settle(tx, subject, dto);
  }

  /** The signal or the case's signals, and the legal deadline that the contact meets wherever it was recorded. */
  private async settle(
    tx: Tx,
    subject: ContactSubject & { readonly personId: string | null },
    dto: RecordContactDto,
  ): Promise<void> {
    const { tenantId, personId, signalId = null, caseId = null } = subject;
    const about = await rows<{ id: string }>(
      tx,
      'select $2::uuid as id union select signal_id from case_signals where tenant_id = $1 and case_id = $3',
      [tenantId, signalId, caseId],
    );
    const ids = new Set(about.map(({ id }) => id));
    const standing = await listStanding(tx, tenantId, { personId, ids: [...ids] });
    const settled = standing.filter(
      ({ id, rule }) => (ids.has(id) || rule === dto.kind) && actsOn(rule, dto),
    );
    await markActed(
      tx,
      tenantId,
      settled.map(({ id }) => id),
    );
  }
}
