import { Injectable } from '@nestjs/common';
import { abilities, audit, Clock, Doors, type HatActor } from '../../access/index.js';
import type { Tx } from '../../platform/database/rows.js';
import { conflict, invalidField, notFound } from '../../platform/http/problem.js';
import type { ActionPlanDto, ActionPlansQuery, NewActionPlanDto } from './action-plans.dto.js';
import {
  deletePlan,
  findPlan,
  insertPlan,
  listPlans,
  updatePlan,
  type StoredPlan,
} from './action-plans.repository.js';
import type { ActionPlansView, ActionPlanView, PlanEffectView } from './action-plans.view.js';
import { effectOf, isOverdue } from './domain/effect.js';
import { ownUnitsOf, tenantOf } from './own-units.queries.js';
import { resultsPolicy } from './results.policy.js';
import { findHead } from './results.queries.js';
import { ResultsService } from './results.service.js';

/** What was agreed on a result: theme, goal, who, when, and what came of it. A line manager's are of the own units. */
@Injectable()
export class ActionPlansService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly results: ResultsService,
  ) {}

  async list(actor: HatActor, query: ActionPlansQuery): Promise<ActionPlansView> {
    const tenantId = tenantOf(actor);
    const today = this.clock.today();
    return this.doors.within(actor, tenantId, async (tx) => {
      const own = await ownUnitsOf(tx, actor, today);
      const { items, total, overdue } = await listPlans(tx, { tenantId, query, own, today });
      return {
        items: items.map((plan) => this.viewOf(plan)),
        overdue,
        page: query.page,
        pageSize: query.pageSize,
        total,
        abilities: abilities(resultsPolicy, actor),
      };
    });
  }

  async make(actor: HatActor, plan: NewActionPlanDto): Promise<ActionPlanView> {
    return this.results.open(actor, plan.roundId, async (opened) => {
      const { tx, key, own } = opened;
      await this.results.ownUnit(opened, plan.unitId ?? null);
      if (plan.scaleId) await assertScale(tx, key.tenantId, plan.roundId, plan.scaleId);
      const id = await insertPlan(tx, key.tenantId, actor.hatId, plan);
      await tell(tx, actor, { action: 'action-plan.make', unitId: plan.unitId ?? null, id });
      const made = await findPlan(tx, key.tenantId, id, own);
      if (!made) throw notFound();
      return this.viewOf(made);
    });
  }

  /** @throws Problem 404, 409 where somebody else changed it meanwhile */
  async change(actor: HatActor, id: string, plan: ActionPlanDto): Promise<ActionPlanView> {
    return this.own(actor, id, async (tx, tenantId, found) => {
      if (plan.scaleId && plan.scaleId !== found.scaleId)
        await assertScale(tx, tenantId, found.roundId, plan.scaleId);
      if (!(await updatePlan(tx, tenantId, id, plan)))
        throw conflict('changed-meanwhile', 'Somebody else has changed the plan. Read it again.');
      await tell(tx, actor, { action: 'action-plan.change', unitId: found.unitId, id });
      const changed = await findPlan(tx, tenantId, id, null);
      if (!changed) throw notFound();
      return this.viewOf(changed);
    });
  }

  async remove(actor: HatActor, id: string): Promise<void> {
    await this.own(actor, id, async (tx, tenantId, { unitId }) => {
      await deletePlan(tx, tenantId, id);
      await tell(tx, actor, { action: 'action-plan.remove', unitId, id });
    });
  }

  private async own<T>(
    actor: HatActor,
    id: string,
    work: (tx: Tx, tenantId: string, plan: StoredPlan) => Promise<T>,
  ): Promise<T> {
    const tenantId = tenantOf(actor);
    return this.doors.within(actor, tenantId, async (tx) => {
      const found = await findPlan(tx, tenantId, id, await ownUnitsOf(tx, actor, this.clock.today()));
      if (!found) throw notFound();
      return work(tx, tenantId, found);
    });
  }

  private viewOf(plan: StoredPlan): ActionPlanView {
    return {
      id: plan.id,
      roundId: plan.roundId,
      roundTitle: plan.roundTitle,
      unitId: plan.unitId,
      unitName: plan.unitName,
      parentName: plan.parentName,
      scaleId: plan.scaleId,
      scaleName: plan.scale?.name ?? null,
      theme: plan.theme,
      goal: plan.goal,
      owner: plan.owner,
      dueOn: plan.dueOn,
      overdue: isOverdue(plan, this.clock.today()),
      status: plan.status,
      outcome: plan.outcome,
      version: plan.version,
      effect: effectView(plan),
    };
  }
}

const assertScale = async (tx: Tx, tenantId: string, roundId: string, scaleId: string): Promise<void> => {
  const head = await findHead(tx, { tenantId, roundId });
  if (!head?.definitions.some(({ id }) => id === scaleId))
    throw invalidField('scaleId', 'no-such-scale', 'The round has no such scale.');
};

const effectView = ({ scale, before, now, nextRoundId, nextClosesOn }: StoredPlan): PlanEffectView | null => {
  if (!scale || nextRoundId === null || nextClosesOn === null) return null;
  const effect = effectOf(before, now, scale);
  return effect && { ...effect, roundId: nextRoundId, closesOn: nextClosesOn };
};

const tell = (
  tx: Tx,
  actor: HatActor,
  { action, unitId, id }: { readonly action: string; readonly unitId: string | null; readonly id: string },
) =>
  audit(tx, actor, {
    tenantId: tenantOf(actor),
    action,
    subjectType: unitId === null ? 'employer' : 'unit',
    subjectIds: [unitId ?? tenantOf(actor)],
    purpose: 'follow up a survey',
    detail: { plan: id },
  });
