import { Injectable } from '@nestjs/common';
import { audit, Doors, systemActor } from '../../../access/index.js';
import { helpFacts, type HelpFact } from '../../../cases/index.js';
import {
  limitsOf,
  lockReleases,
  recordRelease,
  releasedCells,
  strictestOf,
  type DisclosureLimits,
  type ReleasedCell,
  type ReleaseKey,
} from '../../../disclosure/index.js';
import type { Tx } from '../../../platform/database/rows.js';
import { conflict } from '../../../platform/http/problem.js';
import { localDate } from '../../../shared/local-date.js';
import { monthsOf, type Period } from '../../../shared/period.js';
import { listOffered, type OfferedUnit } from '../../contract/offered-units.repository.js';
import type { PartnershipTerms } from '../../partnerships.service.js';
import { decideHelp, helpLedger, type DecidedHelp } from '../domain/decide-help.js';

const reading = systemActor('read the figures of the tracks');

/** What was decided, and how much had left the house until then. */
export interface HelpDecided {
  readonly key: ReleaseKey;
  readonly period: Period;
  readonly cells: readonly DecidedHelp[];
  readonly earlier: number;
}

interface Earlier {
  readonly released: readonly ReleasedCell<string>[];
  readonly offered: readonly OfferedUnit[];
}

interface ReadHelp {
  readonly facts: readonly HelpFact[];
  readonly limits: DisclosureLimits;
}

/** Releases of the same calendar years are compared. */
const yearsOf = ({ from, to }: Period): Period => ({
  from: localDate(`${from.slice(0, 4)}-01-01`),
  to: localDate(`${to.slice(0, 4)}-12-31`),
});

/**
 * Visits, referrals and waiting of a period, workplace by workplace: the figures of the steering group's report, in the
 * release ledger of that, so that neither tells what the other hides.
 */
@Injectable()
export class HelpFactsService {
  constructor(private readonly doors: Doors) {}

  /** Decides only: nothing may leave before it has been kept. */
  async decide(key: ReleaseKey, { units }: PartnershipTerms, period: Period): Promise<HelpDecided> {
    const earlier = await this.doors.partnership(reading, key.partnershipId, async (tx) => ({
      released: await releasedCells(tx, key, yearsOf(period)),
      offered: await listOffered(tx, key.partnershipId),
    }));
    const workplaces = units
      .filter(({ arm }) => arm === 'in')
      .map(({ unitId, name }) => ({ id: unitId, name }));
    const read = await this.readEach(
      earlier,
      workplaces.map(({ id }) => id),
      period,
    );
    const cells = decideHelp({
      facts: read.flatMap(({ facts }) => facts),
      workplaces,
      months: monthsOf(period),
      limits: strictestOf(read.map(({ limits }) => limits)),
      earlier: earlier.released,
    });
    return { key, period, cells, earlier: earlier.released.length };
  }

  /** Writes down what leaves. @throws Problem 409 where something else left meanwhile */
  async keep(tx: Tx, { key, period, cells, earlier }: HelpDecided, at: Date): Promise<void> {
    await lockReleases(tx, key.partnershipId);
    if ((await releasedCells(tx, key, yearsOf(period))).length !== earlier)
      throw conflict('released-meanwhile', 'Other figures left the house meanwhile.');
    await recordRelease(tx, key, helpLedger(cells, period), at);
  }

  /** Of every workplace and month that is asked about or was released before. */
  private async readEach(
    { released, offered }: Earlier,
    workplaces: readonly string[],
    period: Period,
  ): Promise<ReadHelp[]> {
    const wanted = new Set([...workplaces, ...released.flatMap(({ units }) => units)]);
    const months = [...new Set([...monthsOf(period), ...released.flatMap(monthsOf)])];
    const placed = offered.filter(({ unitId }) => wanted.has(unitId));
    return Promise.all(
      [...new Set(placed.map(({ tenantId }) => tenantId))].map((tenantId) =>
        this.ofEmployer(
          tenantId,
          placed.filter((unit) => unit.tenantId === tenantId).map(({ unitId }) => unitId),
          months,
        ),
      ),
    );
  }

  private ofEmployer(
    tenantId: string,
    workplaces: readonly string[],
    months: readonly string[],
  ): Promise<ReadHelp> {
    return this.doors.within(reading, tenantId, async (tx) => {
      await audit(tx, reading, {
        tenantId,
        action: 'track-figure.release',
        subjectType: 'unit',
        subjectIds: [...workplaces],
        purpose: reading.purpose,
        detail: { months: months.length },
      });
      return {
        facts: await helpFacts(tx, { tenantId, workplaces, months }),
        limits: await limitsOf(tx, tenantId),
      };
    });
  }
}
