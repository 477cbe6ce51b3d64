import { Injectable } from '@nestjs/common';
import { absenceFacts, exposureFacts, presenceFacts } from '../../absence/index.js';
import { audit, Clock, Doors, type HatActor } from '../../access/index.js';
import type { Tx } from '../../platform/database/rows.js';
import { notFound } from '../../platform/http/problem.js';
import { monthsOf, type Period } from '../../shared/period.js';
import { ReportFacts } from '../domain/facts.js';
import { finalQuarters } from '../domain/final-quarters.js';
import { representativeCells } from '../domain/representative-draft.js';
import { employerFacts } from '../employer-facts.queries.js';
import {
  asEarlier,
  keepCells,
  listReleased,
  listWorkplaces,
  lockRelease,
} from './representative-cells.repository.js';
import type { RepresentativeFiguresView } from './representative-figures.view.js';

/** Two years: what a works council looks back on. */
const MOST = 8;

/** Absence in figures for the employees' representatives (definitions 6.1), each quarter released once. */
@Injectable()
export class RepresentativeFigures {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
  ) {}

  async read(actor: HatActor): Promise<RepresentativeFiguresView> {
    const { tenantId } = actor;
    if (!tenantId) throw notFound();
    return this.doors.within(actor, tenantId, async (tx) => {
      await this.releaseWhatIsFinal(tx, tenantId);
      await audit(tx, actor, {
        tenantId,
        action: 'representative-figures.read',
        subjectType: 'report',
        subjectIds: [],
        purpose: 'information of the employees’ representatives',
      });
      const cells = await listReleased(tx, tenantId);
      const quarters = [...new Set(cells.map(({ from }) => from))].slice(-MOST);
      return {
        items: cells
          .filter(({ from }) => quarters.includes(from))
          .map(({ from, to, cell, name, reason, absenceRate, daysPerFte }) => ({
            from,
            to,
            cell,
            name,
            reason,
            absenceRate,
            daysPerFte,
          })),
      };
    });
  }

  private async releaseWhatIsFinal(tx: Tx, tenantId: string): Promise<void> {
    const { knownUntil, recordedFrom, limits, readAt } = await employerFacts(tx, tenantId);
    if (knownUntil === null || recordedFrom === null) return;
    await lockRelease(tx, tenantId);
    const released = new Set((await listReleased(tx, tenantId)).map(({ from }) => from));
    const missing = finalQuarters(knownUntil, recordedFrom, MOST).filter(({ from }) => !released.has(from));
    for (const quarter of missing) {
      const workplaces = await listWorkplaces(tx, tenantId, quarter);
      const facts = await this.factsOf(
        tx,
        tenantId,
        workplaces.map(({ id }) => id),
        quarter,
      );
      const earlier = asEarlier(await listReleased(tx, tenantId));
      await keepCells(
        tx,
        tenantId,
        representativeCells(workplaces, quarter, { facts, limits, earlier }),
        readAt,
      );
    }
  }

  private async factsOf(
    tx: Tx,
    tenantId: string,
    workplaces: readonly string[],
    quarter: Period,
  ): Promise<ReportFacts> {
    const months = monthsOf(quarter);
    const wanted = { tenantId, workplaces, months, seenOn: this.clock.today(), knownAt: null };
    return new ReportFacts({
      exposure: await exposureFacts(tx, wanted),
      presence: await presenceFacts(tx, wanted),
      absence: await absenceFacts(tx, wanted),
      activity: [],
      absenceThen: new Map(),
    });
  }
}
