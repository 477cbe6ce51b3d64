import { Injectable } from '@nestjs/common';
import { abilities, Clock, Doors, HatsService, type HatActor, type SystemActor } from '../../access/index.js';
import type { Tx } from '../../platform/database/rows.js';
import { conflict, invalidField, notFound } from '../../platform/http/problem.js';
import { contractPolicy } from '../contract/contract.policy.js';
import { agreedContract, latestAgreed, listParties } from '../contract/contracts.repository.js';
import { MembersService } from '../contract/members.service.js';
import { agreedCosts, capitalStanding } from '../domain/capital.js';
import type { CapitalQuery, NewCapitalEntryDto } from './capital.dto.js';
import {
  capitalSums,
  findReversible,
  insertEntry,
  insertReversal,
  listEntries,
  type CapitalEntry,
} from './capital.repository.js';
import type { CapitalEntryView, CapitalPage } from './capital.view.js';

/** The capital ledger (definitions 9.4): for parties that see the money, and added to only. */
@Injectable()
export class CapitalService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly members: MembersService,
    private readonly hats: HatsService,
  ) {}

  async list(actor: HatActor, partnershipId: string, query: CapitalQuery): Promise<CapitalPage> {
    return this.seeing(actor, partnershipId, async (tx) => {
      const { items, total } = await listEntries(tx, partnershipId, query);
      const names = await this.hats.names([...new Set(items.flatMap((entry) => entry.recordedByHat ?? []))]);
      const agreed =
        (await agreedContract(tx, partnershipId, this.clock.today())) ??
        (await latestAgreed(tx, partnershipId));
      const parties = await listParties(tx, partnershipId);
      return {
        items: items.map((entry) => viewOf(entry, names)),
        page: query.page,
        pageSize: query.pageSize,
        total,
        standing: capitalStanding(await capitalSums(tx, partnershipId), agreed?.content.waterfall ?? null),
        agreedCosts: agreed ? agreedCosts(agreed.content.payment) : null,
        parties: parties.map(({ id, name }) => ({ id, name })),
        abilities: abilities(contractPolicy, actor).filter((ability) => ability.startsWith('capital.')),
      };
    });
  }

  /** @throws Problem 400, 404 */
  async record(
    actor: HatActor | SystemActor,
    partnershipId: string,
    entry: NewCapitalEntryDto,
  ): Promise<{ id: string }> {
    if ((entry.kind === 'spent') !== (entry.purpose !== null))
      throw invalidField('purpose', 'of-spent-only', 'What is spent, and only that, has a purpose.');
    if (entry.onDay > this.clock.today())
      throw invalidField('onDay', 'in-future', 'What has been paid, has been paid.');
    return this.seeing(actor, partnershipId, async (tx) => {
      const made = await insertEntry(tx, partnershipId, entry, this.by(actor));
      if (!made) throw invalidField('partyId', 'no-such-party', 'The partnership has no such party.');
      return made;
    });
  }

  /** @throws Problem 404, 409 where it is reversed already or is itself a reversal */
  async reverse(
    actor: HatActor,
    partnershipId: string,
    entry: { readonly id: string; readonly note: string },
  ): Promise<void> {
    await this.seeing(actor, partnershipId, async (tx) => {
      const found = await findReversible(tx, partnershipId, entry.id);
      if (!found) throw notFound();
      const made = found.reversible ? await insertReversal(tx, partnershipId, entry, this.by(actor)) : 0;
      if (made === 0) throw conflict('reversed-already', 'This entry has been taken back already.');
    });
  }

  private seeing<T>(
    actor: HatActor | SystemActor,
    partnershipId: string,
    work: (tx: Tx) => Promise<T>,
  ): Promise<T> {
    return this.doors.partnership(actor, partnershipId, async (tx) => {
      await this.members.assertSees(tx, actor, partnershipId, 'money');
      return work(tx);
    });
  }

  private by(actor: HatActor | SystemActor) {
    return { hatId: actor.kind === 'hat' ? actor.hatId : null, at: this.clock.now() };
  }
}

const viewOf = (
  { recordedByHat, recordedAt, ...entry }: CapitalEntry,
  names: ReadonlyMap<string, string>,
): CapitalEntryView => ({
  ...entry,
  recordedBy: names.get(recordedByHat ?? '') ?? '',
  recordedAt: recordedAt.toISOString(),
});
