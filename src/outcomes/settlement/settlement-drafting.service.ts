import { Injectable } from '@nestjs/common';
import { Clock, Doors, type SystemActor } from '../../access/index.js';
import {
  BaselinesService,
  contentHash,
  findVersion,
  fixedPeriodOf,
  IndicatorCellsService,
  IndicatorReleasesService,
  type ContractVersion,
  type DecidedRelease,
  type FixedCut,
} from '../../partnerships/index.js';
import { isSmallCount, type ReleaseKey } from '../../disclosure/index.js';
import { notFound, Problem } from '../../platform/http/problem.js';
import type { Period } from '../../shared/period.js';
import { CalculationThreads } from '../calculations/calculation-threads.js';
import { sumsOf } from '../effect/domain/arm-figures.js';
import { cellsFor } from '../effect/domain/plan-for.js';
import type { EffectPlan } from '../effect/domain/effect-plan.js';
import { EffectPlansService } from '../effect/effect-plans.service.js';
import {
  broughtForward,
  broughtToCorrection,
  type BroughtForward,
  type SignedSettlement,
} from './domain/brought-forward.js';
import { completenessOf, countsOf, flowOf, guardrailFiguresOf, guardrailsOfFew } from './domain/facts.js';
import type { SavedPlan } from './domain/estimates.js';
import { snapshotText, type IndicatorCells, type Snapshot } from './domain/snapshot.js';
import { asToldBefore } from './domain/told-before.js';
import { toldPlans } from './domain/told-plans.js';
import { SettlementFactsService } from './settlement-facts.service.js';
import { hashOf, statementOf, statementText } from './statement.js';
import {
  carriedBy,
  failDraft,
  findSettlement,
  findSnapshot,
  finishDraft,
  keepSnapshot,
  signedSettlements,
  toldSettlement,
  type SettlementKey,
  type StoredSettlement,
} from './settlements.repository.js';
import { readSnapshot, readStatement } from './stored-texts.js';

interface Prepared {
  readonly settlement: StoredSettlement;
  readonly version: ContractVersion;
  readonly plans: readonly SavedPlan[];
  readonly signed: readonly StoredSettlement[];
  /** Which told the same period before. */
  readonly before: StoredSettlement | null;
}

/** Of which plans the statement tells, and what leaves the house by it. */
interface Told {
  readonly plans: readonly SavedPlan[];
  readonly decided: DecidedRelease;
}

/** Draws settlements up: reads what is known, keeps it as a snapshot, and computes the statement from that alone. */
@Injectable()
export class SettlementDraftingService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly cells: IndicatorCellsService,
    private readonly baselines: BaselinesService,
    private readonly plans: EffectPlansService,
    private readonly releases: IndicatorReleasesService,
    private readonly facts: SettlementFactsService,
    private readonly threads: CalculationThreads,
  ) {}

  /** Safe to run again and beside another run: a draft that is there stays. */
  async draft(actor: SystemActor, key: SettlementKey): Promise<void> {
    const prepared = await this.prepare(actor, key);
    if (!['building', 'failed'].includes(prepared.settlement.state)) return;
    try {
      const told = await this.told(actor, key, prepared);
      const known = await this.snapshot(actor, key, { ...prepared, plans: told.plans });
      const { snapshot, repeats } = await this.besideBefore(actor, key, prepared, known);
      await this.keep(actor, key, { prepared, decided: repeats ? null : told.decided, snapshot });
    } catch (fault) {
      const failure = fault instanceof Problem ? fault.code : 'draft-failed';
      await this.doors.partnership(actor, key.partnershipId, (tx) => failDraft(tx, key, failure));
      if (!(fault instanceof Problem)) throw fault;
    }
  }

  private async prepare(
    actor: SystemActor,
    { partnershipId, settlementId }: SettlementKey,
  ): Promise<Prepared> {
    return this.doors.partnership(actor, partnershipId, async (tx) => {
      const settlement = await findSettlement(tx, partnershipId, settlementId);
      const version = settlement && (await findVersion(tx, partnershipId, settlement.contractVersion));
      if (!settlement || !version) throw notFound();
      const period = { from: settlement.from, to: settlement.to };
      return {
        settlement,
        version,
        plans: await this.plans.plansToSettleBy(tx, actor, partnershipId, { period, version }),
        signed: await signedSettlements(tx, partnershipId),
        before: await toldSettlement(tx, partnershipId, settlement),
      };
    });
  }

  /** What the statement tells of both arms is decided before anything of it is kept. @throws Problem 409 */
  private async told(actor: SystemActor, key: SettlementKey, { plans, version }: Prepared): Promise<Told> {
    const figures = plans.flatMap(({ plan }) => sumsOf(plan));
    if (figures.length === 0) throw new Problem(409, 'no-indicators', 'The contract has no indicator.');
    const decided = await this.releases.decide(actor, releaseOf(key), figures);
    const told = toldPlans(plans, decided.figures, version.content);
    if (!told) throw new Problem(409, 'too-few-people', 'Too few people stand behind these figures.');
    return { plans: told.plans, decided: { ...decided, figures: told.figures } };
  }

  private async snapshot(
    actor: SystemActor,
    { partnershipId }: SettlementKey,
    prepared: Prepared,
  ): Promise<Snapshot> {
    const { settlement, version, plans } = prepared;
    const { from, to, delivered } = settlement;
    const everyPlan = plans.map(({ plan }) => plan);
    const frozen = await this.baselines.cellsOf(actor, { partnershipId, version: version.version });
    if (!frozen)
      throw new Problem(409, 'baseline-not-frozen', 'The months before the start are not frozen yet.');
    const [first] = everyPlan;
    if (!first) throw new Problem(409, 'no-indicators', 'The contract has no indicator.');
    const read = await this.cells.read(actor, { partnershipId, units: first.units, period: { from, to } });
    const indicators = everyPlan.map((plan) => ({ id: plan.indicator, cells: cellsFor(plan, frozen, read) }));
    const counted = {
      treated: await this.facts.counted(actor, version, first, 'in', { from, to }),
      comparison: await this.facts.counted(actor, version, first, 'comparison', { from, to }),
    };
    const limits = await this.facts.limits(actor, first);
    const terms = version.content.payment.terms;
    if (terms.some(({ kind }) => kind === 'count') && isSmallCount(counted.treated.longRunningBefore, limits))
      throw new Problem(409, 'too-few-people', 'Too few people stand behind these figures.');
    const cells = indicators[0]?.cells ?? [];
    const completeness = completenessOf(
      first,
      cells,
      counted.treated.correctedSpells + counted.comparison.correctedSpells,
    );
    return {
      format: 1,
      partnershipId,
      contract: { version: version.version, hash: version.hash },
      period: { from, to, cut: cutOf({ from, to }, version.content.settlementCut) },
      knownOn: this.clock.today(),
      baselineHash: contentHash(frozen),
      indicators,
      counts: countsOf(terms, counted.treated, limits),
      delivered,
      guardrailFigures: guardrailFiguresOf(
        counted.treated,
        completeness,
        await this.facts.surveyed(actor, first, { from, to }),
        limits,
      ),
      guardrailsOfFew: guardrailsOfFew(counted.treated, limits),
      limits: { count: limits.count },
      population: {
        treated: flowOf(counted.treated, ofArm(first, indicators, 'in'), first.period),
        comparison: flowOf(counted.comparison, ofArm(first, indicators, 'comparison'), first.period),
      },
      completeness,
      ...(await this.brought(partnershipId, prepared)),
    };
  }

  /** What was told of the period before stands, as far as it has changed by few. */
  private async besideBefore(
    actor: SystemActor,
    { partnershipId }: SettlementKey,
    { before, settlement: { from, to } }: Prepared,
    known: Snapshot,
  ): Promise<{ readonly snapshot: Snapshot; readonly repeats: boolean }> {
    if (!before) return { snapshot: known, repeats: false };
    const text = await this.doors.system('read what a settlement told before', (tx) =>
      findSnapshot(tx, partnershipId, before.snapshotHash ?? ''),
    );
    const told = releaseOf({ partnershipId, settlementId: before.id });
    const repeats = await this.releases.changedByFew(actor, told, { from, to });
    return { snapshot: asToldBefore(readSnapshot(text), known, repeats), repeats };
  }

  /** From the settlements signed before; a correction stands where the one stood that it corrects. */
  private async brought(partnershipId: string, { settlement, signed }: Prepared): Promise<BroughtForward> {
    const carried = await this.doors.system('read what settlements carried forward', (tx) =>
      carriedBy(
        tx,
        partnershipId,
        signed.flatMap(({ snapshotHash }) => snapshotHash ?? []),
      ),
    );
    const chain = signed.map((one) => signedOf(one, { carried, signed }));
    if (settlement.correctsId === null) return broughtForward(chain);
    const place = signed.findIndex(({ id }) => id === settlement.correctsId);
    const corrected = chain[place];
    if (!corrected) throw notFound();
    return broughtToCorrection(corrected);
  }

  private async keep(
    actor: SystemActor,
    key: SettlementKey,
    {
      prepared,
      decided,
      snapshot,
    }: {
      readonly prepared: Prepared;
      /** Null where the figures are those that left before. */
      readonly decided: DecidedRelease | null;
      readonly snapshot: Snapshot;
    },
  ): Promise<void> {
    const { version, plans, settlement, signed } = prepared;
    const corrects = signed.find(({ id }) => id === settlement.correctsId)?.statementHash ?? null;
    const estimates = await this.threads.run('estimates', { snapshot, plans });
    const statement = statementText(
      statementOf({ contract: version.content, snapshot, plans, corrects }, estimates),
    );
    const text = snapshotText(snapshot);
    const hash = hashOf(text);
    const { partnershipId } = key;
    if (decided) await this.releases.keep(actor, releaseOf(key), decided);
    await this.doors.system('keep the snapshot of a settlement', (tx) =>
      keepSnapshot(tx, { hash, partnershipId, snapshot: text, at: this.clock.now() }),
    );
    await this.doors.partnership(actor, partnershipId, (tx) =>
      finishDraft(tx, key, { statement, statementHash: hashOf(statement), snapshotHash: hash }),
    );
  }
}

const releaseOf = ({ partnershipId, settlementId }: SettlementKey): ReleaseKey => ({
  partnershipId,
  exit: 'settlement',
  release: settlementId,
});

/** The cells of one arm, of one indicator: exposure is the same in all. */
const ofArm = (plan: EffectPlan, indicators: readonly IndicatorCells[], arm: 'in' | 'comparison') => {
  const units = new Set(plan.units.filter((unit) => unit.arm === arm).map(({ unitId }) => unitId));
  return (indicators[0]?.cells ?? []).filter(({ unitId }) => units.has(unitId));
};

const cutOf = (period: Period, agreed: FixedCut): FixedCut => {
  const fixed = fixedPeriodOf(period);
  return typeof fixed === 'string' ? agreed : fixed.cut;
};

const signedOf = (
  stored: StoredSettlement,
  of: { readonly carried: ReadonlyMap<string, BroughtForward>; readonly signed: readonly StoredSettlement[] },
): SignedSettlement => {
  const carried = of.carried.get(stored.snapshotHash ?? '');
  if (!carried) throw new Error('a signed settlement has no snapshot');
  return {
    hash: stored.statementHash ?? '',
    period: { from: stored.from, to: stored.to },
    corrects: of.signed.find(({ id }) => id === stored.correctsId)?.statementHash ?? null,
    ...carried,
    settled: readStatement(stored.statement).settled,
  };
};
