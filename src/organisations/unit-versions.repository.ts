import { change, row, rows, type Tx } from '../platform/database/rows.js';
import type { PlacedVersion } from './domain/unit-history.js';

/** Lets one reorganisation of an employer happen at a time: each reads the whole tree before it writes. */
export const lockTree = async (tx: Tx, tenantId: string): Promise<void> => {
  await row(tx, `select pg_advisory_xact_lock(hashtextextended('unit tree of ' || $1, 0))`, [tenantId]);
};

/** The history of every unit of an employer, or of these; the earliest first. */
export const loadVersions = (
  tx: Tx,
  tenantId: string,
  unitIds: readonly string[] | null = null,
): Promise<PlacedVersion[]> =>
  rows<PlacedVersion>(
    tx,
    `select unit_id as "unitId", lower(valid) as "from", upper(valid) - 1 as "to", name, kind,
            parent_id as "parentId", path
     from unit_versions where tenant_id = $1 and ($2::uuid[] is null or unit_id = any ($2)) order by unit_id, valid`,
    [tenantId, unitIds],
  );

export const addUnit = async (tx: Tx, tenantId: string): Promise<string> => {
  const made = await row<{ id: string }>(tx, 'insert into units (tenant_id) values ($1) returning id', [
    tenantId,
  ]);
  if (!made) throw new Error('the unit was not made');
  return made.id;
};

/** Writes the histories of these units anew; those not named stay as they are. */
export const replaceVersions = async (
  tx: Tx,
  tenantId: string,
  unitIds: readonly string[],
  versions: readonly PlacedVersion[],
): Promise<void> => {
  await change(tx, 'delete from unit_versions where tenant_id = $1 and unit_id = any ($2)', [
    tenantId,
    unitIds,
  ]);
  await change(
    tx,
    `insert into unit_versions (tenant_id, unit_id, valid, name, kind, parent_id, path)
     select $1, v."unitId", daterange(v."from", v."to", '[]'), v.name, v.kind, v."parentId", v.path
     from jsonb_to_recordset($2) as v ("unitId" uuid, "from" date, "to" date, name text, kind text, "parentId" uuid, path uuid[])`,
    [tenantId, JSON.stringify(versions)],
  );
};
