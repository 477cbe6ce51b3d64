import { Injectable } from '@nestjs/common';
import type { AbsenceFact } from '../absence/index.js';
import { Clock, Doors, type SystemActor } from '../access/index.js';
import {
  lockReleases,
  recordRelease,
  releasedCells,
  strictestOf,
  type ReleaseKey,
} from '../disclosure/index.js';
import {
  listOffered,
  packReady,
  PartnershipsService,
  type PartnershipTerms,
  type PartnershipUnit,
} from '../partnerships/index.js';
import { notFound } from '../platform/http/problem.js';
import { addJob } from '../platform/jobs/outbox.js';
import { localDate, type LocalDate } from '../shared/local-date.js';
import { monthsOf, yearEarlier, type Period } from '../shared/period.js';
import { amountsChanged, type Quantity, type Released } from './domain/decisions.js';
import { ReportFacts } from './domain/facts.js';
import { draftOf, type Draft } from './domain/draft.js';
import { PacksService } from './packs/packs.service.js';
import { insertPack } from './packs/packs.repository.js';
import { failReport, findReport, finishReport, type StoredReport } from './reports.repository.js';
import {
  WorkplaceFactsService,
  type WorkplacesRead,
  type WorkplacesWanted,
} from './workplace-facts.service.js';

/** Which report. */
export interface ReportKey {
  readonly partnershipId: string;
  readonly reportId: string;
}

type Placed = Pick<PartnershipUnit, 'tenantId' | 'unitId'>;

interface Preparation {
  readonly report: StoredReport;
  readonly terms: PartnershipTerms;
  /** Whose figures may have left by any exit. */
  readonly everyUnit: readonly Placed[];
  readonly released: readonly Released[];
}

const releaseOf = ({ partnershipId, reportId }: ReportKey): ReleaseKey => ({
  partnershipId,
  exit: 'report',
  release: reportId,
});

const yearsOf = (period: Period): Period => ({
  from: localDate(`${yearEarlier(period).from.slice(0, 4)}-01-01`),
  to: localDate(`${period.to.slice(0, 4)}-12-31`),
});

const monthsNeeded = (period: Period, released: readonly Period[]): LocalDate[] => [
  ...new Set([period, yearEarlier(period), ...released].flatMap(monthsOf)),
];

/** Makes a report's content from the employers' figures, lets the output policy decide, and keeps both for good. */
@Injectable()
export class ReportBuildingService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly partnerships: PartnershipsService,
    private readonly facts: WorkplaceFactsService,
    private readonly packs: PacksService,
  ) {}

  /** Safe to run again and beside another run: a report that is ready stays as it is. */
  async build(actor: SystemActor, key: ReportKey): Promise<void> {
    try {
      const prepared = await this.prepare(actor, key);
      if (prepared.report.state === 'ready') return;
      await this.keep(actor, prepared, await this.draft(actor, prepared));
    } catch (fault) {
      await this.doors.partnership(actor, key.partnershipId, (tx) => failReport(tx, key));
      throw fault;
    }
  }

  private async prepare(actor: SystemActor, { partnershipId, reportId }: ReportKey): Promise<Preparation> {
    const { report, released, everyUnit } = await this.doors.partnership(actor, partnershipId, async (tx) => {
      const found = await findReport(tx, partnershipId, reportId);
      if (!found) throw notFound();
      return {
        report: found,
        everyUnit: await listOffered(tx, partnershipId),
        released: await releasedCells<Quantity>(tx, releaseOf({ partnershipId, reportId }), yearsOf(found)),
      };
    });
    const terms = await this.partnerships.terms(actor, partnershipId, report);
    return { report, terms, everyUnit, released };
  }

  private async draft(
    actor: SystemActor,
    { report, terms, everyUnit, released }: Preparation,
  ): Promise<Draft> {
    const wanted = workplacesWanted(terms.units, everyUnit, released, report);
    const read: WorkplacesRead[] = [];
    for (const workplaces of wanted) read.push(await this.facts.read(actor, workplaces));
    const now = {
      exposure: read.flatMap((one) => one.exposure),
      presence: read.flatMap((one) => one.presence),
      absence: read.flatMap((one) => one.absence),
      activity: read.flatMap((one) => one.activity),
    };
    const unchanged = new ReportFacts({ ...now, absenceThen: new Map() });
    const changed = released.filter((cell) => amountsChanged(cell, unchanged));
    const absenceThen = await this.absenceThen(actor, wanted, changed);
    return draftOf({
      terms,
      period: report,
      today: this.clock.today(),
      facts: new ReportFacts({ ...now, absenceThen }),
      employers: new Map(read.map(({ tenantId, employer }) => [tenantId, employer])),
      limits: strictestOf(read.map(({ employer }) => employer.limits)),
      released,
    });
  }

  private async absenceThen(
    actor: SystemActor,
    wanted: readonly WorkplacesWanted[],
    changed: readonly Released[],
  ): Promise<Map<string, AbsenceFact[]>> {
    const then = new Map<string, AbsenceFact[]>();
    for (const readAt of new Set(changed.map((cell) => cell.readAt))) {
      const facts: AbsenceFact[][] = [];
      for (const workplaces of wanted) facts.push(await this.facts.readAsOf(actor, workplaces, readAt));
      then.set(readAt, facts.flat());
    }
    return then;
  }

  private async keep(actor: SystemActor, { report, released }: Preparation, draft: Draft): Promise<void> {
    const key = { partnershipId: report.partnershipId, reportId: report.id };
    await this.doors.partnership(actor, report.partnershipId, async (tx) => {
      await lockReleases(tx, report.partnershipId);
      const release = releaseOf(key);
      const now = await releasedCells(tx, release, yearsOf(report));
      if (now.length !== released.length) throw new Error('another report was released meanwhile');
      if (!(await finishReport(tx, report, draft.content))) return;
      await recordRelease(tx, release, draft.cells, draft.readAt);
      await insertPack(tx, key, await this.packs.gather(tx, key.partnershipId, report));
      if (report.orderedBy === null) await addJob(tx, packReady, key);
    });
  }
}

/** Also workplaces that have left, and months of earlier releases: a new figure is compared with those. */
const workplacesWanted = (
  units: readonly PartnershipUnit[],
  everyUnit: readonly Placed[],
  released: readonly Released[],
  report: StoredReport,
): WorkplacesWanted[] => {
  const wanted = new Set([...units.map((unit) => unit.unitId), ...released.flatMap((cell) => cell.units)]);
  const months = monthsNeeded(report, released);
  const tenants = [...new Set(everyUnit.map((unit) => unit.tenantId))];
  return tenants
    .map((tenantId) => ({
      tenantId,
      workplaces: everyUnit
        .filter((unit) => unit.tenantId === tenantId && wanted.has(unit.unitId))
        .map((unit) => unit.unitId),
      months,
      reportId: report.id,
    }))
    .filter(({ workplaces }) => workplaces.length > 0);
};
