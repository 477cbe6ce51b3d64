import { Injectable } from '@nestjs/common';
import { auditShown, Clock, Doors, HatsService, type HatActor } from '../../access/index.js';
import { withUnitsApart } from '../../organisations/index.js';
import type { Tx } from '../../platform/database/rows.js';
import { offsetOf } from '../../platform/http/page.js';
import { conflict, invalidField, notFound } from '../../platform/http/problem.js';
import { Cipher } from '../../platform/storage/cipher.js';
import { giveSignalBack, handSignalTo, takeSignal } from '../../signals/index.js';
import type { RecordContactDto } from '../cases.dto.js';
import { countDueCases } from '../cases.queries.js';
import { listContacts } from '../contacts.repository.js';
import { ContactsService } from '../contacts.service.js';
import { hatsOf, rowViewOf, signalViewOf } from './signal-view.js';
import type { SignalsQuery } from './worklist.dto.js';
import {
  actsUpon,
  caseOf,
  countDue,
  findSignal,
  findSignals,
  kindsOf,
  loadOf,
  type FoundSignal,
} from './worklist.queries.js';
import type { ColleagueView, DueView, SignalPage, SignalView } from './worklist.view.js';

const PURPOSE = 'retention of employees on sick leave';

/** The signals a hat is to act on: looking, taking, handing on, and recording contacts. */
@Injectable()
export class WorklistService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly hats: HatsService,
    private readonly cipher: Cipher,
    private readonly contacts: ContactsService,
  ) {}

  async list(actor: HatActor, query: SignalsQuery): Promise<SignalPage> {
    const { page, pageSize, ...filter } = query;
    const { items, total } = await this.doors.enter(actor, async (tx) => {
      const wanted = { ...filter, limit: pageSize, offset: offsetOf(query) };
      const found = await findSignals(tx, actor, this.clock.today(), wanted);
      await this.note(tx, actor, 'signal.list', found.items, filter);
      return { ...found, items: await withUnitsApart(tx, found.items, this.clock.today()) };
    });
    const names = await this.hats.names(items.flatMap(({ claimedByHat }) => claimedByHat ?? []));
    return { items: items.map((signal) => rowViewOf(signal, actor, names)), total, page, pageSize };
  }

  /** What somebody should have acted on by today. */
  async due(actor: HatActor): Promise<DueView> {
    const today = this.clock.today();
    return this.doors.enter(actor, async (tx) => ({
      ...(await countDue(tx, actor, today)),
      cases: await countDueCases(tx, actor, today),
    }));
  }

  /** @throws Problem 404 for a signal out of reach */
  async get(actor: HatActor, id: string): Promise<SignalView> {
    const seen = await this.doors.enter(actor, async (tx) => {
      const found = await findSignal(tx, actor, this.clock.today(), id);
      if (!found) throw notFound();
      const [signal = found] = await withUnitsApart(tx, [found], this.clock.today());
      const { tenantId, kindsShown, facts } = signal;
      await this.note(tx, actor, 'signal.read', [signal]);
      const spellIds = facts.spells.map((spell) => spell.id);
      return {
        signal,
        kinds: kindsShown ? await kindsOf(tx, tenantId, spellIds) : new Map(),
        contacts: await listContacts(tx, this.cipher, { tenantId, signalId: id }),
        acts: await actsUpon(tx, tenantId, id),
        caseId: await caseOf(tx, tenantId, id),
      };
    });
    const names = await this.hats.names(hatsOf(seen));
    return signalViewOf(seen, actor, { names, today: this.clock.today() });
  }

  /** @throws Problem 409 where another has taken it or it no longer stands */
  async claim(actor: HatActor, id: string): Promise<void> {
    await this.act(actor, id, 'signal.claim', async (tx, signal) => {
      if (await takeSignal(tx, signal, actor.hatId)) return;
      throw conflict('taken', 'Somebody else has taken this signal, or its reason has ended. Look again.');
    });
  }

  /** @throws Problem 409 for a signal that the hat has not taken or has acted on */
  async release(actor: HatActor, id: string): Promise<void> {
    await this.act(actor, id, 'signal.release', async (tx, signal) => {
      if (await giveSignalBack(tx, signal, actor.hatId)) return;
      throw conflict('not-yours', 'You can give back what you have taken and not yet acted on.');
    });
  }

  /** @throws Problem 400 for a hat that is not of the team, 409 for a signal that is over */
  async reassign(actor: HatActor, id: string, hatId: string): Promise<void> {
    const team = await this.team(actor);
    if (!team.some((hat) => hat.hatId === hatId))
      throw invalidField(
        'hatId',
        'not-of-the-team',
        'A signal is handed to a consultant of the same provider.',
      );
    await this.act(actor, id, 'signal.reassign', async (tx, signal) => {
      if (await handSignalTo(tx, signal, hatId)) return;
      throw conflict('over', 'This signal has been acted on, or its reason has ended.');
    });
  }

  async recordContact(actor: HatActor, id: string, dto: RecordContactDto): Promise<void> {
    await this.act(actor, id, 'signal.contact', async (tx, signal) => {
      if (signal.withdrawnAt !== null) throw conflict('withdrawn', 'This signal has been withdrawn.');
      const { tenantId, personId } = signal;
      if (actor.providerId !== null) await takeSignal(tx, signal, actor.hatId);
      await this.contacts.record(tx, actor, { tenantId, signalId: id, personId }, dto);
    });
  }

  /** The consultants of the team with what lies there now, for handing on. */
  async colleagues(actor: HatActor): Promise<ColleagueView[]> {
    const ids = (await this.team(actor)).map((hat) => hat.hatId);
    const loads = await this.doors.enter(actor, (tx) => loadOf(tx, ids));
    const names = await this.hats.names(ids);
    return loads.map((load) => ({ ...load, name: names.get(load.id) ?? '' }));
  }

  private team({ providerId }: HatActor): Promise<HatActor[]> {
    return providerId === null
      ? Promise.resolve([])
      : this.hats.listAtProvider(providerId, ['retention-consultant', 'team-lead']);
  }

  private async act(
    actor: HatActor,
    id: string,
    action: string,
    work: (tx: Tx, signal: FoundSignal) => Promise<void>,
  ): Promise<void> {
    await this.doors.enter(actor, async (tx) => {
      const signal = await findSignal(tx, actor, this.clock.today(), id);
      if (!signal) throw notFound();
      await work(tx, signal);
      await this.note(tx, actor, action, [signal]);
    });
  }

  private note(
    tx: Tx,
    actor: HatActor,
    action: string,
    signals: readonly Pick<FoundSignal, 'tenantId' | 'id' | 'personId'>[],
    { personId, ...filter }: Partial<SignalsQuery> = {},
  ): Promise<void> {
    return auditShown(tx, actor, signals, (shown) => ({
      action,
      subjectType: 'signal',
      subjectIds: shown.map((signal) => signal.id),
      personIds: [personId ?? null, ...shown.map((signal) => signal.personId)],
      purpose: PURPOSE,
      detail: filter,
    }));
  }
}
