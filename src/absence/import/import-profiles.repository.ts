import { change, row, rows, type Tx } from '../../platform/database/rows.js';
import type { ImportKind } from './domain/fields.js';
import { decodeMapping, type ColumnMapping } from './domain/mapping.js';

export interface Profile {
  readonly id: string;
  readonly name: string;
  readonly kind: ImportKind;
  readonly source: string;
  readonly mapping: ColumnMapping;
  /** How many months back a file of this kind is complete; null where files are deltas. */
  readonly snapshotMonths: number | null;
}

const COLUMNS = 'id, name, kind, source, mapping, snapshot_months as "snapshotMonths"';
type Row = Omit<Profile, 'mapping'> & { readonly mapping: unknown };
const decode = (found: Row): Profile => ({ ...found, mapping: decodeMapping(found.kind, found.mapping) });

export const listProfiles = async (tx: Tx, tenantId: string, kind: ImportKind | null): Promise<Profile[]> => {
  const found = await rows<Row>(
    tx,
    `select ${COLUMNS} from import_profiles where tenant_id = $1 and ($2::text is null or kind = $2) order by name, id`,
    [tenantId, kind],
  );
  return found.map(decode);
};

export const findProfile = async (tx: Tx, tenantId: string, id: string): Promise<Profile | null> => {
  const found = await row<Row>(
    tx,
    `select ${COLUMNS} from import_profiles where tenant_id = $1 and id = $2`,
    [tenantId, id],
  );
  return found && decode(found);
};

export const findProfileByName = async (tx: Tx, tenantId: string, name: string): Promise<Profile | null> => {
  const found = await row<Row>(
    tx,
    `select ${COLUMNS} from import_profiles where tenant_id = $1 and name = $2`,
    [tenantId, name],
  );
  return found && decode(found);
};

/** Saves a profile under its name; one of that name is replaced. */
export const saveProfile = async (
  tx: Tx,
  tenantId: string,
  profile: Omit<Profile, 'id'>,
): Promise<Profile> => {
  const saved = await row<Row>(
    tx,
    `insert into import_profiles (tenant_id, name, kind, source, mapping, snapshot_months) values ($1, $2, $3, $4, $5, $6)
     on conflict (tenant_id, name) do update set kind = excluded.kind, source = excluded.source, mapping = excluded.mapping,
       snapshot_months = excluded.snapshot_months
     returning ${COLUMNS}`,
    [
      tenantId,
      profile.name,
      profile.kind,
      profile.source,
      JSON.stringify(profile.mapping),
      profile.snapshotMonths,
    ],
  );
  if (!saved) throw new Error('the profile was not saved');
  return decode(saved);
};

export const removeProfile = (tx: Tx, tenantId: string, id: string): Promise<number> =>
  change(tx, 'delete from import_profiles where tenant_id = $1 and id = $2', [tenantId, id]);
