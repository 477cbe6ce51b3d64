import { Injectable } from '@nestjs/common';
import { abilities, Clock, Doors, type HatActor } from '../../access/index.js';
import { latestAgreed, MembersService, type ContractVersion } from '../../partnerships/index.js';
import type { Tx } from '../../platform/database/rows.js';
import { conflict, notFound } from '../../platform/http/problem.js';
import { addJob } from '../../platform/jobs/outbox.js';
import { insertEstimate, latestEstimates, type StoredEstimate } from './effect-estimates.repository.js';
import { listPlans, type StoredPlan } from './effect-plans.repository.js';
import { EffectPlansService, savedPlan } from './effect-plans.service.js';
import { estimateByPlan } from './effect.jobs.js';
import { effectPolicy } from './effect.policy.js';
import type { EffectPlanView, EffectView, PlanEstimateView } from './effect.view.js';

/** What the parties see of effects, and what they order. */
@Injectable()
export class EffectService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly members: MembersService,
    private readonly plans: EffectPlansService,
  ) {}

  async get(actor: HatActor, partnershipId: string): Promise<EffectView> {
    return this.seeing(actor, partnershipId, (tx) => this.view(tx, actor, partnershipId));
  }

  /** Saves a plan for every indicator and period that has none. @throws Problem 404, 409 without an agreed contract */
  async savePlans(actor: HatActor, partnershipId: string): Promise<EffectView> {
    return this.seeing(actor, partnershipId, async (tx) => {
      const latest = await latestAgreed(tx, partnershipId);
      if (!latest) throw conflict('no-agreed-contract', 'No contract has been agreed yet.');
      await this.plans.save(tx, actor, partnershipId, await this.plans.periods(tx, partnershipId, latest));
      return this.view(tx, actor, partnershipId);
    });
  }

  /** Orders an estimate by a plan; a job makes it. @throws Problem 404, 409 before the period is over */
  async order(actor: HatActor, partnershipId: string, planId: string): Promise<PlanEstimateView> {
    return this.seeing(actor, partnershipId, async (tx) => {
      const plan = (await listPlans(tx, partnershipId)).find(({ id }) => id === planId);
      if (!plan) throw notFound();
      if (plan.to >= this.clock.today())
        throw conflict('period-not-over', 'The period of this plan is not over.');
      const estimate = await insertEstimate(tx, partnershipId, planId, {
        hatId: actor.hatId,
        at: this.clock.now(),
      });
      await addJob(tx, estimateByPlan, { partnershipId, estimateId: estimate.id });
      return estimateView(estimate);
    });
  }

  private seeing<T>(actor: HatActor, partnershipId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.doors.partnership(actor, partnershipId, async (tx) => {
      await this.members.assertSees(tx, actor, partnershipId, 'effect');
      return work(tx);
    });
  }

  private async view(tx: Tx, actor: HatActor, partnershipId: string): Promise<EffectView> {
    const [plans, estimates] = [await listPlans(tx, partnershipId), await latestEstimates(tx, partnershipId)];
    const latest = await latestAgreed(tx, partnershipId);
    const today = this.clock.today();
    return {
      plans: plans.map((plan) =>
        planView(plan, estimates.find(({ planId }) => planId === plan.id) ?? null, today),
      ),
      agreed: latest !== null,
      unplanned: latest ? await this.unplanned(tx, partnershipId, latest, plans) : 0,
      abilities: abilities(effectPolicy, actor),
    };
  }

  private async unplanned(
    tx: Tx,
    partnershipId: string,
    latest: ContractVersion,
    plans: readonly StoredPlan[],
  ): Promise<number> {
    const periods = await this.plans.periods(tx, partnershipId, latest);
    return periods.filter(
      ({ period, version }) =>
        !plans.some(
          (plan) =>
            plan.from === period.from && plan.to === period.to && plan.contractVersion === version.version,
        ),
    ).length;
  }
}

const planView = (stored: StoredPlan, estimate: StoredEstimate | null, today: string): EffectPlanView => {
  const { preregistered, savedAt } = savedPlan(stored);
  return {
    id: stored.id,
    indicator: stored.indicator,
    measure: stored.plan.measure,
    from: stored.from,
    to: stored.to,
    contractVersion: stored.contractVersion,
    hash: stored.hash,
    savedAt,
    preregistered,
    over: stored.to < today,
    estimate: estimate && estimateView(estimate),
  };
};

const estimateView = ({
  id,
  state,
  failure,
  orderedAt,
  finishedAt,
  content,
}: StoredEstimate): PlanEstimateView => ({
  id,
  state,
  failure,
  orderedAt: orderedAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
  content,
});
