import { Injectable } from '@nestjs/common';
import {
  abilities,
  Clock,
  Doors,
  HatsService,
  may,
  type Actor,
  type HatActor,
  type Language,
} from '../../access/index.js';
import { agreedContract, MembersService, SIGHTS, type ContractContent } from '../../partnerships/index.js';
import type { Tx } from '../../platform/database/rows.js';
import { conflict, notFound } from '../../platform/http/problem.js';
import type { Period } from '../../shared/period.js';
import type { ReportContent } from '../reports.view.js';
import type { PackContent, PackIndicator, PackSight, SignOff } from './domain/pack.js';
import { effectsOf, fidelityUntil, settlementsUntil } from './pack-outcomes.queries.js';
import { packPaper, type PackPaper } from './pack-paper.js';
import type { PackScheduleDto } from './packs.dto.js';
import { tracksOf } from './pack-tracks.queries.js';
import { packsPolicy } from './packs.policy.js';
import {
  barriersOf,
  findPack,
  findSchedule,
  insertSignOff,
  listSignOffs,
  removeSchedule,
  setSchedule,
  type PackKey,
} from './packs.repository.js';
import type { PackScheduleView, SteeringPackView } from './packs.view.js';

const targetOf = ({ targets }: ContractContent, indicatorId: string) =>
  targets.find((target) => target.indicatorId === indicatorId)?.reduction ?? null;

const indicatorsOf = (contract: ContractContent | undefined): PackIndicator[] =>
  contract?.indicators.map(({ id, measure, contractUse }) => ({
    id,
    measure,
    contractUse,
    reduction: targetOf(contract, id),
  })) ?? [];

/** A hat that speaks for no party sees the figures that its role is for, and nothing of what parties agreed. */
const WITHOUT_PARTY: PackSight = new Set(['figures']);

/** What a pack says beside its report's figures: who may read which part of it, and who has signed it off. */
@Injectable()
export class PacksService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly members: MembersService,
    private readonly hats: HatsService,
  ) {}

  /** What goes into a pack as it stands now; in the transaction that finishes its report. */
  async gather(tx: Tx, partnershipId: string, period: Period): Promise<PackContent> {
    const contract = await agreedContract(tx, partnershipId, period.to);
    return {
      madeOn: this.clock.today(),
      contractVersion: contract?.version ?? null,
      indicators: indicatorsOf(contract?.content),
      barriers: await barriersOf(tx, partnershipId, period),
      effects: await effectsOf(tx, partnershipId, period.to),
      fidelity: await fidelityUntil(tx, partnershipId, period.to),
      tracks: await tracksOf(tx, partnershipId, period),
      settlements: await settlementsUntil(tx, partnershipId, period.to),
    };
  }

  /** What an actor's party sees today. */
  async sight(tx: Tx, actor: Actor, partnershipId: string): Promise<PackSight> {
    if (actor.kind === 'system') return new Set(SIGHTS);
    const party = await this.members.standsFor(tx, actor, partnershipId);
    return party ? this.members.sight(tx, actor, partnershipId) : WITHOUT_PARTY;
  }

  /** What a pack is put on paper from; within the partnership's door. @throws Problem 409 while it is being made */
  async read(tx: Tx, actor: Actor, key: PackKey): Promise<PackRead> {
    const content = await findPack(tx, key);
    if (!content) throw conflict('report-not-ready', 'The report is still being made.');
    return {
      content,
      sees: await this.sight(tx, actor, key.partnershipId),
      signOffs: await listSignOffs(tx, key),
      maySign: await this.maySign(tx, actor, key),
    };
  }

  /** The pack of a finished report as an actor may have it. Outside of every door: who signed is named behind another. */
  async paper({ content, sees, signOffs }: PackRead, of: PackOf): Promise<PackPaper> {
    const names = await this.hats.names(signOffs.map(({ hatId }) => hatId));
    return packPaper({
      ...of,
      content,
      sees,
      signOffs: signOffs.map(({ hatId, party, signedAt }): SignOff => ({
        party,
        signedAt,
        name: names.get(hatId) ?? '',
      })),
    });
  }

  async view(read: PackRead, of: PackOf): Promise<SteeringPackView> {
    const { heading, summary, tables } = await this.paper(read, of);
    return { heading, summary, tables, maySign: read.maySign };
  }

  /** Signs a pack off for the party that the hat speaks for. @throws Problem 403 for who speaks for none, 404, 409 */
  async signOff(actor: HatActor, key: PackKey): Promise<void> {
    await this.doors.partnership(actor, key.partnershipId, async (tx) => {
      if (!(await findPack(tx, key))) throw notFound();
      const { partyId } = await this.members.party(tx, actor, key.partnershipId);
      const by = { hatId: actor.hatId, partyId, at: this.clock.now() };
      if ((await insertSignOff(tx, key, by)) === 0)
        throw conflict('signed-already', 'You have signed this pack off already.');
    });
  }

  async schedule(actor: HatActor, partnershipId: string): Promise<PackScheduleView> {
    const found = await this.doors.partnership(actor, partnershipId, (tx) => findSchedule(tx, partnershipId));
    return { cut: found?.cut ?? null, abilities: abilities(packsPolicy, actor) };
  }

  /** Says after which cuts a pack makes itself. */
  async setSchedule(actor: HatActor, partnershipId: string, { cut }: PackScheduleDto): Promise<void> {
    await this.doors.partnership(actor, partnershipId, (tx) =>
      cut === null
        ? removeSchedule(tx, partnershipId)
        : setSchedule(tx, partnershipId, cut, { hatId: actor.hatId, at: this.clock.now() }),
    );
  }

  private async maySign(tx: Tx, actor: Actor, key: PackKey): Promise<boolean> {
    if (actor.kind === 'system' || !may(packsPolicy, actor, 'pack.sign')) return false;
    if (!(await this.members.standsFor(tx, actor, key.partnershipId))) return false;
    return (await listSignOffs(tx, key)).every(({ hatId }) => hatId !== actor.hatId);
  }
}

/** A pack as it is kept, with what an actor sees of it and may do. */
export interface PackRead {
  readonly content: PackContent;
  readonly sees: PackSight;
  readonly signOffs: Awaited<ReturnType<typeof listSignOffs>>;
  readonly maySign: boolean;
}

/** In which language, with the figures of its report. */
export interface PackOf {
  readonly language: Language;
  readonly report: ReportContent;
}
