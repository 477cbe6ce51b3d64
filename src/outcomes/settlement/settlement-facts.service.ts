import { Injectable } from '@nestjs/common';
import { audit, Doors, type SystemActor } from '../../access/index.js';
import { limitsOf, strictestOf, type DisclosureLimits } from '../../disclosure/index.js';
import type { ContractVersion } from '../../partnerships/index.js';
import type { Period } from '../../shared/period.js';
import { surveyedMeans, type SurveyedSum } from '../../surveys/index.js';
import type { EffectPlan } from '../effect/domain/effect-plan.js';
import { sameMonthsBefore, together, type Counted } from './domain/facts.js';
import { settlementFacts } from './settlement-facts.queries.js';

/** Reads what a settlement counts, employer by employer, each through its own door. */
@Injectable()
export class SettlementFactsService {
  constructor(private readonly doors: Doors) {}

  /** What happened to those who were at the workplaces of an arm. */
  async counted(
    actor: SystemActor,
    { content }: ContractVersion,
    plan: EffectPlan,
    arm: 'in' | 'comparison',
    period: Period,
  ): Promise<Counted> {
    const units = plan.units.filter((unit) => unit.arm === arm);
    const found: Counted[] = [];
    for (const tenantId of new Set(units.map((unit) => unit.tenantId))) {
      const own = units.filter((unit) => unit.tenantId === tenantId).map(({ unitId }) => unitId);
      found.push(
        await this.doors.within(actor, tenantId, async (tx) => {
          await audit(tx, actor, {
            tenantId,
            action: 'settlement.draft',
            subjectType: 'unit',
            subjectIds: own,
            purpose: actor.purpose,
            detail: { ...period },
          });
          return settlementFacts(tx, {
            tenantId,
            units: own,
            period,
            before: sameMonthsBefore(period, content.baseline),
            signedOn: content.baseline.to,
          });
        }),
      );
    }
    return together(found);
  }

  /** What the last surveys of the period told of the treated workplaces. */
  async surveyed(actor: SystemActor, plan: EffectPlan, period: Period): Promise<SurveyedSum[]> {
    const treated = plan.units.filter(({ arm }) => arm === 'in');
    const found: SurveyedSum[] = [];
    for (const tenantId of new Set(treated.map((unit) => unit.tenantId))) {
      const units = treated.flatMap((unit) => (unit.tenantId === tenantId ? [unit.unitId] : []));
      found.push(
        ...(await this.doors.within(actor, tenantId, (tx) => surveyedMeans(tx, tenantId, { units, period }))),
      );
    }
    return found;
  }

  /** The strictest numbers of the employers of both arms: a statement tells about all of them. */
  async limits(actor: SystemActor, { units }: EffectPlan): Promise<DisclosureLimits> {
    const found: DisclosureLimits[] = [];
    for (const tenantId of new Set(units.map((unit) => unit.tenantId)))
      found.push(await this.doors.within(actor, tenantId, (tx) => limitsOf(tx, tenantId)));
    return strictestOf(found);
  }
}
