import { Injectable } from '@nestjs/common';
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
import { monthsOf, yearEarlier, type Period } from '../shared/period.js';
import { ComparableFactsService, yearsAround } from './comparable-facts.service.js';
import type { Quantity, Released } from './domain/decisions.js';
import { draftOf, type Draft } from './domain/draft.js';
import { PacksService } from './packs/packs.service.js';
import { insertPack } from './packs/packs.repository.js';
import { failReport, findReport, finishReport, type StoredReport } from './reports.repository.js';

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

const yearsOf = (period: Period): Period => yearsAround(yearEarlier(period), period);

/** Makes a report's content from the employers' figures, lets the output policy decide, and keeps both for good. */
@Injectable()
export class ReportBuildingService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly partnerships: PartnershipsService,
    private readonly facts: ComparableFactsService,
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
    const { facts, employers } = await this.facts.read(actor, {
      id: report.id,
      action: 'report.build',
      units: terms.units,
      everyUnit,
      released,
      months: [report, yearEarlier(report)].flatMap(monthsOf),
    });
    return draftOf({
      terms,
      period: report,
      today: this.clock.today(),
      facts,
      employers,
      limits: strictestOf([...employers.values()].map(({ limits }) => limits)),
      released,
    });
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
