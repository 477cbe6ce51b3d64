import { change, row, rows, type Tx } from '../../platform/database/rows.js';
import type { LocalDate } from '../../shared/local-date.js';
import { isKeptBy, RETENTION_CLASSES, retentionClasses, type RetentionClass } from './domain/retention.js';

export interface RetentionRule {
  readonly dataClass: RetentionClass;
  readonly days: number;
  /** Why not the default; null where that holds. */
  readonly reason: string | null;
  readonly changedAt: Date | null;
  readonly lastRunAt: Date | null;
  readonly lastErased: number | null;
}

interface Kept extends Omit<RetentionRule, 'days'> {
  readonly days: number | null;
  readonly tenantKind: 'employer' | 'benefit-authority';
}

/** How long a tenant keeps each class that it has: its own rule, else the default. */
export const listRules = async (tx: Tx, tenantId: string): Promise<RetentionRule[]> => {
  const kept = await rows<Kept>(
    tx,
    `select c as "dataClass", rule.days, rule.reason, rule.changed_at as "changedAt", run.ran_at as "lastRunAt",
       run.erased as "lastErased", tenants.kind as "tenantKind"
     from tenants cross join unnest($2::text[]) with ordinality as given (c, place)
     left join retention_rules rule on rule.tenant_id = $1 and rule.data_class = c
     left join retention_runs run on run.tenant_id = $1 and run.data_class = c
     where tenants.id = $1 order by place`,
    [tenantId, retentionClasses],
  );
  return kept
    .filter(({ tenantKind, dataClass }) => isKeptBy(tenantKind, dataClass))
    .map(({ tenantKind: _kind, ...rule }) => ({
      ...rule,
      days: rule.days ?? RETENTION_CLASSES[rule.dataClass].days,
    }));
};

/** For how many days a tenant keeps a class. */
export const retentionDays = async (tx: Tx, tenantId: string, dataClass: RetentionClass): Promise<number> => {
  const rule = await row<{ days: number }>(
    tx,
    'select days from retention_rules where tenant_id = $1 and data_class = $2',
    [tenantId, dataClass],
  );
  return rule?.days ?? RETENTION_CLASSES[dataClass].days;
};

export const changeRule = async (
  tx: Tx,
  tenantId: string,
  rule: {
    readonly dataClass: RetentionClass;
    readonly days: number;
    readonly reason: string;
    readonly hatId: string;
    readonly at: Date;
  },
): Promise<void> => {
  await change(
    tx,
    `insert into retention_rules (tenant_id, data_class, days, reason, changed_by_hat, changed_at)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (tenant_id, data_class) do update set days = $3, reason = $4, changed_by_hat = $5, changed_at = $6`,
    [tenantId, rule.dataClass, rule.days, rule.reason, rule.hatId, rule.at],
  );
};

/** Adds to what one night has erased; a run of several batches counts as one while it has the same day. */
export const recordRun = async (
  tx: Tx,
  tenantId: string,
  run: {
    readonly dataClass: RetentionClass;
    readonly before: LocalDate;
    readonly erased: number;
    readonly at: Date;
  },
): Promise<void> => {
  await change(
    tx,
    `insert into retention_runs as run (tenant_id, data_class, before, ran_at, erased, erased_before)
     values ($1, $2, $3::date, $4, $5::bigint, case when $5::bigint > 0 then $3::date end)
     on conflict (tenant_id, data_class) do update set before = $3::date, ran_at = $4,
       erased = $5::bigint + case when run.before = $3::date then run.erased else 0 end,
       erased_before = greatest(run.erased_before, case when $5::bigint > 0 then $3::date end)`,
    [tenantId, run.dataClass, run.before, run.at, run.erased],
  );
};

/** The day before which rows of a class have been erased, so that figures from before it would be too low; or null. */
export const erasedBefore = async (
  tx: Tx,
  tenantId: string,
  dataClass: RetentionClass,
): Promise<LocalDate | null> => {
  const run = await row<{ before: LocalDate | null }>(
    tx,
    'select erased_before as before from retention_runs where tenant_id = $1 and data_class = $2',
    [tenantId, dataClass],
  );
  return run?.before ?? null;
};
