import { Injectable } from '@nestjs/common';
import { Clock, Doors, type HatActor } from '../../access/index.js';
import type { Tx } from '../../platform/database/rows.js';
import { conflict, notFound } from '../../platform/http/problem.js';
import { addDays, later, type LocalDate } from '../../shared/local-date.js';
import { blankContract } from '../domain/blank-contract.js';
import type { ContractContent } from '../domain/contract.js';
import { nextCutFrom } from '../domain/fixed-period.js';
import { sightOfRole } from '../domain/sight.js';
import { withNetRates } from '../domain/state-refund.js';
import { findPartnership, unitsOfPartnership } from '../partnerships.repository.js';
import {
  deleteDraft,
  findVersion,
  insertDraft,
  latestAgreed,
  listParties,
  updateDraft,
  type ContractVersion,
  type Draft,
} from './contracts.repository.js';
import { MembersService } from './members.service.js';
import { asOffered } from './offered-units.repository.js';
import { hashOfVersion } from './version-hash.js';

export interface DraftSaved {
  readonly content: ContractContent;
  readonly validFrom: LocalDate;
  readonly reason: string;
  /** That which was read. */
  readonly revision: number;
}

/** Writing a version before it is proposed. Only for those who see all of it. */
@Injectable()
export class ContractDraftsService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly members: MembersService,
  ) {}

  /** Begins a version: the first from what the partnership is, each later one from what was agreed. @throws Problem 404, 409 */
  async start(actor: HatActor, partnershipId: string): Promise<number> {
    return this.writing(actor, partnershipId, async (tx) => {
      const before = await latestAgreed(tx, partnershipId);
      const content = before?.content ?? (await this.blank(tx, partnershipId));
      const validFrom = before ? nextStart(before, this.clock.today()) : content.period.from;
      const versions = { partnershipId, version: (before?.version ?? 0) + 1 };
      const made = await insertDraft(tx, partnershipId, {
        ...this.by(actor),
        content,
        validFrom,
        reason: '',
        hash: hashOfVersion({ ...versions, validFrom, content }),
      });
      if (!made) throw conflict('contract-open', 'Another version is being written or waits for an answer.');
      return made.version;
    });
  }

  /** @throws Problem 400 for a workplace that no employer has offered, 404, 409 where another has saved meanwhile */
  async save(actor: HatActor, partnershipId: string, version: number, saved: DraftSaved): Promise<void> {
    await this.writing(actor, partnershipId, async (tx) => {
      const draft = await this.draft(tx, partnershipId, version);
      const { validFrom, reason, revision } = saved;
      const units = await asOffered(tx, partnershipId, saved.content.units);
      const content = withNetRates({ ...saved.content, units });
      const changed: Draft = {
        ...this.by(actor),
        content,
        validFrom,
        reason,
        hash: hashOfVersion({ partnershipId, version: draft.version, validFrom, content }),
      };
      if ((await updateDraft(tx, partnershipId, { version, revision }, changed)) === 0)
        throw conflict('saved-meanwhile', 'Somebody else has saved this draft since you opened it.');
    });
  }

  /** A draft as it stands, for writing on. @throws Problem 404, 409 */
  async read(actor: HatActor, partnershipId: string, version: number): Promise<ContractContent> {
    return this.writing(
      actor,
      partnershipId,
      async (tx) => (await this.draft(tx, partnershipId, version)).content,
    );
  }

  async discard(actor: HatActor, partnershipId: string, version: number): Promise<void> {
    await this.writing(actor, partnershipId, async (tx) => {
      await this.draft(tx, partnershipId, version);
      await deleteDraft(tx, partnershipId, version);
    });
  }

  private async draft(tx: Tx, partnershipId: string, version: number): Promise<ContractVersion> {
    const found = await findVersion(tx, partnershipId, version);
    if (!found) throw notFound();
    if (found.state !== 'draft')
      throw conflict('not-a-draft', 'This version has been proposed and is not written to.');
    return found;
  }

  private writing<T>(actor: HatActor, partnershipId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.doors.partnership(actor, partnershipId, async (tx) => {
      await this.members.assertSees(tx, actor, partnershipId, 'money', 'effect');
      return work(tx);
    });
  }

  private by(actor: HatActor): Pick<Draft, 'hatId' | 'at'> {
    return { hatId: actor.hatId, at: this.clock.now() };
  }

  private async blank(tx: Tx, partnershipId: string): Promise<ContractContent> {
    const partnership = await findPartnership(tx, partnershipId);
    if (!partnership) throw notFound();
    const { name, from, to } = partnership;
    const units = await unitsOfPartnership(tx, partnershipId, { from, to });
    const parties = await listParties(tx, partnershipId);
    return blankContract({
      name,
      period: { from, to },
      parties: parties.map((party) => ({ ...party, sees: sightOfRole(party.role) })),
      units: units.map(({ tenantId, unitId, name: unit, employerName, arm }) => ({
        tenantId,
        unitId,
        name: unit,
        employerName,
        arm,
        from,
      })),
    });
  }
}

/** An addendum looks ahead and begins with a settlement period. */
const nextStart = ({ validFrom, content }: ContractVersion, today: LocalDate): LocalDate =>
  nextCutFrom(later(addDays(validFrom, 1), today), content.settlementCut);
