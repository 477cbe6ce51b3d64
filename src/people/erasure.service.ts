import { Injectable } from '@nestjs/common';
import {
  audit,
  Clock,
  Doors,
  HatsService,
  isHeld,
  liftHold,
  listHolds,
  PersonalDataHolders,
  placeHold,
  type HatActor,
} from '../access/index.js';
import { rows, type Tx } from '../platform/database/rows.js';
import { conflict, invalidField, notFound } from '../platform/http/problem.js';
import { Cipher } from '../platform/storage/cipher.js';
import type { ErasureGround, PlaceHoldDto } from './erasure.dto.js';
import type { LegalHoldView } from './erasure.view.js';
import { findReached } from './people.queries.js';

const HOLD = 'legal hold';
const ERASURE = 'erasure of personal data, GDPR article 17';

/** Legal holds, and the erasing of one person. */
@Injectable()
export class ErasureService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly cipher: Cipher,
    private readonly hats: HatsService,
    private readonly holders: PersonalDataHolders,
  ) {}

  /** The holds that stand at the actor's employer. */
  async holds(actor: HatActor): Promise<LegalHoldView[]> {
    const tenantId = employerOf(actor);
    const found = await this.doors.within(actor, tenantId, async (tx) => {
      const holds = await listHolds(tx, this.cipher, tenantId, this.clock.today());
      const ids = holds.flatMap(({ personId }) => personId ?? []);
      await this.note(tx, actor, { tenantId, action: 'hold.list', subjectIds: ids });
      return { holds, names: await namesOf(tx, tenantId, ids) };
    });
    const placed = await this.hats.names(found.holds.map(({ placedByHat }) => placedByHat));
    return found.holds.map(({ placedByHat, ...hold }) => ({
      ...hold,
      personName: hold.personId === null ? null : (found.names.get(hold.personId) ?? null),
      placedBy: placed.get(placedByHat) ?? '',
    }));
  }

  /** @throws Problem 404 for a person out of reach, 400 for a last day that is over */
  async hold(
    actor: HatActor,
    personId: string,
    { reason, until = null }: PlaceHoldDto,
  ): Promise<{ id: string }> {
    if (until !== null && until < this.clock.today())
      throw invalidField('until', 'past', 'The last day is today or later.');
    return this.doors.enter(actor, async (tx) => {
      const { tenantId } = await this.reached(tx, actor, personId);
      const by = { hatId: actor.hatId, at: this.clock.now() };
      const id = await placeHold(tx, this.cipher, { tenantId, personId, caseId: null, reason, until, ...by });
      await this.note(tx, actor, { tenantId, action: 'hold.place', subjectIds: [personId] });
      return { id };
    });
  }

  async lift(actor: HatActor, id: string): Promise<void> {
    const tenantId = employerOf(actor);
    await this.doors.within(actor, tenantId, async (tx) => {
      const by = { hatId: actor.hatId, at: this.clock.now() };
      const lifted = await liftHold(tx, { tenantId, id }, by);
      if (!lifted) throw notFound();
      await this.note(tx, actor, { tenantId, action: 'hold.lift', subjectIds: [lifted.personId ?? id] });
    });
  }

  /** Erases or pseudonymises a person everywhere. @throws Problem 409 while a hold or something else stands against it */
  async erase(actor: HatActor, personId: string, ground: ErasureGround): Promise<void> {
    await this.doors.enter(actor, async (tx) => {
      const { tenantId } = await this.reached(tx, actor, personId);
      const key = { tenantId, personId };
      if (await isHeld(tx, key, this.clock.today()))
        throw conflict('legal-hold', 'A legal hold stands about this person.');
      for (const holder of this.holders.all()) {
        const against = await holder.standsAgainst(tx, key);
        if (against !== null)
          throw conflict(against, AGAINST[against] ?? 'This person cannot be erased now.');
      }
      for (const holder of this.holders.all()) await holder.erasePerson(tx, key);
      await this.note(tx, actor, {
        tenantId,
        action: 'person.erase',
        subjectIds: [personId],
        detail: { ground },
      });
    });
  }

  private async reached(tx: Tx, actor: HatActor, personId: string): Promise<{ tenantId: string }> {
    const reached = await findReached(tx, actor, this.clock.today(), personId);
    if (!reached) throw notFound();
    return reached;
  }

  private async note(
    tx: Tx,
    actor: HatActor,
    entry: {
      readonly tenantId: string;
      readonly action: string;
      readonly subjectIds: readonly string[];
      readonly detail?: Readonly<Record<string, unknown>>;
    },
  ): Promise<void> {
    const purpose = entry.action === 'person.erase' ? ERASURE : HOLD;
    await audit(tx, actor, { ...entry, subjectType: 'person', purpose });
  }
}

const AGAINST: Readonly<Record<string, string>> = {
  employed: 'The person is employed.',
  'case-open': 'There is an open case about this person.',
  'not-journalised': 'A case about this person has not been journalised.',
};

const namesOf = async (
  tx: Tx,
  tenantId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const found = await rows<{ id: string; name: string }>(
    tx,
    'select id, name from people where tenant_id = $1 and id = any ($2)',
    [tenantId, ids],
  );
  return new Map(found.map(({ id, name }) => [id, name]));
};

const employerOf = ({ tenantId }: HatActor): string => {
  if (!tenantId) throw notFound();
  return tenantId;
};
