import { Injectable } from '@nestjs/common';
import { abilities, Clock, Doors, type HatActor } from '../../access/index.js';
import type { Tx } from '../../platform/database/rows.js';
import { notFound } from '../../platform/http/problem.js';
import { answerMinutes } from './domain/answer-time.js';
import { wordingAdvice } from './domain/wording-advice.js';
import { instrumentsPolicy } from './instruments.policy.js';
import { listVersions, type StoredVersion } from './instruments.repository.js';
import type { DraftView, InstrumentPageView, InstrumentRow, InstrumentsView } from './instruments.view.js';
import {
  asInstrument,
  getKnown,
  listKnown,
  publishingFaults,
  type KnownInstrument,
} from './known-instrument.js';
import { PACKS } from './registry/packs.js';

@Injectable()
export class InstrumentsService {
  constructor(
    private readonly doors: Doors,
    readonly clock: Clock,
  ) {}

  async list(actor: HatActor): Promise<InstrumentsView> {
    const known = await this.within(actor, listKnown);
    return { items: known.map(rowOf), packs: PACKS, abilities: abilities(instrumentsPolicy, actor) };
  }

  async get(actor: HatActor, id: string): Promise<InstrumentPageView> {
    return this.within(actor, async (tx, tenantId) => {
      const known = await getKnown(tx, tenantId, id);
      const versions = known.stored ? await listVersions(tx, tenantId, id) : [];
      return { ...pageOf(known), versions, abilities: abilities(instrumentsPolicy, actor) };
    });
  }

  within<T>(actor: HatActor, work: (tx: Tx, tenantId: string) => Promise<T>): Promise<T> {
    const { tenantId } = actor;
    if (!tenantId) throw notFound();
    return this.doors.within(actor, tenantId, (tx) => work(tx, tenantId));
  }
}

const rowOf = (known: KnownInstrument): InstrumentRow => {
  const { id, origin, instrument, stored, licence, usable } = known;
  return {
    id,
    origin,
    name: instrument.name,
    version: origin === 'ours' ? instrument.version : (stored?.published?.version ?? null),
    hasDraft: stored?.draft !== null && stored !== null,
    itemCount: instrument.items.length,
    minutes: answerMinutes(instrument),
    holder: instrument.licence.holder,
    licence,
    usable,
    retired: stored?.retiredAt != null,
  };
};

const draftOf = (id: string, draft: StoredVersion): DraftView => {
  const definition = asInstrument(id, draft.version, draft.definition);
  const advised = definition.items
    .map((item) => ({ itemId: item.id, advice: wordingAdvice(item) }))
    .filter(({ advice }) => advice.length > 0);
  return {
    version: draft.version,
    revision: draft.revision,
    definition,
    faults: publishingFaults(definition),
    advice: advised,
    savedAt: draft.savedAt,
  };
};

const pageOf = (known: KnownInstrument): Omit<InstrumentPageView, 'versions' | 'abilities'> => {
  const { id, origin, instrument, standard, stored, right, licence, usable } = known;
  return {
    id,
    origin,
    instrument,
    standard: standard && {
      about: standard.about,
      slots: standard.slots,
      scores: standard.scores,
      open: standard.open,
    },
    licence,
    usable,
    retired: stored?.retiredAt != null,
    right,
    draft: stored?.draft ? draftOf(id, stored.draft) : null,
    minutes: answerMinutes(instrument),
  };
};
