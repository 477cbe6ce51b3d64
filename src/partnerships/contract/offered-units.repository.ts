import type { Sector } from '../../organisations/index.js';
import { change, rows, type Tx } from '../../platform/database/rows.js';
import { invalidField } from '../../platform/http/problem.js';
import type { ContractUnit } from '../domain/contract.js';

/** A workplace that its employer has put forward for a partnership. Nothing else may be written into a contract. */
export interface OfferedUnit {
  readonly tenantId: string;
  readonly unitId: string;
  readonly name: string;
  readonly employerName: string;
  readonly sector: Sector;
}

export const listOffered = (tx: Tx, partnershipId: string): Promise<OfferedUnit[]> =>
  rows<OfferedUnit>(
    tx,
    `select tenant_id as "tenantId", unit_id as "unitId", name, employer_name as "employerName", sector
     from offered_units where partnership_id = $1 order by employer_name, name, unit_id`,
    [partnershipId],
  );

/** The partnerships that an employer has put workplaces forward for, through its own door. */
export const partnershipsOfferedTo = async (tx: Tx, tenantId: string): Promise<string[]> => {
  const found = await rows<{ id: string }>(
    tx,
    'select distinct partnership_id as id from offered_units where tenant_id = $1 order by 1',
    [tenantId],
  );
  return found.map(({ id }) => id);
};

export const insertOffered = (
  tx: Tx,
  partnershipId: string,
  units: readonly OfferedUnit[],
): Promise<number> =>
  change(
    tx,
    `insert into offered_units (partnership_id, tenant_id, unit_id, name, employer_name, sector)
     select $1, u."tenantId", u."unitId", u.name, u."employerName", u.sector
     from jsonb_to_recordset($2) u ("tenantId" uuid, "unitId" uuid, name text, "employerName" text, sector text)
     on conflict (partnership_id, tenant_id, unit_id) do nothing`,
    [partnershipId, JSON.stringify(units)],
  );

/** Workplaces of a draft under the names that their employers gave. @throws Problem 400 for one that was not offered */
export const asOffered = async (
  tx: Tx,
  partnershipId: string,
  units: readonly ContractUnit[],
): Promise<ContractUnit[]> => {
  const offered = new Map((await listOffered(tx, partnershipId)).map((unit) => [unit.unitId, unit]));
  return units.map((unit, place) => {
    const known = offered.get(unit.unitId);
    if (known?.tenantId !== unit.tenantId)
      throw invalidField(`content.units.${place}`, 'not-offered', 'No employer has offered this workplace.');
    return { ...unit, name: known.name, employerName: known.employerName };
  });
};

/** From a day on the workplaces of the partnership are those of a contract; what stood before that day stays. */
export const placeUnits = async (
  tx: Tx,
  partnershipId: string,
  {
    units,
    from,
    to,
  }: { readonly units: readonly ContractUnit[]; readonly from: string; readonly to: string },
): Promise<void> => {
  await change(tx, 'delete from partnership_units where partnership_id = $1 and lower(valid) >= $2', [
    partnershipId,
    from,
  ]);
  await change(
    tx,
    `update partnership_units set valid = valid * daterange(null, $2::date) where partnership_id = $1 and valid @> $2::date`,
    [partnershipId, from],
  );
  await change(
    tx,
    `insert into partnership_units (partnership_id, tenant_id, unit_id, name, employer_name, sector, arm, valid)
     select $1, o.tenant_id, o.unit_id, o.name, o.employer_name, o.sector, u.arm, daterange(greatest(u."from", $3), $4, '[]')
     from jsonb_to_recordset($2) u ("unitId" uuid, arm text, "from" date)
     join offered_units o on o.partnership_id = $1 and o.unit_id = u."unitId"`,
    [partnershipId, JSON.stringify(units), from, to],
  );
};
