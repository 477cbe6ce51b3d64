import { Injectable } from '@nestjs/common';
import { Clock, Doors, type Actor, type SystemActor } from '../../../access/index.js';
import {
  atomsOf,
  lockReleases,
  recordRelease,
  releasedCells,
  strictestOf,
  type LedgerLine,
  type ReleaseKey,
} from '../../../disclosure/index.js';
import { listOffered, PartnershipsService, type PartnershipUnit } from '../../../partnerships/index.js';
import { notFound } from '../../../platform/http/problem.js';
import { lastOfMonth } from '../../../shared/local-date.js';
import { monthsOf, type Period } from '../../../shared/period.js';
import { ComparableFactsService, yearsAround } from '../../comparable-facts.service.js';
import type { Quantity } from '../../domain/decisions.js';
import { decideCells, type CellDecisions } from '../../domain/evaluator-cells.js';
import type { CellQuantity, ReportFacts } from '../../domain/facts.js';
import { contentOf } from './cell-content.js';
import { failCells, findCells, finishCells, type CellsKey } from './cells.repository.js';

/** Reads cells employer by employer through each one's own door, lets the output policy decide, and keeps them for good. */
@Injectable()
export class CellsBuildingService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly partnerships: PartnershipsService,
    private readonly facts: ComparableFactsService,
  ) {}

  /** Safe to run again and beside another run: cells that are ready stay as they are. @throws Problem 404 */
  async build(actor: SystemActor, key: CellsKey): Promise<void> {
    const found = await this.doors.partnership(actor, key.partnershipId, (tx) => findCells(tx, key));
    if (!found) throw notFound();
    if (found.state === 'ready') return;
    try {
      await this.release(actor, key, found);
    } catch (fault) {
      await this.doors.partnership(actor, key.partnershipId, (tx) => failCells(tx, key, this.clock.now()));
      throw fault;
    }
  }

  private async release(actor: SystemActor, key: CellsKey, period: Period): Promise<void> {
    const { name, units } = await this.workplaces(actor, key.partnershipId);
    const ledger: ReleaseKey = {
      partnershipId: key.partnershipId,
      exit: 'evaluator',
      release: key.cellsId,
    };
    const years = yearsAround(period, period);
    const released = await this.doors.partnership(actor, key.partnershipId, (tx) =>
      releasedCells<Quantity | CellQuantity>(tx, ledger, years, 'month'),
    );
    const { facts, employers } = await this.facts.read(actor, {
      id: key.cellsId,
      action: 'evaluator-cells.build',
      units,
      everyUnit: units,
      released,
      months: monthsOf(period),
    });
    const limits = strictestOf([...employers.values()].map((employer) => employer.limits));
    const decided = decideCells({ units, period, facts, limits, released });
    const today = this.clock.today();
    const content = contentOf({ partnership: name, units, period, today, facts, employers, decided });
    const readAt = [...employers.values()].map((employer) => employer.readAt).sort()[0];
    await this.doors.partnership(actor, key.partnershipId, async (tx) => {
      await lockReleases(tx, key.partnershipId);
      const now = await releasedCells(tx, ledger, years, 'month');
      if (now.length !== released.length) throw new Error('something else was released meanwhile');
      if (!(await finishCells(tx, key, content, this.clock.now())) || readAt === undefined) return;
      await recordRelease(tx, ledger, linesOf(units, period, decided, facts), readAt);
    });
  }

  /** All workplaces that were put forward, on the side where they stand. */
  private async workplaces(
    actor: Actor,
    partnershipId: string,
  ): Promise<{ name: string; units: PartnershipUnit[] }> {
    const { name, units } = await this.partnerships.terms(actor, partnershipId);
    const offered = await this.doors.partnership(actor, partnershipId, (tx) =>
      listOffered(tx, partnershipId),
    );
    const compared = new Set(units.flatMap((unit) => (unit.arm === 'comparison' ? [unit.unitId] : [])));
    return {
      name,
      units: offered.map((unit) => ({ ...unit, arm: compared.has(unit.unitId) ? 'comparison' : 'in' })),
    };
  }
}

/** One quantity of one workplace in one month a line. */
const linesOf = (
  units: readonly PartnershipUnit[],
  period: Period,
  decided: ReadonlyMap<CellQuantity, CellDecisions>,
  facts: ReportFacts,
): LedgerLine<CellQuantity>[] =>
  [...decided].flatMap(([measure, decisions]) =>
    units.flatMap(({ unitId }) => {
      const reason = decisions.get(unitId) ?? null;
      return monthsOf(period).map((month) => ({
        measure,
        cell: unitId,
        units: [unitId],
        from: month,
        to: lastOfMonth(month),
        reason,
        amounts: reason === null ? facts.amounts(measure, atomsOf([unitId], [month])) : null,
      }));
    }),
  );
