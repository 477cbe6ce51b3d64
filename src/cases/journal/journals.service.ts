import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { audit, Clock, Doors, type HatActor } from '../../access/index.js';
import { conflict, notFound } from '../../platform/http/problem.js';
import type { Tx } from '../../platform/database/rows.js';
import { findCases, type FoundCase } from '../cases.queries.js';
import { CasesService } from '../cases.service.js';
import { renderJournal } from './journal.document.js';
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
      const one = await this.find(tx, actor, caseId);
      const { employeeNumbers: _numbers, ...state } = await findJournal(tx, one);
      await this.note(tx, actor, one, 'case.journal.read');
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
    const one = await this.cases.get(actor, caseId);
    if (one.closedOn === null) throw conflict('case-open', 'An open case is not journalised.');
    const at = this.clock.now();
    const { employer, employeeNumbers } = await this.doors.enter(actor, async (tx) =>
      findJournal(tx, await this.find(tx, actor, caseId)),
    );
    const pdf = await renderJournal({ employer, employeeNumbers, one, exportedAt: at });
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    await this.doors.enter(actor, async (tx) => {
      const found = await this.find(tx, actor, caseId);
      await recordExport(tx, found, { hatId: actor.hatId, at, sha256 });
      await this.note(tx, actor, found, 'case.journal.export');
    });
    return pdf;
  }

  /** @throws Problem 409 where the case was never handed over */
  async acknowledge(actor: HatActor, caseId: string, journalNumber: string): Promise<void> {
    await this.doors.enter(actor, async (tx) => {
      const one = await this.find(tx, actor, caseId);
      const by = { hatId: actor.hatId, at: this.clock.now(), journalNumber };
      if ((await acknowledge(tx, one, by)) === 0)
        throw conflict('not-exported', 'The case has not been handed over to the journal yet.');
      await this.note(tx, actor, one, 'case.journal.acknowledge');
    });
  }

  private async find(tx: Tx, actor: HatActor, id: string): Promise<FoundCase> {
    const [one] = await findCases(tx, actor, this.clock.today(), { id, limit: 1, offset: 0 });
    if (!one) throw notFound();
    return one;
  }

  private async note(
    tx: Tx,
    actor: HatActor,
    { tenantId, id, personId }: FoundCase,
    action: string,
  ): Promise<void> {
    await audit(tx, actor, {
      tenantId,
      action,
      subjectType: 'case',
      subjectIds: [id],
      personIds: personId === null ? [] : [personId],
      purpose: PURPOSE,
    });
  }
}
