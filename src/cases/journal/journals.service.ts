import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Doors, type HatActor } from '../../access/index.js';
import { conflict } from '../../platform/http/problem.js';
import { CasesService } from '../cases.service.js';
import { auditCase, getCase } from '../found-case.js';
import { renderJournal } from './journal.document.js';
import type { AcknowledgeJournalDto } from './journal.dto.js';
import { JOURNAL_LABELS } from './journal.labels.js';
import { acknowledge, findJournal, recordExport } from './journal.repository.js';
import type { JournalView } from './journal.view.js';

const PURPOSE = 'records of a public authority';

/** Handing closed cases over to the employer's own records system, after which they may be erased. */
@Injectable()
export class JournalsService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly cases: CasesService,
  ) {}

  async get(actor: HatActor, caseId: string): Promise<JournalView> {
    return this.doors.enter(actor, async (tx) => {
      const one = await getCase(tx, actor, this.clock.today(), caseId);
      const { employeeNumbers: _numbers, ...state } = await findJournal(tx, one);
      await auditCase(tx, actor, one, { action: 'case.journal.read', purpose: PURPOSE });
      return {
        caseId,
        title: JOURNAL_LABELS.title,
        documentType: 'personnel-case',
        format: 'PDF/A-2a',
        language: 'da',
        personId: one.personId,
        unitName: one.unitName,
        openedOn: one.openedOn,
        closedOn: one.closedOn,
        ...state,
      };
    });
  }

  /** The case as a document for the journal. @throws Problem 409 while the case is open */
  async export(actor: HatActor, caseId: string): Promise<Uint8Array> {
    const at = this.clock.now();
    const { employer, employeeNumbers, closedAt } = await this.doors.enter(actor, async (tx) => {
      const found = await getCase(tx, actor, this.clock.today(), caseId);
      return { ...(await findJournal(tx, found)), closedAt: found.closedAt };
    });
    const one = await this.cases.get(actor, caseId);
    if (closedAt === null || one.closedOn === null)
      throw conflict('case-open', 'An open case is not journalised.');
    const pdf = await renderJournal({ employer, employeeNumbers, one, exportedAt: at });
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    await this.doors.enter(actor, async (tx) => {
      const found = await getCase(tx, actor, this.clock.today(), caseId);
      if (!(await recordExport(tx, found, { hatId: actor.hatId, at, sha256, closedAt })))
        throw conflict('case-changed', 'The case was changed meanwhile. Hand it over again.');
      await auditCase(tx, actor, found, { action: 'case.journal.export', purpose: PURPOSE });
    });
    return pdf;
  }

  /** @throws Problem 409 where the case was never handed over as this document, or has changed or been handed over since */
  async acknowledge(actor: HatActor, caseId: string, given: AcknowledgeJournalDto): Promise<void> {
    await this.doors.enter(actor, async (tx) => {
      const one = await getCase(tx, actor, this.clock.today(), caseId);
      const by = { hatId: actor.hatId, at: this.clock.now(), ...given };
      if ((await acknowledge(tx, one, by)) === 0)
        throw conflict(
          'not-exported',
          'The case as it stands now has not been handed over as this document.',
        );
      await auditCase(tx, actor, one, { action: 'case.journal.acknowledge', purpose: PURPOSE });
    });
  }
}
