import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { auditEmployer, type HatActor } from '../../access/index.js';
import type { Tx } from '../../platform/database/rows.js';
import { conflict, notFound, Problem } from '../../platform/http/problem.js';
import type { Instrument } from './domain/instrument.js';
import type { SaveDraftDto } from './instruments.dto.js';
import {
  deleteDraft,
  insertDraft,
  insertInstrument,
  publishDraft,
  setRetired,
  updateDraft,
  type Definition,
} from './instruments.repository.js';
import { InstrumentsService } from './instruments.service.js';
import type { InstrumentPageView, StartedInstrumentView } from './instruments.view.js';
import {
  asInstrument,
  getKnown,
  publishingFaults,
  refuseUnlicensed,
  type KnownInstrument,
} from './known-instrument.js';

const EMPTY: Definition = {
  name: { da: '', en: '' },
  introduction: null,
  items: [],
  scales: [],
  pages: [],
};

const definitionOf = ({ name, introduction, items, scales, pages }: Instrument): Definition => ({
  name,
  introduction,
  items,
  scales,
  pages,
});

/** Writing, publishing and retiring what an employer asks of its own. */
@Injectable()
export class DraftsService {
  constructor(private readonly instruments: InstrumentsService) {}

  /** @throws Problem 404, or 409 where a standard may not be used or is begun already. */
  async start(actor: HatActor, from: string | null): Promise<StartedInstrumentView> {
    return this.work(actor, async (tx, tenantId) => {
      const source = from === null ? null : await getKnown(tx, tenantId, from);
      if (source) refuseUnlicensed(source);
      const id = source?.standard ? source.id : `employer.${randomUUID()}`;
      await this.begin(
        tx,
        tenantId,
        { id, version: (source?.standard && this.next(source)) || 1, source },
        actor,
      );
      await this.audit(tx, actor, tenantId, 'instrument.start', { instrumentId: id, from });
      return { id };
    });
  }

  async revise(actor: HatActor, id: string): Promise<void> {
    await this.work(actor, async (tx, tenantId) => {
      const source = await this.editable(tx, tenantId, id);
      await this.begin(tx, tenantId, { id, version: this.next(source), source }, actor);
      await this.audit(tx, actor, tenantId, 'instrument.revise', { instrumentId: id });
    });
  }

  /** @throws Problem 409 where there is no draft, or somebody saved it since. */
  async save(actor: HatActor, id: string, given: SaveDraftDto): Promise<InstrumentPageView> {
    await this.work(actor, async (tx, tenantId) => {
      await this.editable(tx, tenantId, id);
      const { revision, definition } = given;
      const at = this.instruments.clock.now();
      const saved = await updateDraft(tx, tenantId, id, { revision, definition, at, hatId: actor.hatId });
      if (saved === 0)
        throw conflict('draft-changed', 'The draft has been saved by somebody else, or is gone.');
      await this.audit(tx, actor, tenantId, 'instrument.save', { instrumentId: id, revision: revision + 1 });
    });
    return this.instruments.get(actor, id);
  }

  async discard(actor: HatActor, id: string): Promise<void> {
    await this.work(actor, async (tx, tenantId) => {
      await this.editable(tx, tenantId, id);
      if ((await deleteDraft(tx, tenantId, id)) === 0) throw notFound();
      await this.audit(tx, actor, tenantId, 'instrument.discard', { instrumentId: id });
    });
  }

  /** @throws Problem 400 naming what is missing; 409 where the licence is refused. */
  async publish(actor: HatActor, id: string): Promise<void> {
    await this.work(actor, async (tx, tenantId) => {
      const known = await this.editable(tx, tenantId, id);
      const draft = known.stored?.draft;
      if (!draft) throw notFound();
      refuseUnlicensed(known);
      const faults = publishingFaults(asInstrument(id, draft.version, draft.definition));
      if (faults.length > 0) {
        const fields = faults.map(({ field, code }) => ({ field, code, message: code }));
        throw new Problem(400, 'instrument-not-complete', 'The instrument cannot be asked yet.', fields);
      }
      await publishDraft(tx, tenantId, id, this.instruments.clock.now(), actor.hatId);
      await this.audit(tx, actor, tenantId, 'instrument.publish', {
        instrumentId: id,
        version: draft.version,
      });
    });
  }

  async retire(actor: HatActor, id: string): Promise<void> {
    await this.setRetired(actor, id, 'instrument.retire', this.instruments.clock.now());
  }

  async restore(actor: HatActor, id: string): Promise<void> {
    await this.setRetired(actor, id, 'instrument.restore', null);
  }

  private async setRetired(actor: HatActor, id: string, action: string, at: Date | null): Promise<void> {
    await this.work(actor, async (tx, tenantId) => {
      await this.editable(tx, tenantId, id);
      if ((await setRetired(tx, tenantId, id, at)) > 0)
        await this.audit(tx, actor, tenantId, action, { instrumentId: id });
    });
  }

  /** What the employer itself keeps: ours are nobody's to change, a standard is once it is begun. */
  private async editable(tx: Tx, tenantId: string, id: string): Promise<KnownInstrument> {
    const known = await getKnown(tx, tenantId, id);
    if (!known.stored) throw conflict('instrument-not-own', 'Only an instrument of your own can be changed.');
    return known;
  }

  private next({ stored }: KnownInstrument): number {
    return (stored?.published?.version ?? 0) + 1;
  }

  private async begin(
    tx: Tx,
    tenantId: string,
    { id, version, source }: { id: string; version: number; source: KnownInstrument | null },
    actor: HatActor,
  ): Promise<void> {
    const at = this.instruments.clock.now();
    const { hatId } = actor;
    const definition = source ? definitionOf(source.instrument) : EMPTY;
    await insertInstrument(tx, tenantId, id, at, hatId);
    if ((await insertDraft(tx, tenantId, id, { version, definition, at, hatId })) === 0)
      throw conflict('draft-exists', 'There is a draft already.');
  }

  private work<T>(actor: HatActor, work: (tx: Tx, tenantId: string) => Promise<T>): Promise<T> {
    return this.instruments.within(actor, work);
  }

  private audit(
    tx: Tx,
    actor: HatActor,
    tenantId: string,
    action: string,
    detail: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    return auditEmployer(tx, actor, { tenantId, action, purpose: 'decide what employees are asked', detail });
  }
}
