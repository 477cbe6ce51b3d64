import { Injectable } from '@nestjs/common';
import { indicatorSpread, type IndicatorSpread, type Spread } from '../../absence/index.js';
import { Clock, Doors, type SystemActor } from '../../access/index.js';
import {
  countedReason,
  isTelling,
  limitsOf,
  strictestOf,
  type DisclosureLimits,
  type Reason,
} from '../../disclosure/index.js';
import type { Period } from '../../shared/period.js';
import { neverReported } from '../domain/baseline.js';
import {
  ARMS,
  INDICATOR_MEASURES,
  type Arm,
  type ContractContent,
  type ContractUnit,
  type IndicatorMeasure,
} from '../domain/contract.js';

const SPREAD: Readonly<Record<IndicatorMeasure, (spread: IndicatorSpread) => Spread>> = {
  days: (spread) => spread.days,
  'days-cut-at-30': (spread) => spread.daysCutAt30,
  spells: (spread) => spread.spellsEnded,
  'long-spells': (spread) => spread.longSpells,
};

type Hidden = ReadonlyMap<IndicatorMeasure, Reason | null>;

/** Asks the output policy which totals of a baseline may be shown (definitions 6.1). */
@Injectable()
export class BaselineTotalsService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
  ) {}

  /**
   * Why a total is hidden, by arm and measure. Judged are all workplaces of the arm, their months that no report tells
   * apart, and against the version before, those that have joined or left: a difference of two totals is theirs alone.
   */
  async hidden(
    actor: SystemActor,
    content: ContractContent,
    before: ContractContent | null,
  ): Promise<(arm: Arm, indicator: IndicatorMeasure) => Reason | null> {
    const limits = await this.limits(actor, content);
    const decided = new Map<Arm, Hidden>();
    for (const arm of ARMS) decided.set(arm, await this.ofArm(actor, { content, before, arm, limits }));
    return (arm, indicator) => decided.get(arm)?.get(indicator) ?? null;
  }

  private async ofArm(
    actor: SystemActor,
    wanted: {
      readonly content: ContractContent;
      readonly before: ContractContent | null;
      readonly arm: Arm;
      readonly limits: DisclosureLimits;
    },
  ): Promise<Hidden> {
    const { content, before, arm, limits } = wanted;
    const now = content.units.filter((unit) => unit.arm === arm);
    const then = before?.units.filter((unit) => unit.arm === arm) ?? now;
    const whole = await this.reasons(actor, now, content.baseline, limits);
    const old = await this.reasons(actor, now, neverReported(content), limits);
    const differences = await Promise.all(
      [without(now, then), without(then, now)].map((units) =>
        this.reasons(actor, units, content.baseline, limits),
      ),
    );
    const decided = INDICATOR_MEASURES.map((indicator): [IndicatorMeasure, Reason | null] => {
      const alone = whole.get(indicator) ?? null;
      const tells = [old, ...differences].some((part) => isTelling(part.get(indicator) ?? null));
      return [indicator, alone ?? (tells ? 'difference' : null)];
    });
    return dependingOnLong(new Map(decided));
  }

  private async reasons(
    actor: SystemActor,
    units: readonly ContractUnit[],
    period: Period,
    limits: DisclosureLimits,
  ): Promise<Hidden> {
    if (period.to < period.from) return new Map();
    const spreads: IndicatorSpread[] = [];
    for (const tenantId of new Set(units.map((unit) => unit.tenantId))) {
      const ids = units.flatMap((unit) => (unit.tenantId === tenantId ? [unit.unitId] : []));
      const wanted = { units: ids, period, today: this.clock.today() };
      spreads.push(await this.doors.within(actor, tenantId, (tx) => indicatorSpread(tx, tenantId, wanted)));
    }
    return new Map(
      INDICATOR_MEASURES.map((indicator) => {
        const parts = spreads.map(SPREAD[indicator]);
        const count = {
          persons: total(spreads.map(({ persons }) => persons)),
          holders: total(parts.map(({ holders }) => holders)),
          largest: Math.max(0, ...parts.map(({ largest }) => largest)),
          total: total(parts.map((part) => part.total)),
        };
        return [indicator, countedReason(count, limits)];
      }),
    );
  }

  private async limits(actor: SystemActor, { units }: ContractContent): Promise<DisclosureLimits> {
    const tenants = [...new Set(units.map((unit) => unit.tenantId))];
    return strictestOf(
      await Promise.all(
        tenants.map((tenantId) => this.doors.within(actor, tenantId, (tx) => limitsOf(tx, tenantId))),
      ),
    );
  }
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

const without = (units: readonly ContractUnit[], others: readonly ContractUnit[]): ContractUnit[] =>
  units.filter(({ unitId }) => !others.some((other) => other.unitId === unitId));

// All days less the first thirty of each spell are those of long spells: where these are too few, one of the two is hidden.
const dependingOnLong = (decided: Hidden): Hidden =>
  isTelling(decided.get('long-spells') ?? null) && decided.get('days-cut-at-30') === null
    ? new Map(decided).set('days-cut-at-30', 'dependent')
    : decided;
