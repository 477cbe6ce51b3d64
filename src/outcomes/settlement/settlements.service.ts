import { Injectable } from '@nestjs/common';
import { abilities, Clock, Doors, HatsService, type HatActor } from '../../access/index.js';
import { findVersion, latestAgreed, MembersService, type ContractVersion } from '../../partnerships/index.js';
import type { Tx } from '../../platform/database/rows.js';
import { conflict, invalidField, notFound } from '../../platform/http/problem.js';
import { addJob } from '../../platform/jobs/outbox.js';
import { addDays, type LocalDate } from '../../shared/local-date.js';
import type { Period } from '../../shared/period.js';
import { EffectPlansService } from '../effect/effect-plans.service.js';
import { forecastFrom } from './domain/forecast-from.js';
import type { Signatory } from './domain/settlement-state.js';
import { draftSettlement } from './settlement.jobs.js';
import { settlementPolicy } from './settlement.policy.js';
import type { SettlementPage, SettlementRow, SettlementStepView, SettlementView } from './settlement.view.js';
import { SettlementBundlesService } from './settlement-bundles.service.js';
import { SettlementStepsService } from './settlement-steps.service.js';
import {
  findSettlement,
  insertSettlement,
  listSettlements,
  listSteps,
  type SettlementKey,
  type StoredSettlement,
  type StoredStep,
} from './settlements.repository.js';
import { statementView } from './statement-view.js';
import { readStatement } from './stored-texts.js';

/** A settlement with everything that its page shows. */
interface SettlementRead {
  readonly found: StoredSettlement;
  readonly version: ContractVersion;
  readonly steps: readonly StoredStep[];
  readonly by: Signatory | null;
  readonly names: ReadonlyMap<string, string>;
}

export interface SettlementOrder extends Period {
  readonly delivered: Readonly<Record<string, number>>;
  readonly correctsId: string | null;
}

const SIGNED: readonly string[] = ['signed', 'sent'];
const UNDER_WAY: readonly string[] = ['building', 'draft', 'commented', 'approved'];

/** What the parties see of settlements, and what they order. */
@Injectable()
export class SettlementsService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly members: MembersService,
    private readonly hats: HatsService,
    private readonly plans: EffectPlansService,
    private readonly steps: SettlementStepsService,
    private readonly bundles: SettlementBundlesService,
  ) {}

  async list(actor: HatActor, partnershipId: string): Promise<SettlementPage> {
    return this.seeing(actor, partnershipId, async (tx) => {
      const items = await listSettlements(tx, partnershipId);
      const latest = await latestAgreed(tx, partnershipId);
      const periods = latest ? await this.plans.periods(tx, partnershipId, latest) : [];
      const today = this.clock.today();
      const open = periods.filter(
        ({ period }) => !items.some((item) => isOf(item, period) && isStanding(item)),
      );
      return {
        items: items.map(rowOf),
        due: open.filter(({ period }) => period.to < today).map(({ period }) => period),
        deliveries: (latest?.content.payment.terms ?? [])
          .filter(({ kind }) => kind === 'delivery')
          .map(({ id }) => id),
        forecast: latest
          ? forecastFrom(
              lastStatement(items),
              latest.content,
              open.map(({ period }) => period),
            )
          : [],
        contractCap: latest?.content.payment.contractCap ?? null,
        cut: latest?.content.settlementCut ?? null,
        agreed: latest !== null,
        abilities: abilities(settlementPolicy, actor),
      };
    });
  }

  async get(actor: HatActor, { partnershipId, settlementId }: SettlementKey): Promise<SettlementView> {
    const key = { partnershipId, settlementId };
    const read = await this.seeing(actor, partnershipId, async (tx) => {
      const found = await findSettlement(tx, partnershipId, settlementId);
      const version = found && (await findVersion(tx, partnershipId, found.contractVersion));
      if (!found || !version) throw notFound();
      const steps = await listSteps(tx, partnershipId, settlementId);
      return { found, version, steps, by: await this.steps.signatory(tx, actor, key) };
    });
    const names = await this.hats.names(read.steps.map(({ hatId }) => hatId));
    return this.view(actor, { ...read, names });
  }

  /** Orders a settlement of a period that is over; a job draws it up. @throws Problem 400, 404, 409 */
  async order(actor: HatActor, partnershipId: string, order: SettlementOrder): Promise<SettlementRow> {
    return this.seeing(actor, partnershipId, async (tx) => {
      const version = await this.versionFor(tx, partnershipId, order);
      await this.assertCorrected(tx, partnershipId, order);
      assertDelivered(version, order.delivered);
      const made = await insertSettlement(tx, partnershipId, {
        ...order,
        contractVersion: version.version,
        hatId: actor.hatId,
        at: this.clock.now(),
      });
      if (!made) throw conflict('settlement-under-way', 'A settlement of this period is under way already.');
      await addJob(tx, draftSettlement, { partnershipId, settlementId: made.id });
      return rowOf(made);
    });
  }

  /** A signed settlement with everything that it is made of. @throws Problem 404 */
  async bundle(actor: HatActor, key: SettlementKey): Promise<string> {
    await this.doors.partnership(actor, key.partnershipId, (tx) =>
      this.members.assertSees(tx, actor, key.partnershipId, 'money', 'effect'),
    );
    return this.bundles.file(actor, key);
  }

  private seeing<T>(actor: HatActor, partnershipId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.doors.partnership(actor, partnershipId, async (tx) => {
      await this.members.assertSees(tx, actor, partnershipId, 'money');
      return work(tx);
    });
  }

  private async versionFor(tx: Tx, partnershipId: string, order: Period): Promise<ContractVersion> {
    const latest = await latestAgreed(tx, partnershipId);
    if (!latest) throw conflict('no-agreed-contract', 'No contract has been agreed yet.');
    const periods = await this.plans.periods(tx, partnershipId, latest);
    const found = periods.find(({ period }) => period.from === order.from && period.to === order.to);
    if (!found)
      throw invalidField('from', 'no-settlement-period', 'The contract is not settled by these days.');
    if (order.to >= this.clock.today())
      throw invalidField('to', 'period-not-over', 'A settlement is of days that have passed.');
    return found.version;
  }

  private async assertCorrected(tx: Tx, partnershipId: string, order: SettlementOrder): Promise<void> {
    const standing = (await listSettlements(tx, partnershipId)).filter(
      (item) => isOf(item, order) && SIGNED.includes(item.state),
    );
    const latest = standing.toSorted((a, b) => Number(b.signedAt) - Number(a.signedAt)).at(0) ?? null;
    if ((latest?.id ?? null) !== order.correctsId)
      throw conflict(
        'other-settlement-stands',
        'A signed settlement is corrected by naming it, the latest of its period.',
      );
  }

  private view(actor: HatActor, { found, version, steps, by, names }: SettlementRead): SettlementView {
    const able = abilities(settlementPolicy, actor);
    const may = this.steps.mayTake(found, by, steps).filter((step) => able.includes(`settlement.${step}`));
    const { disputeDays } = version.content;
    return {
      ...rowOf(found),
      statement: found.statement === null ? null : statementView(readStatement(found.statement)),
      statementHash: found.statementHash,
      snapshotHash: found.snapshotHash,
      contractHash: version.hash,
      signature: found.signature,
      publicKey: found.publicKey,
      objectionsUntil: found.sentOn && addDays(found.sentOn, disputeDays),
      steps: steps.map((step): SettlementStepView => ({
        step: step.step,
        party: { role: step.role, name: step.partyName },
        name: names.get(step.hatId) ?? '',
        note: step.note,
        at: step.at.toISOString(),
        own: step.hatId === actor.hatId,
      })),
      may,
      abilities: able,
    };
  }
}

const isOf = (
  item: StoredSettlement,
  period: { readonly from: LocalDate; readonly to: LocalDate },
): boolean => item.from === period.from && item.to === period.to;

const isStanding = ({ state }: StoredSettlement): boolean =>
  SIGNED.includes(state) || UNDER_WAY.includes(state);

/** The last period that has been drawn up, signed or not. */
const lastStatement = (items: readonly StoredSettlement[]) => {
  const found = items.find(({ statement, state }) => statement !== null && state !== 'withdrawn');
  return found ? { ...readStatement(found.statement), from: found.from } : null;
};

const assertDelivered = ({ content }: ContractVersion, delivered: Readonly<Record<string, number>>): void => {
  const terms = content.payment.terms.filter(({ kind }) => kind === 'delivery').map(({ id }) => id);
  const missing = terms.find((id) => delivered[id] === undefined);
  if (missing !== undefined)
    throw invalidField(`delivered.${missing}`, 'empty', 'Say how many pieces were delivered.');
  const unknown = Object.keys(delivered).find((id) => !terms.includes(id));
  if (unknown !== undefined)
    throw invalidField(`delivered.${unknown}`, 'unknown-term', 'The contract pays nothing by this piece.');
};

const rowOf = (stored: StoredSettlement): SettlementRow => {
  const settled = stored.statement === null ? null : readStatement(stored.statement).settled;
  return {
    id: stored.id,
    from: stored.from,
    to: stored.to,
    state: stored.state,
    failure: stored.failure,
    contractVersion: stored.contractVersion,
    correctsId: stored.correctsId,
    net: settled?.net ?? null,
    held: settled?.held ?? null,
    cumulative: settled?.cumulative ?? null,
    signedAt: stored.signedAt?.toISOString() ?? null,
    sentOn: stored.sentOn,
  };
};
