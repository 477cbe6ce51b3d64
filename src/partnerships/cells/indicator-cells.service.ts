import { Injectable } from '@nestjs/common';
import { indicatorFacts, type IndicatorFact } from '../../absence/index.js';
import { audit, Clock, Doors, type SystemActor } from '../../access/index.js';
import { asFigure, Exact } from '../../shared/money.js';
import type { Period } from '../../shared/period.js';
import { INDICATOR_MEASURES, type ContractUnit, type IndicatorMeasure } from '../domain/contract.js';
import type { IndicatorCell } from '../domain/indicator-cell.js';

export interface CellsWanted {
  readonly partnershipId: string;
  readonly units: readonly Pick<ContractUnit, 'tenantId' | 'unitId' | 'arm'>[];
  /** Whole months; those that are not over, or of which nothing was recorded, have no cells. */
  readonly period: Period;
  readonly indicators?: readonly IndicatorMeasure[];
}

const AMOUNT: Readonly<Record<IndicatorMeasure, (fact: IndicatorFact) => string | number>> = {
  days: (fact) => fact.days,
  'days-cut-at-30': (fact) => fact.daysCutAt30,
  spells: (fact) => fact.spellsEnded,
  'long-spells': (fact) => fact.longSpells,
};

/** What the workplaces of a contract came to, month by month: read employer by employer, each through its own door. */
@Injectable()
export class IndicatorCellsService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
  ) {}

  async read(actor: SystemActor, wanted: CellsWanted): Promise<IndicatorCell[]> {
    const tenants = [...new Set(wanted.units.map((unit) => unit.tenantId))];
    const cells: IndicatorCell[] = [];
    for (const tenantId of tenants) cells.push(...(await this.ofEmployer(actor, tenantId, wanted)));
    return cells;
  }

  private async ofEmployer(
    actor: SystemActor,
    tenantId: string,
    { partnershipId, units, period, indicators = INDICATOR_MEASURES }: CellsWanted,
  ): Promise<IndicatorCell[]> {
    const arms = new Map(
      units.flatMap((unit) => (unit.tenantId === tenantId ? [[unit.unitId, unit.arm] as const] : [])),
    );
    const facts = await this.doors.within(actor, tenantId, async (tx) => {
      await audit(tx, actor, {
        tenantId,
        action: 'indicators.read',
        subjectType: 'unit',
        subjectIds: [...arms.keys()],
        purpose: actor.purpose,
        detail: { partnershipId, ...period },
      });
      return indicatorFacts(tx, tenantId, { units: [...arms.keys()], period, today: this.clock.today() });
    });
    return facts.flatMap((fact) => {
      const arm = arms.get(fact.unitId);
      if (!arm) return [];
      return indicators.map((indicator) => ({
        tenantId,
        unitId: fact.unitId,
        arm,
        month: fact.month.slice(0, 7),
        indicator,
        amount: asFigure(new Exact(AMOUNT[indicator](fact))),
        exposure: asFigure(new Exact(fact.fteMonths)),
        persons: fact.employed,
        provisional: fact.provisional,
      }));
    });
  }
}
