import { writeFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import {
  abilities,
  Clock,
  Doors,
  systemActor,
  type Actor,
  type HatActor,
  type Language,
  type SystemActor,
} from '../access/index.js';
import { fixedPeriodOf, PartnershipsService, type FixedCut } from '../partnerships/index.js';
import type { PageQuery } from '../platform/http/page.js';
import { conflict, invalidField, notFound } from '../platform/http/problem.js';
import type { Tx } from '../platform/database/rows.js';
import { addJob } from '../platform/jobs/outbox.js';
import type { Period } from '../shared/period.js';
import type { PackPaper } from './packs/pack-paper.js';
import { PacksService, type PackRead } from './packs/packs.service.js';
import type { PackKey } from './packs/packs.repository.js';
import type { SteeringPackView } from './packs/packs.view.js';
import { renderReport, type DocumentFormat } from './report-documents.js';
import { ReportBuildingService } from './report-building.service.js';
import { buildReport } from './reports.jobs.js';
import { reportsPolicy } from './reports.policy.js';
import { findReport, insertReport, listReports, type StoredReport } from './reports.repository.js';
import type { PartnershipReportView, ReportContent, ReportPage, ReportRow } from './reports.view.js';

/** Which partnership, by id or by its name, and which days. */
export interface ReportOrder extends Period {
  readonly partnership: string;
}

@Injectable()
export class ReportsService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly partnerships: PartnershipsService,
    private readonly building: ReportBuildingService,
    private readonly packs: PacksService,
  ) {}

  /** Orders a report; a job makes its content. @throws Problem 400 for a period that is no fixed one, 404 */
  async order(actor: HatActor, partnershipId: string, period: Period): Promise<PartnershipReportView> {
    await this.assertPeriod(actor, partnershipId, period);
    return this.doors.partnership(actor, partnershipId, async (tx) => {
      const report = await insertReport(tx, partnershipId, period, actor.hatId);
      await addJob(tx, buildReport, { partnershipId, reportId: report.id });
      return viewOf(report, null);
    });
  }

  /** Makes a report here and now, for the operator's command. @throws Problem 400, 404, 409 */
  async build(actor: SystemActor, { partnership, ...period }: ReportOrder): Promise<PartnershipReportView> {
    const partnershipId = await this.partnerships.idOf(partnership);
    await this.assertPeriod(actor, partnershipId, period);
    const { id: reportId } = await this.doors.partnership(actor, partnershipId, (tx) =>
      insertReport(tx, partnershipId, period, null),
    );
    await this.building.build(actor, { partnershipId, reportId });
    return this.get(actor, partnershipId, reportId);
  }

  async list(actor: HatActor, partnershipId: string, page: PageQuery): Promise<ReportPage> {
    return this.doors.partnership(actor, partnershipId, async (tx) => {
      const { items, total } = await listReports(tx, partnershipId, page);
      return {
        items: items.map(rowOf),
        page: page.page,
        pageSize: page.pageSize,
        total,
        abilities: abilities(reportsPolicy, actor),
      };
    });
  }

  async get(actor: Actor, partnershipId: string, reportId: string): Promise<PartnershipReportView> {
    return this.doors.partnership(actor, partnershipId, (tx) =>
      this.seen(tx, actor, { partnershipId, reportId }),
    );
  }

  /** What the report's pack says beside its figures. @throws Problem 404, 409 while it is being made */
  async pack(actor: HatActor, key: PackKey, language: Language = actor.language): Promise<SteeringPackView> {
    const { report, pack } = await this.readPack(actor, key);
    return this.packs.view(pack, { language, report: finished(report.content) });
  }

  /** The report as a file. @throws Problem 404, 409 while it is being made */
  async document(
    actor: HatActor,
    key: PackKey,
    { format, language = actor.language }: { readonly format: DocumentFormat; readonly language?: Language },
  ): Promise<Uint8Array> {
    const { report, paper } = await this.read(actor, key, language);
    return renderReport(report, paper, { format, language });
  }

  /** Writes a report as a file, for the operator's command. */
  async writeReport(
    report: PartnershipReportView,
    format: DocumentFormat,
    path: string,
    language: Language = 'da',
  ): Promise<void> {
    const key = { partnershipId: report.partnershipId, reportId: report.id };
    const { paper } = await this.read(systemActor('report to a partnership'), key, language);
    await writeFile(path, await renderReport(report, paper, { format, language }));
  }

  private async read(
    actor: Actor,
    key: PackKey,
    language: Language,
  ): Promise<{ report: PartnershipReportView; paper: PackPaper }> {
    const { report, pack } = await this.readPack(actor, key);
    return { report, paper: await this.packs.paper(pack, { language, report: finished(report.content) }) };
  }

  private readPack(
    actor: Actor,
    key: PackKey,
  ): Promise<{ readonly report: PartnershipReportView; readonly pack: PackRead }> {
    return this.doors.partnership(actor, key.partnershipId, async (tx) => ({
      report: await this.seen(tx, actor, key),
      pack: await this.packs.read(tx, actor, key),
    }));
  }

  private async seen(
    tx: Tx,
    actor: Actor,
    { partnershipId, reportId }: PackKey,
  ): Promise<PartnershipReportView> {
    const found = await findReport(tx, partnershipId, reportId);
    if (!found) throw notFound();
    const sees = await this.packs.sight(tx, actor, partnershipId);
    return viewOf(
      found,
      found.content && (sees.has('figures') ? found.content : withoutFigures(found.content)),
    );
  }

  private async assertPeriod(actor: Actor, partnershipId: string, period: Period): Promise<void> {
    cutOf(period);
    if (period.to >= this.clock.today())
      throw invalidField('to', 'period-not-over', 'There is a report for days that have passed.');
    const { from, to } = await this.partnerships.terms(actor, partnershipId);
    if (period.to < from) throw invalidField('to', 'before-partnership', 'The partnership began later.');
    if (period.from > to) throw invalidField('from', 'after-partnership', 'The partnership ended earlier.');
  }
}

const cutOf = (period: Period): FixedCut => {
  const fixed = fixedPeriodOf(period);
  if (typeof fixed !== 'string') return fixed.cut;
  throw invalidField(
    fixed,
    'period-not-fixed',
    'A report is about a whole calendar quarter, half-year or year.',
  );
};

const finished = (content: ReportContent | null): ReportContent => {
  if (content === null) throw conflict('report-not-ready', 'The report is still being made.');
  return content;
};

/** For a party to which the contract shows no figures: who takes part, and nothing of how it went. */
const withoutFigures = (content: ReportContent): ReportContent => ({
  ...content,
  comparison: null,
  knownUntil: null,
  provisionalMonths: [],
  groups: [],
  trend: [],
});

const rowOf = (report: StoredReport): ReportRow => ({
  id: report.id,
  from: report.from,
  to: report.to,
  cut: cutOf(report),
  state: report.state,
  createdAt: report.createdAt.toISOString(),
  finishedAt: report.finishedAt?.toISOString() ?? null,
});

const viewOf = (report: StoredReport, content: ReportContent | null): PartnershipReportView => ({
  ...rowOf(report),
  partnershipId: report.partnershipId,
  content,
});
