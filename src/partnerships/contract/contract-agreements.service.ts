import { Injectable } from '@nestjs/common';
import { Clock, Doors, HatsService, type HatActor } from '../../access/index.js';
import type { Tx } from '../../platform/database/rows.js';
import { conflict, notFound, Problem } from '../../platform/http/problem.js';
import { addJob } from '../../platform/jobs/outbox.js';
import { faultsOfVersion } from '../domain/contract-version.js';
import type { ContractContent } from '../domain/contract.js';
import { renamePartnership } from '../partnerships.repository.js';
import { wordOfFault } from './contract-fault-words.js';
import { freezeBaseline } from './contract.jobs.js';
import {
  findVersion,
  latestAgreed,
  listParties,
  markAgreed,
  markDraft,
  markProposed,
  registerParties,
  type ContractVersion,
} from './contracts.repository.js';
import { MembersService } from './members.service.js';
import { placeUnits } from './offered-units.repository.js';

/** From draft to agreed by two people of two parties (four eyes); then nothing of it is changed. */
@Injectable()
export class ContractAgreementsService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly members: MembersService,
    private readonly hats: HatsService,
  ) {}

  /** @throws Problem 400 naming everything that stands against it, 403, 404, 409 */
  async propose(actor: HatActor, partnershipId: string, version: number): Promise<void> {
    await this.acting(actor, partnershipId, async (tx, partyId) => {
      const draft = await this.find(tx, partnershipId, version, 'draft');
      await this.assertSound(tx, partnershipId, draft);
      assertParty(draft.content, partyId);
      await markProposed(tx, partnershipId, version, this.by(actor, partyId));
    });
  }

  /** Takes a proposal back to its draft: whoever proposed it, or another party that wants it otherwise. @throws Problem 403, 404, 409 */
  async sendBack(actor: HatActor, partnershipId: string, version: number): Promise<void> {
    await this.acting(actor, partnershipId, async (tx) => {
      await this.find(tx, partnershipId, version, 'proposed');
      await markDraft(tx, partnershipId, version);
    });
  }

  /**
   * Agrees to a proposal of another party's, by another person, as it was read (`hash`).
   * @throws Problem 400, 403, 404, 409
   */
  async agree(
    actor: HatActor,
    partnershipId: string,
    { version, hash }: { readonly version: number; readonly hash: string },
  ): Promise<void> {
    const proposed = await this.doors.partnership(actor, partnershipId, (tx) =>
      findVersion(tx, partnershipId, version),
    );
    const sameUser = await this.hats.isOfOneUser(actor.hatId, proposed?.proposedByHat ?? null);
    await this.acting(actor, partnershipId, async (tx, partyId) => {
      const found = await this.find(tx, partnershipId, version, 'proposed');
      assertParty(found.content, partyId);
      if (sameUser || found.proposedByParty === partyId)
        throw new Problem(403, 'four-eyes', 'Another person of another party agrees to a proposal.');
      await this.assertSound(tx, partnershipId, found);
      if ((await markAgreed(tx, partnershipId, { version, hash }, this.by(actor, partyId))) === 0)
        throw conflict('another-text', 'This is not the text that you read: read it again.');
      await this.takeEffect(tx, partnershipId, found);
    });
  }

  private async takeEffect(tx: Tx, partnershipId: string, agreed: ContractVersion): Promise<void> {
    const { content, validFrom, version } = agreed;
    await registerParties(tx, partnershipId, content.parties);
    await renamePartnership(tx, { id: partnershipId, name: content.name, ...content.period });
    await placeUnits(tx, partnershipId, { units: content.units, from: validFrom, to: content.period.to });
    await addJob(tx, freezeBaseline, { partnershipId, version });
  }

  private async assertSound(tx: Tx, partnershipId: string, found: ContractVersion): Promise<void> {
    const { version, validFrom, content } = found;
    const before = await latestAgreed(tx, partnershipId);
    const known = await listParties(tx, partnershipId);
    const faults = [
      ...faultsOfVersion({ partnershipId, version, validFrom, content }, before, this.clock.today()),
      ...content.parties.flatMap(({ id, role, name }, place) =>
        known.some((other) => other.id !== id && other.role === role && other.name === name)
          ? [{ field: `parties.${place}.name`, code: 'known-under-another-id' }]
          : [],
      ),
    ];
    if (faults.length > 0)
      throw new Problem(
        400,
        'contract-not-sound',
        'The contract cannot be proposed yet.',
        faults.map(({ field, code }) => ({ field, code, message: wordOfFault(code) })),
      );
  }

  private async find(
    tx: Tx,
    partnershipId: string,
    version: number,
    state: 'draft' | 'proposed',
  ): Promise<ContractVersion> {
    const found = await findVersion(tx, partnershipId, version);
    if (!found) throw notFound();
    if (found.state !== state)
      throw conflict('contract-moved-on', 'This version has been proposed, sent back or agreed meanwhile.');
    return found;
  }

  private acting<T>(
    actor: HatActor,
    partnershipId: string,
    work: (tx: Tx, partyId: string) => Promise<T>,
  ): Promise<T> {
    return this.doors.partnership(actor, partnershipId, async (tx) => {
      await this.members.assertSees(tx, actor, partnershipId, 'money', 'effect');
      return work(tx, (await this.members.party(tx, actor, partnershipId)).partyId);
    });
  }

  private by(actor: HatActor, partyId: string) {
    return { hatId: actor.hatId, partyId, at: this.clock.now() };
  }
}

const assertParty = ({ parties }: ContractContent, partyId: string): void => {
  if (!parties.some((party) => party.id === partyId))
    throw new Problem(403, 'not-a-party', 'Your party does not take part in this version.');
};
