import { Injectable } from '@nestjs/common';
import { audit, Clock, Doors, type SystemActor } from '../../access/index.js';
import {
  lockReleases,
  recordRelease,
  releasedCells,
  strictestOf,
  type ReleasedCell,
  type ReleaseKey,
} from '../../disclosure/index.js';
import { listOffered } from '../../partnerships/index.js';
import { localDate, type LocalDate } from '../../shared/local-date.js';
import { monthsOf, type Period } from '../../shared/period.js';
import type { EffectPlan } from './domain/effect-plan.js';
import { decideFidelity, FIDELITY_MEASURES, type FidelityFigure } from './domain/fidelity.js';
import { fidelityAt, type EmployerFidelity } from './fidelity.queries.js';

/** Releases of the same calendar years are compared. */
const yearsOf = ({ from, to }: Period): Period => ({
  from: localDate(`${from.slice(0, 4)}-01-01`),
  to: localDate(`${to.slice(0, 4)}-12-31`),
});

/** How broadly the work was done at the treated workplaces, told under the output policy and written in its ledger. */
@Injectable()
export class FidelityService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
  ) {}

  /** @throws Error where something else left meanwhile: decide again */
  async release(
    actor: SystemActor,
    key: ReleaseKey,
    of: {
      readonly plan: EffectPlan;
      readonly period: Period;
      /** What was told by the same plan before. */
      readonly before: readonly FidelityFigure[];
    },
  ): Promise<readonly FidelityFigure[]> {
    const { plan, period, before } = of;
    const { partnershipId } = key;
    const { earlier, offered } = await this.doors.partnership(actor, partnershipId, async (tx) => ({
      earlier: await releasedCells(tx, key, yearsOf(period)),
      offered: await listOffered(tx, partnershipId),
    }));
    const readAt = this.clock.now();
    const comparable = earlier.filter(({ measure }) => FIDELITY_MEASURES.has(measure));
    const treated = plan.units.filter(({ arm }) => arm === 'in');
    const wanted = new Set(comparable.flatMap(({ units }) => units));
    const placed = [...treated, ...offered.filter(({ unitId }) => wanted.has(unitId))];
    const read: EmployerFidelity[] = [];
    for (const tenantId of new Set(placed.map((unit) => unit.tenantId))) {
      const idsOf = (units: readonly { readonly tenantId: string; readonly unitId: string }[]): string[] => [
        ...new Set(units.flatMap((unit) => (unit.tenantId === tenantId ? [unit.unitId] : []))),
      ];
      const own = { tenantId, units: idsOf(treated), ...period };
      read.push(await this.ofEmployer(actor, own, idsOf(placed), monthsAsked(period, comparable)));
    }
    const decided = decideFidelity(
      {
        facts: read.flatMap(({ facts }) => facts),
        counts: read.flatMap(({ counts }) => counts),
        units: treated.map(({ unitId }) => unitId),
        period,
        limits: strictestOf(read.map(({ limits }) => limits)),
        earlier: comparable,
      },
      before,
    );
    await this.doors.partnership(actor, partnershipId, async (tx) => {
      await lockReleases(tx, partnershipId);
      if ((await releasedCells(tx, key, yearsOf(period))).length !== earlier.length)
        throw new Error('other figures left the house meanwhile');
      await recordRelease(tx, key, decided.lines, readAt);
    });
    return decided.figures;
  }

  private ofEmployer(
    actor: SystemActor,
    own: Period & { readonly tenantId: string; readonly units: readonly string[] },
    workplaces: readonly string[],
    months: readonly LocalDate[],
  ): Promise<EmployerFidelity> {
    const { tenantId, from, to } = own;
    return this.doors.within(actor, tenantId, async (tx) => {
      await audit(tx, actor, {
        tenantId,
        action: 'effect.estimate',
        subjectType: 'unit',
        subjectIds: [...workplaces],
        purpose: actor.purpose,
        detail: { from, to },
      });
      return fidelityAt(tx, { tenantId, workplaces, months }, own);
    });
  }
}

/** Of the period, and of what left before. */
const monthsAsked = (period: Period, released: readonly ReleasedCell<string>[]): LocalDate[] => [
  ...new Set([...monthsOf(period), ...released.flatMap(monthsOf)]),
];
