import { change, row, rows, type Tx } from '../../platform/database/rows.js';
import type { LocalDate } from '../../shared/local-date.js';
import { notLapsed } from '../journeys/lapsed.js';
import type { Step } from '../domain/programme.js';
import type { ProgrammeRow, ProgrammeVersionView } from './programmes.view.js';

export interface ProgrammeKey {
  readonly tenantId: string;
  readonly id: string;
}

/** Introductions on their way on a day, by programme and version. */
const GOES_ON = `coalesce(i.ended_on >= $2::date, true) and ${notLapsed('$2')} and exists (select from introduction_steps s
  where s.tenant_id = $1 and s.introduction_id = i.id and s.settled_on is null)`;
const RUNNING = `(select count(*) from introductions i where i.tenant_id = $1 and i.programme_id = p.id and ${GOES_ON})`;

const COLUMNS = `p.id, p.name, p.job_groups as "jobGroups", p.unit_id as "unitId", u.name as "unitName", p.version,
  jsonb_array_length(v.steps) as "stepCount", ${RUNNING} as running, p.retired_at as "retiredAt"`;
const FROM = `introduction_programmes p
  join introduction_versions v on v.tenant_id = p.tenant_id and v.programme_id = p.id and v.version = p.version
  left join unit_versions u on u.tenant_id = p.tenant_id and u.unit_id = p.unit_id and u.valid @> $2::date`;

/** An employer's programmes, those in use first. */
export const listProgrammes = (tx: Tx, tenantId: string, today: LocalDate): Promise<ProgrammeRow[]> =>
  rows<ProgrammeRow>(
    tx,
    `select ${COLUMNS} from ${FROM} where p.tenant_id = $1 order by p.retired_at is not null, p.name, p.id`,
    [tenantId, today],
  );

export const findProgramme = (
  tx: Tx,
  { tenantId, id }: ProgrammeKey,
  today: LocalDate,
): Promise<(ProgrammeRow & { readonly steps: Step[] }) | null> =>
  row(tx, `select ${COLUMNS}, v.steps from ${FROM} where p.tenant_id = $1 and p.id = $3`, [
    tenantId,
    today,
    id,
  ]);

export const listVersions = (
  tx: Tx,
  { tenantId, id }: ProgrammeKey,
  today: LocalDate,
): Promise<ProgrammeVersionView[]> =>
  rows<ProgrammeVersionView>(
    tx,
    `select v.version, v.made_at as "madeAt", (select count(*) from introductions i
       where i.tenant_id = $1 and i.programme_id = v.programme_id and i.version = v.version
         and ${GOES_ON}) as running
     from introduction_versions v where v.tenant_id = $1 and v.programme_id = $3 order by v.version desc`,
    [tenantId, today, id],
  );

/** The newest version of a programme, kept from others until the transaction ends; null where there is none. */
export const lockProgramme = (
  tx: Tx,
  { tenantId, id }: ProgrammeKey,
): Promise<{ readonly version: number; readonly steps: Step[] } | null> =>
  row(
    tx,
    `select p.version, v.steps from introduction_programmes p
     join introduction_versions v on v.tenant_id = p.tenant_id and v.programme_id = p.id and v.version = p.version
     where p.tenant_id = $1 and p.id = $2 for update of p`,
    [tenantId, id],
  );

export interface Scope {
  readonly name: string;
  readonly jobGroups: readonly string[];
  readonly unitId: string | null;
}

export const insertProgramme = async (
  tx: Tx,
  tenantId: string,
  { name, jobGroups, unitId }: Scope,
  at: Date,
): Promise<string> => {
  const made = await row<{ id: string }>(
    tx,
    `insert into introduction_programmes (tenant_id, name, job_groups, unit_id, version, created_at)
     values ($1, $2, $3, $4, 1, $5) returning id`,
    [tenantId, name, jobGroups, unitId, at],
  );
  return made?.id ?? '';
};

export const updateProgramme = async (
  tx: Tx,
  { tenantId, id }: ProgrammeKey,
  { name, jobGroups, unitId, version }: Scope & { readonly version: number },
): Promise<void> => {
  await change(
    tx,
    `update introduction_programmes set name = $3, job_groups = $4, unit_id = $5, version = $6
     where tenant_id = $1 and id = $2`,
    [tenantId, id, name, jobGroups, unitId, version],
  );
};

export const insertVersion = async (
  tx: Tx,
  { tenantId, id }: ProgrammeKey,
  made: {
    readonly version: number;
    readonly steps: readonly Step[];
    readonly at: Date;
    readonly hatId: string | null;
  },
): Promise<void> => {
  await change(
    tx,
    `insert into introduction_versions (tenant_id, programme_id, version, steps, made_at, made_by_hat)
     values ($1, $2, $3, $4, $5, $6)`,
    [tenantId, id, made.version, JSON.stringify(made.steps), made.at, made.hatId],
  );
};

export const retireProgramme = (
  tx: Tx,
  { tenantId, id }: ProgrammeKey,
  retiredAt: Date | null,
): Promise<number> =>
  change(
    tx,
    `update introduction_programmes set retired_at = case when $3::timestamptz is null then null else coalesce(retired_at, $3) end
     where tenant_id = $1 and id = $2`,
    [tenantId, id, retiredAt],
  );

/** Whether a unit stands on a day. */
export const unitStands = async (tx: Tx, tenantId: string, unitId: string, on: LocalDate): Promise<boolean> =>
  (await row(tx, 'select 1 from unit_versions where tenant_id = $1 and unit_id = $2 and valid @> $3::date', [
    tenantId,
    unitId,
    on,
  ])) !== null;

/** The job groups of an employer's people on a day. */
export const listJobGroups = async (tx: Tx, tenantId: string, on: LocalDate): Promise<string[]> => {
  const found = await rows<{ name: string }>(
    tx,
    `select distinct job_group collate "da-x-icu" as name from employment_terms
     where tenant_id = $1 and valid @> $2::date and job_group <> '' order by 1 limit 500`,
    [tenantId, on],
  );
  return found.map(({ name }) => name);
};
