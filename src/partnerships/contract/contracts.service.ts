import { Injectable } from '@nestjs/common';
import { abilities, Clock, Doors, HatsService, type HatActor } from '../../access/index.js';
import type { Tx } from '../../platform/database/rows.js';
import { notFound } from '../../platform/http/problem.js';
import { contractChanges } from '../domain/contract-changes.js';
import { faultsOfVersion } from '../domain/contract-version.js';
import { armsOf, SIGHTS, type Sight } from '../domain/contract.js';
import { smallestP } from '../../evidence/smallest-p.js';
import { visibleContract } from '../domain/visible-contract.js';
import { findPartnership } from '../partnerships.repository.js';
import { findBaseline } from './baselines.repository.js';
import { contractPolicy } from './contract.policy.js';
import type {
  BaselineView,
  ContractChangesView,
  ContractVersionRow,
  ContractVersionView,
  ContractView,
  SignatureView,
} from './contract.view.js';
import {
  agreedContract,
  findVersion,
  latestAgreed,
  listMembers,
  listParties,
  listVersions,
  type ContractVersion,
  type RegisteredParty,
} from './contracts.repository.js';
import { MembersService } from './members.service.js';
import { listOffered } from './offered-units.repository.js';

interface Read {
  readonly tx: Tx;
  readonly sight: ReadonlySet<Sight>;
  readonly parties: readonly RegisteredParty[];
}

/** Reads contracts as far as the reader's party sees them. Drafts and proposals are for those who see all of it. */
@Injectable()
export class ContractsService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly members: MembersService,
    private readonly hats: HatsService,
  ) {}

  async get(actor: HatActor, partnershipId: string): Promise<ContractView> {
    return this.reading(actor, partnershipId, async (read) => {
      const { tx, sight } = read;
      const isParty = seesAll(sight);
      const inForce = await this.inForce(tx, partnershipId);
      const versions = (await listVersions(tx, partnershipId)).filter(
        ({ state }) => isParty || state === 'agreed',
      );
      const members = await listMembers(tx, partnershipId);
      const names = await this.namesOf(versions, members);
      const member = await this.members.standsFor(tx, actor, partnershipId);
      return {
        partyId: member?.partyId ?? null,
        sees: SIGHTS.filter((one) => sight.has(one)),
        inForce: inForce && (await this.view(read, partnershipId, inForce, names)),
        versions: versions.map((version) => rowOf(version, names, read.parties)),
        members: read.parties.map(({ id }) => ({
          partyId: id,
          names: members.flatMap((one) => (one.partyId === id ? (names.get(one.hatId) ?? []) : [])),
        })),
        offered: isParty ? await listOffered(tx, partnershipId) : [],
        abilities: abilities(contractPolicy, actor).filter((ability) => allowed(ability, sight)),
      };
    });
  }

  async version(actor: HatActor, partnershipId: string, version: number): Promise<ContractVersionView> {
    return this.reading(actor, partnershipId, async (read) => {
      const found = await find(read, partnershipId, version);
      return this.view(read, partnershipId, found, await this.namesOf([found], []));
    });
  }

  /** What a version says otherwise than another: the one agreed before it unless told. @throws Problem 404 */
  async changes(
    actor: HatActor,
    partnershipId: string,
    { version, against = Math.max(1, version - 1) }: { readonly version: number; readonly against?: number },
  ): Promise<ContractChangesView> {
    return this.reading(actor, partnershipId, async (read) => {
      const [after, before] = [
        await find(read, partnershipId, version),
        await find(read, partnershipId, against),
      ];
      const [now, then] = [after, before].map(({ content }) => visibleContract(content, read.sight));
      return {
        version,
        against,
        changes: now && then ? contractChanges(then, now) : [],
      };
    });
  }

  /** The totals of the version in force, once they are frozen. @throws Problem 404 for a party that sees no figures */
  async baseline(actor: HatActor, partnershipId: string): Promise<BaselineView> {
    return this.reading(actor, partnershipId, async ({ tx, sight }) => {
      const inForce = await this.inForce(tx, partnershipId);
      if (!inForce || !sight.has('figures')) throw notFound();
      const found = await findBaseline(tx, partnershipId, inForce.version);
      const { from, to } = inForce.content.baseline;
      return {
        version: inForce.version,
        from,
        to,
        hash: found?.hash ?? null,
        frozenAt: found?.frozenAt.toISOString() ?? null,
        totals: found?.totals.filter(({ arm }) => arm === 'in' || sight.has('effect')) ?? [],
      };
    });
  }

  private async inForce(tx: Tx, partnershipId: string): Promise<ContractVersion | null> {
    return (
      (await agreedContract(tx, partnershipId, this.clock.today())) ?? (await latestAgreed(tx, partnershipId))
    );
  }

  private reading<T>(actor: HatActor, partnershipId: string, work: (read: Read) => Promise<T>): Promise<T> {
    return this.doors.partnership(actor, partnershipId, async (tx) => {
      if (!(await findPartnership(tx, partnershipId))) throw notFound();
      return work({
        tx,
        sight: await this.members.sight(tx, actor, partnershipId),
        parties: await listParties(tx, partnershipId),
      });
    });
  }

  private namesOf(
    versions: readonly ContractVersion[],
    members: readonly { readonly hatId: string }[],
  ): Promise<ReadonlyMap<string, string>> {
    const hats = versions.flatMap(({ proposedByHat, agreedByHat }) => [
      proposedByHat ?? [],
      agreedByHat ?? [],
    ]);
    return this.hats.names([...new Set([...hats.flat(), ...members.map((member) => member.hatId)])]);
  }

  private async view(
    { tx, sight, parties }: Read,
    partnershipId: string,
    found: ContractVersion,
    names: ReadonlyMap<string, string>,
  ): Promise<ContractVersionView> {
    const { content, state } = found;
    const before = state === 'agreed' ? null : await latestAgreed(tx, partnershipId);
    const dated = { ...found, partnershipId };
    const { treated, comparison } = armsOf(content);
    return {
      ...rowOf(found, names, parties),
      content: visibleContract(content, sight),
      faults: state === 'agreed' ? [] : faultsOfVersion(dated, before, this.clock.today()),
      smallestP: sight.has('effect') ? smallestP(content.choice, treated, comparison) : null,
    };
  }
}

const seesAll = (sight: ReadonlySet<Sight>): boolean => sight.has('money') && sight.has('effect');

const allowed = (ability: string, sight: ReadonlySet<Sight>): boolean => {
  if (ability.startsWith('capital.')) return sight.has('money');
  if (ability.startsWith('barrier.')) return sight.has('minutes');
  return ability === 'contract.read' || seesAll(sight);
};

const find = async (
  { tx, sight }: Read,
  partnershipId: string,
  version: number,
): Promise<ContractVersion> => {
  const found = await findVersion(tx, partnershipId, version);
  if (!found || (found.state !== 'agreed' && !seesAll(sight))) throw notFound();
  return found;
};

const rowOf = (
  found: ContractVersion,
  names: ReadonlyMap<string, string>,
  parties: readonly RegisteredParty[],
): ContractVersionRow => {
  const signature = (hat: string | null, party: string | null, at: Date | null): SignatureView | null =>
    at && {
      name: names.get(hat ?? '') ?? '',
      party: parties.find(({ id }) => id === party)?.name ?? '',
      at: at.toISOString(),
    };
  const { version, state, validFrom, reason, hash, revision, savedAt } = found;
  return {
    version,
    state,
    validFrom,
    reason,
    hash,
    revision,
    savedAt: savedAt.toISOString(),
    proposed: signature(found.proposedByHat, found.proposedByParty, found.proposedAt),
    agreed: signature(found.agreedByHat, found.agreedByParty, found.agreedAt),
  };
};
