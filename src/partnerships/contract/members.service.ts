import { Injectable } from '@nestjs/common';
import { Clock, type Actor } from '../../access/index.js';
import type { Tx } from '../../platform/database/rows.js';
import { notFound, Problem } from '../../platform/http/problem.js';
import { SIGHTS, type ContractContent, type Sight } from '../domain/contract.js';
import { sightOf, type StandsFor } from '../domain/sight.js';
import { agreedContract, latestAgreed, listMembers, memberOf } from './contracts.repository.js';

/** Who speaks for which party, and what each may therefore see. Every transaction is one behind the partnership's door. */
@Injectable()
export class MembersService {
  constructor(private readonly clock: Clock) {}

  /** The party that an actor speaks for; null for the product itself, and for a hat that speaks for none. */
  async standsFor(tx: Tx, actor: Actor, partnershipId: string): Promise<StandsFor | null> {
    return actor.kind === 'hat' ? memberOf(tx, partnershipId, actor.hatId) : null;
  }

  /** What an actor may see today by the contract in force, or by the first one where that begins later. */
  async sight(tx: Tx, actor: Actor, partnershipId: string): Promise<ReadonlySet<Sight>> {
    if (actor.kind === 'system') return new Set(SIGHTS);
    const inForce = await this.inForce(tx, partnershipId);
    return sightOf(inForce, await memberOf(tx, partnershipId, actor.hatId));
  }

  /** The hats of all members whose party sees something. */
  async hatsThatSee(tx: Tx, partnershipId: string, what: Sight): Promise<ReadonlySet<string>> {
    const inForce = await this.inForce(tx, partnershipId);
    const members = await listMembers(tx, partnershipId);
    return new Set(members.filter((member) => sightOf(inForce, member).has(what)).map(({ hatId }) => hatId));
  }

  /** The hats that speak for a party. */
  async hatsOf(tx: Tx, partnershipId: string, partyId: string): Promise<ReadonlySet<string>> {
    const members = await listMembers(tx, partnershipId);
    return new Set(members.filter((member) => member.partyId === partyId).map(({ hatId }) => hatId));
  }

  /** @throws Problem 404 where the actor's party does not see all of it */
  async assertSees(tx: Tx, actor: Actor, partnershipId: string, ...what: readonly Sight[]): Promise<void> {
    const sight = await this.sight(tx, actor, partnershipId);
    if (!what.every((one) => sight.has(one))) throw notFound();
  }

  /** The party that acts. @throws Problem 403 for who speaks for none */
  async party(tx: Tx, actor: Actor, partnershipId: string): Promise<StandsFor> {
    const party = await this.standsFor(tx, actor, partnershipId);
    if (!party) throw new Problem(403, 'speaks-for-no-party', 'Your role here speaks for no party.');
    return party;
  }

  private async inForce(tx: Tx, partnershipId: string): Promise<ContractContent | null> {
    const version =
      (await agreedContract(tx, partnershipId, this.clock.today())) ??
      (await latestAgreed(tx, partnershipId));
    return version?.content ?? null;
  }
}
