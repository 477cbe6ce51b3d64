import { Injectable } from '@nestjs/common';
import { Clock, Doors, type SystemActor } from '../../access/index.js';
import {
  BaselinesService,
  IndicatorCellsService,
  IndicatorReleasesService,
} from '../../partnerships/index.js';
import { notFound, Problem } from '../../platform/http/problem.js';
import { localDate } from '../../shared/local-date.js';
import type { Period } from '../../shared/period.js';
import { linesOf, sightOf } from './domain/arm-figures.js';
import { CalculationThreads } from '../calculations/calculation-threads.js';
import type { EffectCell, EffectPlan } from './domain/effect-plan.js';
import { cellsFor } from './domain/plan-for.js';
import { shownEstimate } from './domain/shown-estimate.js';
import {
  failEstimate,
  findEstimate,
  finishEstimate,
  lastTold,
  type StoredEstimate,
} from './effect-estimates.repository.js';
import { listPlans } from './effect-plans.repository.js';
import { FidelityService } from './fidelity.service.js';

export interface EstimateKey {
  readonly partnershipId: string;
  readonly estimateId: string;
}

/** Tells effects by their plans, from the frozen baseline and what the employers' rows say now. */
@Injectable()
export class EffectEstimationService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly cells: IndicatorCellsService,
    private readonly baselines: BaselinesService,
    private readonly releases: IndicatorReleasesService,
    private readonly fidelity: FidelityService,
    private readonly threads: CalculationThreads,
  ) {}

  /** Safe to run again and beside another run: what is ready stays. */
  async estimate(actor: SystemActor, key: EstimateKey): Promise<void> {
    const { partnershipId } = key;
    const stored = await this.doors.partnership(actor, partnershipId, async (tx) => {
      const estimate = await findEstimate(tx, partnershipId, key.estimateId);
      if (!estimate) throw notFound();
      const plan = (await listPlans(tx, partnershipId)).find(({ id }) => id === estimate.planId);
      if (!plan) throw notFound();
      return { estimate, plan, before: await lastTold(tx, partnershipId, plan.id) };
    });
    if (stored.estimate.state === 'ready') return;
    try {
      const { plan, contractVersion, from, to } = stored.plan;
      if (stored.before && (await this.changedByFew(actor, key, stored.before, { from, to }))) return;
      const cells = await this.cellsOf(actor, { partnershipId, contractVersion, plan });
      const told = await this.threads.run('effect', { plan, cells });
      const release = { partnershipId, exit: 'effect', release: key.estimateId } as const;
      const decided = await this.releases.release(actor, release, linesOf(plan));
      const estimate = shownEstimate(told, sightOf(plan, decided));
      const before = stored.before?.content?.fidelity ?? [];
      const fidelity = await this.fidelity.release(actor, release, { plan, period: { from, to }, before });
      const content = { estimate, fidelity, knownOn: this.clock.today() };
      await this.doors.partnership(actor, partnershipId, (tx) =>
        finishEstimate(tx, key, content, this.clock.now()),
      );
    } catch (fault) {
      const failure = fault instanceof Problem ? fault.code : 'estimate-failed';
      await this.doors.partnership(actor, partnershipId, (tx) => failEstimate(tx, key, failure));
      if (!(fault instanceof Problem)) throw fault;
    }
  }

  /**
   * Whether what came in since an estimate by the same plan is the absence of too few: beside each other the two would
   * tell of them. Then the earlier one is told again as it was, with the day up to which it knew.
   */
  private async changedByFew(
    actor: SystemActor,
    key: EstimateKey,
    before: StoredEstimate,
    period: Period,
  ): Promise<boolean> {
    const { partnershipId } = key;
    const told = { partnershipId, exit: 'effect', release: before.id } as const;
    if (!(await this.releases.changedByFew(actor, told, period))) return false;
    await this.doors.partnership(actor, partnershipId, (tx) =>
      finishEstimate(tx, key, before.content ?? {}, this.clock.now()),
    );
    return true;
  }

  /** The cells of a plan. @throws Problem 409 until the baseline has been frozen */
  async cellsOf(
    actor: SystemActor,
    of: { readonly partnershipId: string; readonly contractVersion: number; readonly plan: EffectPlan },
  ): Promise<EffectCell[]> {
    const { partnershipId, contractVersion: version, plan } = of;
    const frozen = await this.baselines.cellsOf(actor, { partnershipId, version });
    if (!frozen)
      throw new Problem(409, 'baseline-not-frozen', 'The months before the start are not frozen yet.');
    const { units, period } = plan;
    const read = await this.cells.read(actor, {
      partnershipId,
      units,
      period: daysOf(period),
      indicators: [plan.measure],
    });
    return cellsFor(plan, frozen, read);
  }
}

const daysOf = ({ from, to }: EffectPlan['period']): Period => ({
  from: localDate(`${from}-01`),
  to: localDate(
    new Date(Date.UTC(Number(to.slice(0, 4)), Number(to.slice(5)), 0)).toISOString().slice(0, 10),
  ),
});
