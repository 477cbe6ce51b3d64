import { Injectable } from '@nestjs/common';
import {
  Clock,
  HoldsPersonalData,
  PersonalDataHolder,
  type HeldSection,
  type PersonKey,
  type RetentionCut,
} from '../../access/index.js';
import { change, count, rows, type Tx } from '../../platform/database/rows.js';
import { FileStore } from '../../platform/storage/file-store.js';

type Cells = { cells: (string | number | null)[] };

const OVER = `
  select citizen_id as id from citizen_standings where tenant_id = $1 and last_week < $2::date`;
const OLD_IMPORTS = `
  select id from track_imports where tenant_id = $1 and state in ('recorded', 'failed', 'undone')
    and coalesce(finished_at, created_at) < $2::date`;
/** What an undoing rests on goes with the refused rows: an import that old is not undone. */
const OLD_CHANGES = `
  select c.ctid from citizen_week_changes c where c.tenant_id = $1 and c.import_id in (${OLD_IMPORTS})`;
const OLD_ROWS = `
  select r.ctid from track_import_rejections r where r.tenant_id = $1 and r.row_cipher is not null
    and r.import_id in (${OLD_IMPORTS})`;

const DAY_MS = 86_400_000;

/** Citizens of the employment track. A person's id here is a citizen's; the employees' side has no such rows. */
@HoldsPersonalData()
@Injectable()
export class TracksHolder extends PersonalDataHolder {
  override readonly domain = 'tracks';
  override readonly tables = [
    'citizens',
    'citizen_weeks',
    'citizen_week_changes',
    'citizen_standings',
    'citizen_contacts',
    'track_imports',
    'track_import_rejections',
  ];
  override readonly classes = ['citizens', 'import-files'] as const;

  constructor(
    private readonly store: FileStore,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async describe(tx: Tx, { tenantId, personId }: PersonKey): Promise<HeldSection[]> {
    const weeks = await rows<Cells>(
      tx,
      `select array[c.case_number, w.week::text, w.benefit, coach.code, caseworker.code] as cells
       from citizens c join citizen_weeks w on w.tenant_id = $1 and w.citizen_id = c.id
       left join track_workers coach on coach.tenant_id = $1 and coach.id = w.coach_id
       left join track_workers caseworker on caseworker.tenant_id = $1 and caseworker.id = w.caseworker_id
       where c.tenant_id = $1 and c.id = $2 order by w.week`,
      [tenantId, personId],
    );
    const contacts = await rows<Cells>(
      tx,
      `select array[kind, planned_on::text, held_on::text] as cells from citizen_contacts
       where tenant_id = $1 and citizen_id = $2 order by planned_on`,
      [tenantId, personId],
    );
    if (weeks.length + contacts.length === 0) return [];
    return [
      {
        section: 'tracks.weeks',
        columns: ['caseNumber', 'week', 'benefit', 'coach', 'caseworker'],
        rows: weeks.map(({ cells }) => cells),
      },
      {
        section: 'tracks.contacts',
        columns: ['kind', 'planned', 'held'],
        rows: contacts.map(({ cells }) => cells),
      },
    ];
  }

  override async due(tx: Tx, { tenantId, dataClass, before }: RetentionCut): Promise<number> {
    const cut = [tenantId, before];
    if (dataClass === 'citizens') return count(tx, OVER, cut);
    return (await count(tx, OLD_CHANGES, cut)) + (await count(tx, OLD_ROWS, cut));
  }

  override async erase(
    tx: Tx,
    { tenantId, dataClass, before }: RetentionCut,
    limit: number,
  ): Promise<number> {
    if (dataClass === 'citizens')
      return change(tx, `delete from citizens where tenant_id = $1 and id = any (array(${OVER} limit $3))`, [
        tenantId,
        before,
        limit,
      ]);
    await this.removeStrays(tx, tenantId);
    const cut = [tenantId, before, limit];
    const changes = await change(
      tx,
      `delete from citizen_week_changes where tenant_id = $1 and ctid = any (array(${OLD_CHANGES} limit $3))`,
      cut,
    );
    if (changes === limit) return changes;
    return (
      changes +
      (await change(
        tx,
        `update track_import_rejections set row_cipher = null
         where tenant_id = $1 and ctid = any (array(${OLD_ROWS} limit $3))`,
        cut,
      ))
    );
  }

  override async erasePerson(tx: Tx, { tenantId, personId }: PersonKey): Promise<void> {
    await change(tx, 'delete from citizens where tenant_id = $1 and id = $2', [tenantId, personId]);
  }

  /** Files of an authority that no import waits for: of uploads that broke off. An employer's are not looked at here. */
  private async removeStrays(tx: Tx, tenantId: string): Promise<void> {
    const authority = await rows(tx, 'select 1 from benefit_authorities where tenant_id = $1', [tenantId]);
    if (authority.length === 0) return;
    const old = await this.store.listOlderThan(tenantId, new Date(this.clock.now().getTime() - DAY_MS));
    const waiting = await rows<{ fileId: string }>(
      tx,
      'select file_id as "fileId" from track_imports where tenant_id = $1 and file_id is not null',
      [tenantId],
    );
    const kept = new Set(waiting.map(({ fileId }) => fileId));
    for (const id of old) if (!kept.has(id)) await this.store.remove(tenantId, id);
  }
}
