import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import {
  audit,
  Clock,
  Doors,
  MandatesService,
  listRules,
  type HatActor,
  type RetentionRule,
} from '../../access/index.js';
import { renderPdf, type PdfStandard } from '../../platform/documents/pdf.js';
import { DEFAULT_NOTICE_DAYS, type GoLiveRecord, type ImpactAssessments } from '../../organisations/index.js';
import { notFound } from '../../platform/http/problem.js';
import { addDays, type LocalDate } from '../../shared/local-date.js';
import { rulesInForce } from '../rules-in-force.js';
import { loadSettings } from '../settings.repository.js';
import { employeeNotice } from './employee-notice.js';
import type { Consultancy, PaperFacts } from './facts.js';
import { impactAssessment } from './impact-assessment.js';
import { findPreparation, type PreparationRow } from './papers.queries.js';
import type { EmployeeNoticeView } from './papers.view.js';
import { RETENTION_WORDS } from './retention-words.js';
import { dayWords } from './words.js';

/** The papers of going live, filled in for an employer as it stands today (definitions 4.7). */
@Injectable()
export class PapersService implements ImpactAssessments {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly mandates: MandatesService,
  ) {}

  /** A proposal for what the employees are told. */
  async notice(actor: HatActor): Promise<EmployeeNoticeView> {
    const { facts, liveFrom } = await this.read(actor);
    return { text: employeeNotice(facts, liveFrom ?? addDays(facts.today, facts.noticeDays)) };
  }

  /** The impact assessment as PDF, in Danish. */
  async impactAssessment(actor: HatActor): Promise<Uint8Array> {
    const { facts } = await this.read(actor, 'go-live.assessment');
    return this.setAssessment(facts, 'ua-1');
  }

  async write(actor: HatActor, record: GoLiveRecord): Promise<Uint8Array> {
    const { facts } = await this.read(actor, null);
    const recorded = {
      approvedBy: record.dpiaApprovedBy,
      approvedOn: record.dpiaApprovedOn,
      discussedOn: record.worksCouncilOn,
      informedOn: record.informedOn,
      noticeDays: record.noticeDays,
    };
    return this.setAssessment({ ...facts, ...recorded }, 'a-2a');
  }

  private async setAssessment(facts: PaperFacts, standard: PdfStandard): Promise<Uint8Array> {
    const template = await readFile(new URL('./impact-assessment.typ', import.meta.url), 'utf8');
    const title = 'Konsekvensanalyse for Nærvær';
    const view = {
      title,
      kicker: facts.employer,
      about: `Efter databeskyttelsesforordningens artikel 35, stk. 7. Udfyldt ud fra opsætningen den ${dayWords(facts.today)}.`,
      footer: `${title} · ${facts.employer}`,
      sections: impactAssessment(facts),
    };
    return renderPdf(template, view, { title, lang: 'da', createdAt: this.clock.now(), standard });
  }

  private async read(
    actor: HatActor,
    action: string | null = 'go-live.notice',
  ): Promise<{ facts: PaperFacts; liveFrom: LocalDate | null }> {
    const { tenantId } = actor;
    if (!tenantId) throw notFound();
    const today = this.clock.today();
    const { items } = await this.mandates.list(actor);
    return this.doors.within(actor, tenantId, async (tx) => {
      const found = await findPreparation(tx, tenantId);
      if (!found) throw notFound();
      const rules = rulesInForce(await loadSettings(tx, tenantId, today), today).map(({ rule }) => rule);
      const about = { tenantId, subjectType: 'employer', subjectIds: [tenantId] } as const;
      if (action !== null) await audit(tx, actor, { ...about, action, purpose: 'prepare early signals' });
      const consultancies = items
        .filter(({ state }) => state !== 'ended')
        .map((mandate) => consultancyOf({ ...mandate, to: mandate.to as LocalDate | null }));
      const retention = (await listRules(tx, tenantId)).map(retentionOf);
      return { facts: factsOf(found, { rules, consultancies, retention, today }), liveFrom: found.liveFrom };
    });
  }
}

const consultancyOf = (mandate: {
  readonly providerName: string;
  readonly unitIds: readonly string[];
  readonly agreementReference: string | null;
  readonly basis: string | null;
  readonly to: LocalDate | null;
}): Consultancy => ({
  provider: mandate.providerName,
  units: mandate.unitIds.length,
  agreement: mandate.agreementReference ?? mandate.basis ?? '',
  to: mandate.to,
});

const retentionOf = ({ dataClass, days }: RetentionRule): PaperFacts['retention'][number] => ({
  what: RETENTION_WORDS[dataClass],
  days,
});

const factsOf = (
  { liveFrom: _, noticeDays, ...found }: PreparationRow,
  rest: Pick<PaperFacts, 'rules' | 'consultancies' | 'retention' | 'today'>,
): PaperFacts => ({
  ...found,
  ...rest,
  noticeDays: noticeDays ?? DEFAULT_NOTICE_DAYS,
});
