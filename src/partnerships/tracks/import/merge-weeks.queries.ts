import { change, row, type Tx } from '../../../platform/database/rows.js';
import type { Columns } from '../domain/week-row.js';
import { refreshStandings } from '../standings.queries.js';

export interface WeekCounts {
  readonly inserted: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: number;
}

const NEW_CITIZENS = `
  insert into citizens (tenant_id, case_number)
  select distinct $1::uuid, case_number from incoming where fault is null
  on conflict on constraint citizen_case_number do nothing`;

const NEW_WORKERS = `
  insert into track_workers (tenant_id, kind, code)
  select distinct $1::uuid, said.kind, said.code from incoming
  cross join lateral (values ('job-coach', coach), ('caseworker', caseworker)) as said (kind, code)
  where fault is null and said.code is not null
  on conflict on constraint track_worker_code do nothing`;

// A file without a column for coaches or caseworkers says nothing of them: what is known stays.
const JUDGED = `
  create temp table judged on commit drop as
  select c.id as citizen_id, i.week, i.benefit,
    case when $2 then coach.id else w.coach_id end as coach_id,
    case when $3 then caseworker.id else w.caseworker_id end as caseworker_id,
    case when w.week is not null then
      jsonb_build_object('benefit', w.benefit, 'coach', w.coach_id, 'caseworker', w.caseworker_id) end as before
  from (select distinct case_number, week, benefit, coach, caseworker from incoming where fault is null) i
  join citizens c on c.tenant_id = $1 and c.case_number = i.case_number
  left join track_workers coach on coach.tenant_id = $1 and coach.kind = 'job-coach' and coach.code = i.coach
  left join track_workers caseworker
    on caseworker.tenant_id = $1 and caseworker.kind = 'caseworker' and caseworker.code = i.caseworker
  left join citizen_weeks w on w.tenant_id = $1 and w.citizen_id = c.id and w.week = i.week`;

const AFTER = `jsonb_build_object('benefit', benefit, 'coach', coach_id, 'caseworker', caseworker_id)`;

const KEEP_CHANGES = `
  insert into citizen_week_changes (tenant_id, import_id, citizen_id, week, before, after)
  select $1, $2, citizen_id, week, before, ${AFTER} from judged where before is distinct from ${AFTER}`;

const MERGE = `
  insert into citizen_weeks (tenant_id, citizen_id, week, benefit, coach_id, caseworker_id)
  select $1, citizen_id, week, benefit, coach_id, caseworker_id from judged where before is distinct from ${AFTER}
  on conflict (tenant_id, citizen_id, week) do update
    set benefit = excluded.benefit, coach_id = excluded.coach_id, caseworker_id = excluded.caseworker_id`;

const COUNTED = `
  select count(*) filter (where before is null)::int as inserted,
    count(*) filter (where before is not null and before is distinct from ${AFTER})::int as changed,
    count(*) filter (where before = ${AFTER})::int as unchanged,
    (select count(*)::int from incoming where fault is not null) as rejected
  from judged`;

/** One import of an authority at a time: each judges by what the one before has recorded. */
export const lockWeeks = (tx: Tx, tenantId: string): Promise<unknown> =>
  row(tx, `select pg_advisory_xact_lock(hashtextextended('weeks of ' || $1, 0))`, [tenantId]);

/** Records the staged weeks: new ones, and those that the file tells differently. The same file again changes nothing. */
export const mergeWeeks = async (
  tx: Tx,
  { tenantId, importId, columns }: { tenantId: string; importId: string; columns: Columns },
): Promise<WeekCounts> => {
  await change(tx, NEW_CITIZENS, [tenantId]);
  await change(tx, NEW_WORKERS, [tenantId]);
  await change(tx, JUDGED, [tenantId, columns.coach !== undefined, columns.caseworker !== undefined]);
  await change(tx, 'analyze judged');
  const counts = await row<WeekCounts>(tx, COUNTED);
  await change(tx, KEEP_CHANGES, [tenantId, importId]);
  await change(tx, MERGE, [tenantId]);
  await refreshStandings(
    tx,
    tenantId,
    `select distinct citizen_id from judged where before is distinct from ${AFTER}`,
  );
  return counts ?? { inserted: 0, changed: 0, unchanged: 0, rejected: 0 };
};

const UNDOING = `
  create temp table undoing on commit drop as
  select ch.citizen_id, ch.week, ch.before from citizen_week_changes ch
  join citizen_weeks w on w.tenant_id = $1 and w.citizen_id = ch.citizen_id and w.week = ch.week
  where ch.tenant_id = $1 and ch.import_id = $2
    and ch.after = jsonb_build_object('benefit', w.benefit, 'coach', w.coach_id, 'caseworker', w.caseworker_id)
    and not exists (select from citizen_week_changes later where later.tenant_id = $1 and later.citizen_id = ch.citizen_id
      and later.week = ch.week and later.import_id > ch.import_id)`;

const TAKE_BACK = `
  delete from citizen_weeks w using undoing u
  where w.tenant_id = $1 and w.citizen_id = u.citizen_id and w.week = u.week and u.before is null`;

const BRING_BACK = `
  update citizen_weeks w set benefit = u.before ->> 'benefit', coach_id = (u.before ->> 'coach')::uuid,
    caseworker_id = (u.before ->> 'caseworker')::uuid
  from undoing u where w.tenant_id = $1 and w.citizen_id = u.citizen_id and w.week = u.week and u.before is not null`;

// Whom only this import knew goes with its weeks; who has been met since stays, without weeks.
const FORGET = `
  delete from citizens c where c.tenant_id = $1 and c.id in (select citizen_id from undoing)
    and not exists (select from citizen_weeks w where w.tenant_id = $1 and w.citizen_id = c.id)
    and not exists (select from citizen_contacts n where n.tenant_id = $1 and n.citizen_id = c.id)`;

const FORGET_CHANGES = `
  delete from citizen_week_changes ch using undoing u
  where ch.tenant_id = $1 and ch.import_id = $2 and ch.citizen_id = u.citizen_id and ch.week = u.week`;

/** Puts back the weeks that an import changed and nobody has changed since. Returns how many were, and how many were left. */
export const undoMergedWeeks = async (
  tx: Tx,
  { tenantId, importId }: { tenantId: string; importId: string },
): Promise<{ undone: number; left: number }> => {
  const undone = await change(tx, UNDOING, [tenantId, importId]);
  await change(tx, TAKE_BACK, [tenantId]);
  await change(tx, BRING_BACK, [tenantId]);
  await change(tx, FORGET_CHANGES, [tenantId, importId]);
  await change(tx, FORGET, [tenantId]);
  await refreshStandings(tx, tenantId, 'select distinct citizen_id from undoing');
  const left = await row<{ left: number }>(
    tx,
    'select count(*)::int as left from citizen_week_changes where tenant_id = $1 and import_id = $2',
    [tenantId, importId],
  );
  return { undone, left: left?.left ?? 0 };
};
