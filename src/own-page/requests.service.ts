import { Injectable } from '@nestjs/common';
import { audit, Clock, Doors, type HatActor } from '../access/index.js';
import type { Tx } from '../platform/database/rows.js';
import { offsetOf } from '../platform/http/page.js';
import { conflict, invalidField, notFound } from '../platform/http/problem.js';
import { addJob } from '../platform/jobs/outbox.js';
import { Cipher } from '../platform/storage/cipher.js';
import { pauseSignals, resumeSignals } from '../signals/index.js';
import { endsPause, wantsText } from './domain/request.js';
import { ownKeyOf } from './own-key.js';
import type {
  EmployeeRequestPage,
  OwnRequestsView,
  RequestMadeView,
  WaitingRequestsView,
} from './own-page.view.js';
import type { AskDto, DecideDto, RequestsQuery } from './requests.dto.js';
import { requestAsked, requestDecided } from './requests.jobs.js';
import {
  countAsked,
  decideRequest,
  findRequest,
  insertRequest,
  listAsked,
  listOwn,
  withdrawRequest,
  type RequestToDecide,
} from './requests.repository.js';

const PURPOSE = 'requests of employees';

/** What employees ask for, and what human resources answer in writing. */
@Injectable()
export class RequestsService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly cipher: Cipher,
  ) {}

  /** @throws Problem 400 where words are wanted, 409 where the same has been asked and not decided */
  async ask(actor: HatActor, { kind, text }: AskDto): Promise<RequestMadeView> {
    const key = ownKeyOf(actor);
    const words = text?.trim() ?? '';
    if (wantsText(kind) && words === '') throw invalidField('text', 'isNotEmpty', 'Say what it is about.');
    return this.doors.within(actor, key.tenantId, async (tx) => {
      const at = this.clock.now();
      const on = this.clock.today();
      const id = await insertRequest(tx, this.cipher, key, { kind, text: words, on, at });
      if (!id) throw conflict('already-asked', 'You have asked for this already; it is not decided yet.');
      if (kind === 'objection') await pauseSignals(tx, key, at);
      await this.note(tx, actor, 'request.ask', { ids: [id], personIds: [key.personId], detail: { kind } });
      await addJob(tx, requestAsked, { tenantId: key.tenantId, requestId: id });
      return { id };
    });
  }

  /**
   * The employee takes back what is not decided; an objection taken back pauses nothing any more.
   * @throws Problem 404 for another's, 409 for one that is decided or withdrawn
   */
  async withdraw(actor: HatActor, id: string): Promise<void> {
    const key = ownKeyOf(actor);
    await this.doors.within(actor, key.tenantId, async (tx) => {
      const request = await findRequest(tx, key.tenantId, id);
      if (request?.personId !== key.personId) throw notFound();
      assertOpen(request);
      await withdrawRequest(tx, key.tenantId, id, this.clock.now());
      const { kind } = request;
      if (kind === 'objection') await resumeSignals(tx, key);
      await this.note(tx, actor, 'request.withdraw', {
        ids: [id],
        personIds: [key.personId],
        detail: { kind },
      });
    });
  }

  /** How many wait for an answer; says nothing of anybody, and so is not on record. */
  async waiting(actor: HatActor): Promise<WaitingRequestsView> {
    const tenantId = employerOf(actor);
    return this.doors.within(actor, tenantId, async (tx) => ({ asked: await countAsked(tx, tenantId) }));
  }

  async own(actor: HatActor): Promise<OwnRequestsView> {
    const key = ownKeyOf(actor);
    const found = await this.doors.within(actor, key.tenantId, (tx) => listOwn(tx, this.cipher, key));
    return { items: found.map(({ personId: _person, personName: _name, ...request }) => request) };
  }

  async list(actor: HatActor, query: RequestsQuery): Promise<EmployeeRequestPage> {
    const tenantId = employerOf(actor);
    const { state, page, pageSize } = query;
    return this.doors.within(actor, tenantId, async (tx) => {
      const wanted = { state, limit: pageSize, offset: offsetOf(query) };
      const { items, total } = await listAsked(tx, this.cipher, tenantId, wanted);
      await this.note(tx, actor, 'request.list', {
        ids: items.map(({ id }) => id),
        personIds: items.map(({ personId }) => personId),
        detail: { state, page },
      });
      return { items, total, page, pageSize };
    });
  }

  /** @throws Problem 404 for another employer's, 409 for one that is decided */
  async decide(actor: HatActor, id: string, { outcome, text }: DecideDto): Promise<void> {
    const tenantId = employerOf(actor);
    await this.doors.within(actor, tenantId, async (tx) => {
      const request = await findRequest(tx, tenantId, id);
      if (!request) throw notFound();
      assertOpen(request);
      const { personId, kind } = request;
      const decision = { outcome, text: text.trim(), hatId: actor.hatId, at: this.clock.now() };
      await decideRequest(tx, this.cipher, { tenantId, id }, decision);
      if (endsPause(kind, outcome)) await resumeSignals(tx, { tenantId, personId });
      await this.note(tx, actor, 'request.decide', {
        ids: [id],
        personIds: [personId],
        detail: { kind, outcome },
      });
      await addJob(tx, requestDecided, { tenantId, requestId: id });
    });
  }

  private note(
    tx: Tx,
    actor: HatActor,
    action: string,
    about: {
      readonly ids: readonly string[];
      readonly personIds: readonly string[];
      readonly detail: Readonly<Record<string, unknown>>;
    },
  ): Promise<void> {
    return audit(tx, actor, {
      tenantId: employerOf(actor),
      action,
      subjectType: 'request',
      subjectIds: about.ids,
      personIds: about.personIds,
      purpose: PURPOSE,
      detail: about.detail,
    });
  }
}

const assertOpen = ({ state }: RequestToDecide): void => {
  if (state === 'decided') throw conflict('decided', 'This has been decided. Look again.');
  if (state === 'withdrawn') throw conflict('request-withdrawn', 'The employee has taken it back.');
};

const employerOf = (actor: HatActor): string => {
  if (!actor.tenantId) throw notFound();
  return actor.tenantId;
};
