import { Injectable } from '@nestjs/common';
import { indicatorSpread, type IndicatorSpread } from '../../absence/index.js';
import { Clock, Doors, type SystemActor } from '../../access/index.js';
import {
  countedReason,
  limitsOf,
  strictestOf,
  type DisclosureLimits,
  type Reason,
} from '../../disclosure/index.js';
import type { IndicatorMeasure } from '../../partnerships/index.js';
import { addDays, addMonths, localDate, type LocalDate } from '../../shared/local-date.js';
import type { Period } from '../../shared/period.js';
import type { EffectPlan, PlannedUnit } from './domain/effect-plan.js';
import { monthsBetween, quarterOf } from './domain/month.js';
import type { ArmSight } from './domain/shown-estimate.js';

const SPREAD = {
  days: (spread) => spread.days,
  'days-cut-at-30': (spread) => spread.daysCutAt30,
  spells: (spread) => spread.spellsEnded,
  'long-spells': (spread) => spread.longSpells,
} as const satisfies Readonly<Record<IndicatorMeasure, (spread: IndicatorSpread) => unknown>>;

const isMeasure = (measure: string): measure is IndicatorMeasure => measure in SPREAD;

const lastOf = (month: string): LocalDate => addDays(addMonths(localDate(`${month}-01`), 1), -1);

/** The whole quarters that lines are drawn by, as far as the plan goes. */
const quartersOf = ({ baseline, period }: EffectPlan): ReadonlyMap<string, Period> => {
  const months = [...monthsBetween(baseline.from, baseline.to), ...monthsBetween(period.from, period.to)];
  const quarters = new Map<string, Period>();
  for (const month of months) {
    const from = quarters.get(quarterOf(month))?.from ?? localDate(`${month}-01`);
    quarters.set(quarterOf(month), { from, to: lastOf(month) });
  }
  return quarters;
};

/**
 * Asks the output policy which figures of an arm may be shown (definitions 6.1). Periods and quarters are fixed calendar
 * cuts of all workplaces of an arm, as reports show them: no two nearly coincide.
 */
@Injectable()
export class ArmSightService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
  ) {}

  async of(actor: SystemActor, plan: EffectPlan): Promise<{ treated: ArmSight; comparison: ArmSight }> {
    const limits = await this.limits(actor, plan.units);
    const of = (arm: PlannedUnit['arm']): Promise<ArmSight> =>
      this.ofArm(
        actor,
        plan,
        plan.units.filter((unit) => unit.arm === arm),
        limits,
      );
    return { treated: await of('in'), comparison: await of('comparison') };
  }

  /** The reason for hiding what a whole arm comes to in a period by any of a contract's indicators; null where none. */
  async periodHidden(actor: SystemActor, plans: readonly EffectPlan[]): Promise<Reason | null> {
    for (const plan of plans) {
      const limits = await this.limits(actor, plan.units);
      for (const arm of ['in', 'comparison'] as const) {
        const units = plan.units.filter((unit) => unit.arm === arm);
        const reason =
          units.length === 0 ? null : await this.reason(actor, plan, units, wholeOf(plan), limits);
        if (reason !== null && reason !== 'nothing') return reason;
      }
    }
    return null;
  }

  private async ofArm(
    actor: SystemActor,
    plan: EffectPlan,
    units: readonly PlannedUnit[],
    limits: DisclosureLimits,
  ): Promise<ArmSight> {
    const quarters = new Map<string, Reason | null>();
    if (units.length === 0) return { whole: null, quarters };
    for (const [quarter, period] of quartersOf(plan))
      quarters.set(quarter, await this.reason(actor, plan, units, period, limits));
    return { whole: await this.reason(actor, plan, units, wholeOf(plan), limits), quarters };
  }

  private async reason(
    actor: SystemActor,
    { measure }: EffectPlan,
    units: readonly PlannedUnit[],
    period: Period,
    limits: DisclosureLimits,
  ): Promise<Reason | null> {
    if (!isMeasure(measure)) return 'nothing';
    const spreads: IndicatorSpread[] = [];
    for (const tenantId of new Set(units.map((unit) => unit.tenantId))) {
      const ids = units.filter((unit) => unit.tenantId === tenantId).map(({ unitId }) => unitId);
      const wanted = { units: ids, period, today: this.clock.today() };
      spreads.push(await this.doors.within(actor, tenantId, (tx) => indicatorSpread(tx, tenantId, wanted)));
    }
    const parts = spreads.map(SPREAD[measure]);
    const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
    return countedReason(
      {
        persons: total(spreads.map(({ persons }) => persons)),
        holders: total(parts.map(({ holders }) => holders)),
        largest: Math.max(0, ...parts.map(({ largest }) => largest)),
        total: total(parts.map((part) => part.total)),
      },
      limits,
    );
  }

  private async limits(actor: SystemActor, units: readonly PlannedUnit[]): Promise<DisclosureLimits> {
    const tenants = [...new Set(units.map((unit) => unit.tenantId))];
    return strictestOf(
      await Promise.all(
        tenants.map((tenantId) => this.doors.within(actor, tenantId, (tx) => limitsOf(tx, tenantId))),
      ),
    );
  }
}

const wholeOf = ({ period }: EffectPlan): Period => ({
  from: localDate(`${period.from}-01`),
  to: lastOf(period.to),
});
