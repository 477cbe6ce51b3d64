import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import type { Tx } from '../../platform/database/rows.js';
import { writeCsv, type CsvValue } from '../../platform/documents/csv.js';
import { offsetOf } from '../../platform/http/page.js';
import { invalidField, notFound } from '../../platform/http/problem.js';
import { addDays } from '../../shared/local-date.js';
import { audit } from '../audit.js';
import type { HatActor } from '../domain/actor.js';
import { Doors } from '../doors.js';
import { HatsService } from '../hats.service.js';
import type { AuditPeriodQuery, AuditQuery } from './audit.dto.js';
import {
  countByAction,
  countEntries,
  findEntries,
  findEntriesAfter,
  lastExpiredFrom,
  type AuditFilter,
  type FoundEntry,
} from './audit.queries.js';
import type { AuditCountsView, AuditEntryView, AuditPage } from './audit.view.js';
import { purposeIn } from '../domain/purposes.js';

const PURPOSE = 'control of access';
const DAYS_BACK = 30;
const AT_ONCE = 1000;

const COLUMNS = {
  da: [
    'Tidspunkt',
    'Rolle',
    'Hvem',
    'Handling',
    'Om',
    'Id’er',
    'Personer',
    'Formål',
    'Hvorfra',
    'Udfald',
    'Filter',
    'Segl',
  ],
  en: [
    'Time',
    'Role',
    'Who',
    'Action',
    'About',
    'Ids',
    'People',
    'Purpose',
    'From where',
    'Outcome',
    'Filter',
    'Batch',
  ],
} as const;

/** The audit as its readers see it. Looking into it is written into it. */
@Injectable()
export class AuditService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly hats: HatsService,
  ) {}

  async list(actor: HatActor, query: AuditQuery): Promise<AuditPage> {
    const tenantId = tenantOf(actor);
    const filter = this.filterOf(query);
    const { page, pageSize } = query;
    const { found, total } = await this.doors.within(actor, tenantId, async (tx) => {
      await this.note(tx, actor, 'audit.read', { ...filter, page });
      return {
        found: await findEntries(tx, tenantId, filter, { limit: pageSize, offset: offsetOf(query) }),
        total: await countEntries(tx, tenantId, filter),
      };
    });
    const { from, to } = filter;
    return { items: await this.named(actor, found), total, page, pageSize, from, to };
  }

  /** Everything under a filter, streamed. */
  async file(actor: HatActor, query: AuditQuery): Promise<Readable> {
    const filter = this.filterOf(query);
    await this.doors.within(actor, tenantOf(actor), (tx) => this.note(tx, actor, 'audit.export', filter));
    return writeCsv(COLUMNS[actor.language], this.lines(actor, filter));
  }

  async counts(actor: HatActor, query: AuditPeriodQuery): Promise<AuditCountsView> {
    const tenantId = tenantOf(actor);
    const { from, to } = this.filterOf(query);
    const items = await this.doors.within(actor, tenantId, (tx) => countByAction(tx, tenantId, { from, to }));
    return { from, to, items };
  }

  private async *lines(actor: HatActor, filter: AuditFilter): AsyncGenerator<CsvValue[]> {
    const tenantId = tenantOf(actor);
    let after: FoundEntry | null = null;
    const told = { entries: 0, unsealed: 0 };
    for (;;) {
      const found: FoundEntry[] = await this.doors.within(actor, tenantId, (tx) =>
        findEntriesAfter(tx, tenantId, filter, { after, limit: AT_ONCE }),
      );
      for (const entry of await this.named(actor, found)) yield lineOf(entry);
      told.entries += found.length;
      told.unsealed += found.filter(({ batch }) => batch === null).length;
      after = found.at(-1) ?? null;
      if (found.length < AT_ONCE) break;
    }
    yield await this.closing(actor, filter, told);
  }

  /** The last line tells of the file itself, how whole it is; one without it was broken off. */
  private async closing(
    actor: HatActor,
    { personId, ...asked }: AuditFilter,
    told: { readonly entries: number; readonly unsealed: number },
  ): Promise<CsvValue[]> {
    const tenantId = tenantOf(actor);
    const expiredUntil = await this.doors.within(actor, tenantId, (tx) =>
      lastExpiredFrom(tx, tenantId, asked.from),
    );
    const detail = { ...asked, ofOnePerson: personId !== undefined, ...told, expiredUntil };
    return lineOf({
      id: '',
      at: this.clock.now(),
      role: actor.role,
      actorName: null,
      action: 'audit.export',
      subjectType: 'audit',
      subjectIds: [],
      people: 0,
      purpose: purposeIn(actor.language, PURPOSE),
      origin: '',
      outcome: 'allowed',
      detail: JSON.stringify(detail),
      batch: null,
    });
  }

  private async named(actor: HatActor, found: readonly FoundEntry[]): Promise<AuditEntryView[]> {
    const names = await this.hats.names([...new Set(found.flatMap(({ hatId }) => hatId ?? []))]);
    return found.map(({ hatId, purpose, ...entry }) => ({
      ...entry,
      purpose: purposeIn(actor.language, purpose),
      actorName: (hatId === null ? null : names.get(hatId)) ?? null,
    }));
  }

  private filterOf({ from, to, ...query }: Partial<AuditQuery>): AuditFilter {
    const last = to ?? this.clock.today();
    const first = from ?? addDays(last, -DAYS_BACK);
    if (first > last) throw invalidField('from', 'reversed-dates', 'The last day comes before the first.');
    const { action, role, personId, outcome } = query;
    return { from: first, to: last, action, role, personId, outcome };
  }

  private note(
    tx: Tx,
    actor: HatActor,
    action: string,
    { personId, ...detail }: AuditFilter & { readonly page?: number },
  ): Promise<void> {
    return audit(tx, actor, {
      tenantId: tenantOf(actor),
      action,
      subjectType: 'audit',
      subjectIds: [],
      personIds: [personId ?? null],
      purpose: PURPOSE,
      detail,
    });
  }
}

const tenantOf = (actor: HatActor): string => {
  if (!actor.tenantId) throw notFound();
  return actor.tenantId;
};

const lineOf = (entry: AuditEntryView): CsvValue[] => [
  entry.at.toISOString(),
  entry.role,
  entry.actorName,
  entry.action,
  entry.subjectType,
  entry.subjectIds.join(' '),
  entry.people,
  entry.purpose,
  entry.origin,
  entry.outcome,
  entry.detail,
  entry.batch,
];
