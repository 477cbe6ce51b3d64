import { Injectable } from '@nestjs/common';
import { abilities, auditShown, Clock, Doors, HatsService, type HatActor } from '../access/index.js';
import { withUnitsApart } from '../organisations/index.js';
import type { Tx } from '../platform/database/rows.js';
import { offsetOf } from '../platform/http/page.js';
import { conflict, invalidField, notFound, Problem } from '../platform/http/problem.js';
import { Cipher } from '../platform/storage/cipher.js';
import type { LocalDate } from '../shared/local-date.js';
import type { CasesQuery, OpenCaseDto, RecordContactDto, ReferDto, UpdateCaseDto } from './cases.dto.js';
import { casesPolicy } from './cases.policy.js';
import { findCases, listCaseSignals, listFollowUps, listReferrals, type FoundCase } from './cases.queries.js';
import {
  closeCase,
  findOpenCase,
  findPerson,
  findSignalled,
  findUnit,
  finishFollowUp,
  finishReferral,
  insertCase,
  insertFollowUp,
  holdOpen,
  insertReferral,
  reopenCase,
  takeUpSignals,
  updateUnitCase,
  type Opening,
} from './cases.repository.js';
import type { CasePage, CaseView } from './cases.view.js';
import { listContacts } from './contacts.repository.js';
import { ContactsService } from './contacts.service.js';
import { auditCase, getCase } from './found-case.js';
import { listMeasures } from './measures/measures.repository.js';
import { forgetJournal } from './journal/journal.repository.js';
import { mayEndAs, mayReopen, type CaseOutcome } from './domain/case.js';

const PURPOSE = 'retention of employees on sick leave';

/** Cases about a person or a unit: opening, what is done in them, closing. */
@Injectable()
export class CasesService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly hats: HatsService,
    private readonly cipher: Cipher,
    private readonly contacts: ContactsService,
  ) {}

  async list(actor: HatActor, query: CasesQuery): Promise<CasePage> {
    const { page, pageSize, state, personId, subject, unitId, sort } = query;
    const found = await this.doors.enter(actor, async (tx) => {
      const wanted = { state, personId, subject, unitId, sort, limit: pageSize, offset: offsetOf(query) };
      const cases = await findCases(tx, actor, this.clock.today(), wanted);
      await auditShown(tx, actor, cases, (shown) => ({
        action: 'case.list',
        subjectType: 'case',
        subjectIds: shown.map((one) => one.id),
        personIds: [personId ?? null, ...shown.map((one) => one.personId)],
        purpose: PURPOSE,
        detail: { state, subject, unitId, sort },
      }));
      return withUnitsApart(tx, cases, this.clock.today());
    });
    const names = await this.hats.names(found.map((one) => one.ownerId));
    const items = found.map((one) => ({ ...rowOf(one), ownerName: names.get(one.ownerId) ?? '' }));
    return { items, page, pageSize, total: found[0]?.total ?? 0, abilities: abilities(casesPolicy, actor) };
  }

  /** @throws Problem 404 for a case out of the hat's scope */
  async get(actor: HatActor, id: string): Promise<CaseView> {
    const found = await this.doors.enter(actor, async (tx) => {
      const one = await getCase(tx, actor, this.clock.today(), id);
      await auditCase(tx, actor, one, { action: 'case.read', purpose: PURPOSE });
      const { tenantId } = one;
      const [placed = one] = await withUnitsApart(tx, [one], this.clock.today());
      return {
        one: placed,
        contacts: await listContacts(tx, this.cipher, { tenantId, caseId: id }),
        referrals: await listReferrals(tx, tenantId, id),
        followUps: await listFollowUps(tx, tenantId, id),
        measures: await listMeasures(tx, this.cipher, one),
        signals: await listCaseSignals(tx, actor, this.clock.today(), one),
      };
    });
    const { one, contacts, ...parts } = found;
    const names = await this.hats.names([one.ownerId, ...contacts.map((contact) => contact.hatId)]);
    const { tenantId, environmentGroupInformedOn } = one;
    return {
      ...rowOf(one),
      ownerName: names.get(one.ownerId) ?? '',
      theme: (await this.cipher.openText(tenantId, one.themeCipher)) ?? '',
      environmentGroupInformedOn,
      ...parts,
      contacts: contacts.map(({ hatId, ...contact }) => ({ ...contact, recordedBy: names.get(hatId) ?? '' })),
      mayReopen: one.closedAt !== null && mayReopen(one.closedAt, this.clock.now()),
      abilities: abilities(casesPolicy, actor),
    };
  }

  /** @throws Problem 400 unless exactly one subject is named, 404 out of reach, 409 where one is open about the person */
  async open(actor: HatActor, dto: OpenCaseDto): Promise<{ id: string }> {
    const today = this.clock.today();
    return this.doors.enter(actor, async (tx) => {
      const opening = await openingOf(tx, actor, today, dto);
      if (!opening) throw notFound();
      const { tenantId, personId } = opening;
      const { signalId = null } = dto;
      if (await findOpenCase(tx, { tenantId, personId, signalId }))
        throw conflict('case-open', 'There is an open case about this already.');
      const id = await insertCase(tx, actor, {
        ...opening,
        themeCipher: await this.cipher.sealText(tenantId, dto.theme),
        on: today,
        at: this.clock.now(),
      });
      await auditCase(tx, actor, { tenantId, id, personId }, { action: 'case.open', purpose: PURPOSE });
      await takeUpSignals(tx, id, opening, signalId);
      return { id };
    });
  }

  async update(actor: HatActor, id: string, dto: UpdateCaseDto): Promise<void> {
    await this.act(actor, id, 'case.update', async (tx, one) => {
      if (one.subject !== 'unit')
        throw invalidField('theme', 'person-case', 'A theme belongs to a case about a unit.');
      const { theme, environmentGroupInformedOn = null } = dto;
      await updateUnitCase(tx, one, {
        themeCipher: await this.cipher.sealText(one.tenantId, theme),
        environmentGroupInformedOn,
      });
    });
  }

  /** @throws Problem 403 for a statutory duty recorded by anybody but a line manager or HR (definitions 4.4) */
  async recordContact(actor: HatActor, caseId: string, dto: RecordContactDto): Promise<void> {
    await this.act(actor, caseId, 'case.contact', (tx, { tenantId, personId }) =>
      this.contacts.record(tx, actor, { tenantId, caseId, personId }, dto),
    );
  }

  async refer(actor: HatActor, caseId: string, dto: ReferDto): Promise<void> {
    await this.act(actor, caseId, 'case.refer', async (tx, one) => {
      const { specialist, askedOn, heldOn = null } = dto;
      if (heldOn !== null && heldOn < askedOn)
        throw invalidField('heldOn', 'reversed-dates', 'It is held on or after the day it was asked for.');
      await insertReferral(tx, actor, one, { specialist, askedOn, heldOn });
    });
  }

  async finishReferral(
    actor: HatActor,
    caseId: string,
    referralId: string,
    heldOn: LocalDate,
  ): Promise<void> {
    await this.act(actor, caseId, 'case.refer', async (tx, one) => {
      if ((await finishReferral(tx, one, referralId, heldOn)) === 0) throw notFound();
    });
  }

  async planFollowUp(actor: HatActor, caseId: string, dueOn: LocalDate): Promise<void> {
    await this.act(actor, caseId, 'case.follow-up', (tx, one) => insertFollowUp(tx, actor, one, dueOn));
  }

  async finishFollowUp(
    actor: HatActor,
    caseId: string,
    followUpId: string,
    doneOn: LocalDate,
  ): Promise<void> {
    await this.act(actor, caseId, 'case.follow-up', async (tx, one) => {
      if ((await finishFollowUp(tx, one, followUpId, doneOn)) === 0) throw notFound();
    });
  }

  /** @throws Problem 400 for an outcome that is not of its kind of case */
  async close(actor: HatActor, id: string, outcome: CaseOutcome): Promise<void> {
    await this.act(actor, id, 'case.close', (tx, one) => {
      if (!mayEndAs(one.subject, outcome))
        throw invalidField(
          'outcome',
          'other-subject',
          'A case about a unit does not end like one about a person.',
        );
      return closeCase(tx, actor, one, { on: this.clock.today(), at: this.clock.now(), outcome });
    });
  }

  /** Takes a closure back within a day. @throws Problem 409 later, or where another case has been opened */
  async reopen(actor: HatActor, id: string): Promise<void> {
    await this.doors.enter(actor, async (tx) => {
      const one = await getCase(tx, actor, this.clock.today(), id);
      if (one.closedAt === null) throw conflict('case-open', 'The case is open.');
      if (!mayReopen(one.closedAt, this.clock.now()))
        throw conflict('too-late', 'A closure can be taken back for a day. Open a new case.');
      if (one.personId !== null && (await findOpenCase(tx, one))) {
        throw conflict('case-open', 'There is another open case about this person.');
      }
      await reopenCase(tx, one);
      await forgetJournal(tx, one);
      await auditCase(tx, actor, one, { action: 'case.reopen', purpose: PURPOSE });
    });
  }

  /** Does something in an open case within the hat's scope, and says so. @throws Problem 404 out of it, 409 for a closed one */
  async act(
    actor: HatActor,
    id: string,
    action: string,
    work: (tx: Tx, one: FoundCase) => Promise<void>,
  ): Promise<void> {
    await this.doors.enter(actor, async (tx) => {
      const one = await getCase(tx, actor, this.clock.today(), id);
      // Held until this is written: nothing is added to a case that another closes, and hands over, at the same time.
      if (one.closedAt !== null || !(await holdOpen(tx, one)))
        throw new Problem(409, 'case-closed', 'The case is closed.');
      await work(tx, one);
      await auditCase(tx, actor, one, { action, purpose: PURPOSE });
    });
  }
}

const rowOf = (one: FoundCase) => {
  const {
    id,
    subject,
    personId,
    personName,
    unitId,
    unitName,
    state,
    openedOn,
    ownerId,
    nextStepOn,
    closedOn,
    outcome,
  } = one;
  return {
    id,
    subject,
    personId,
    personName,
    unitId,
    unitName,
    state,
    openedOn,
    ownerId,
    nextStepOn,
    closedOn,
    outcome,
  };
};

const openingOf = async (
  tx: Tx,
  actor: HatActor,
  on: LocalDate,
  { signalId, personId, unitId }: OpenCaseDto,
): Promise<Opening | null> => {
  if ([signalId, personId, unitId].filter(Boolean).length !== 1) {
    throw invalidField(
      'signalId',
      'one-subject',
      'A case is opened from one signal, about one person or about one unit.',
    );
  }
  if (signalId) return findSignalled(tx, actor, on, signalId);
  if (personId) return findPerson(tx, actor, on, personId);
  return findUnit(tx, actor, on, unitId ?? '');
};
