import type { Sector } from '../organisations/index.js';
import { change, row, rows, type Tx } from '../platform/database/rows.js';
import type { LocalDate } from '../shared/local-date.js';
import type { Period } from '../shared/period.js';
import { PARTY_ROLES, type Arm, type PartyRole } from './domain/contract.js';

export interface Partnership {
  readonly id: string;
  readonly name: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export interface PartnershipUnit {
  readonly tenantId: string;
  readonly unitId: string;
  readonly name: string;
  readonly employerName: string;
  readonly sector: Sector;
  readonly arm: Arm;
}

const COLUMNS = 'partnership_id as id, name, starts_on as "from", ends_on as "to"';

export const findPartnership = (tx: Tx, id: string): Promise<Partnership | null> =>
  row<Partnership>(tx, `select ${COLUMNS} from partnerships where partnership_id = $1`, [id]);

/** Every partnership of a name; for the operator's commands. */
export const partnershipsNamed = (tx: Tx, name: string): Promise<Partnership[]> =>
  rows<Partnership>(tx, `select ${COLUMNS} from partnerships where name = $1 order by created_at`, [name]);

/** Name and days as a contract has come to say. */
export const renamePartnership = (tx: Tx, { id, name, from, to }: Partnership): Promise<number> =>
  change(tx, 'update partnerships set name = $2, starts_on = $3, ends_on = $4 where partnership_id = $1', [
    id,
    name,
    from,
    to,
  ]);

/** The workplaces that take part, or are compared with, in some of these days. */
export const unitsOfPartnership = (tx: Tx, id: string, period: Period): Promise<PartnershipUnit[]> =>
  rows<PartnershipUnit>(
    tx,
    `select distinct tenant_id as "tenantId", unit_id as "unitId", name, employer_name as "employerName", sector, arm
     from partnership_units
     where partnership_id = $1 and valid && daterange($2, $3, '[]')
     order by employer_name, name, unit_id`,
    [id, period.from, period.to],
  );

/** Each once, also who is a party in two roles. */
export const partiesOfPartnership = async (tx: Tx, id: string): Promise<string[]> => {
  const found = await rows<{ name: string }>(
    tx,
    `select name from partnership_parties where partnership_id = $1
     group by name order by min(array_position($2::text[], role)), name`,
    [id, PARTY_ROLES],
  );
  return found.map((party) => party.name);
};

export const insertPartnership = (tx: Tx, partnership: Partnership) =>
  tx.query('insert into partnerships (partnership_id, name, starts_on, ends_on) values ($1, $2, $3, $4)', [
    partnership.id,
    partnership.name,
    partnership.from,
    partnership.to,
  ]);

export const insertUnits = (tx: Tx, id: string, units: readonly PartnershipUnit[], valid: Period) =>
  change(
    tx,
    `insert into partnership_units (partnership_id, tenant_id, unit_id, name, employer_name, sector, arm, valid)
     select $1, u."tenantId", u."unitId", u.name, u."employerName", u.sector, u.arm, daterange($3, $4, '[]')
     from jsonb_to_recordset($2) u
       ("tenantId" uuid, "unitId" uuid, name text, "employerName" text, sector text, arm text)`,
    [id, JSON.stringify(units), valid.from, valid.to],
  );

/** Parties of a partnership; one named twice in a role is one. */
export const insertParties = (
  tx: Tx,
  id: string,
  parties: readonly { readonly role: PartyRole; readonly name: string }[],
) =>
  change(
    tx,
    `insert into partnership_parties (partnership_id, role, name)
     select $1, role, name from jsonb_to_recordset($2) p (role text, name text)
     on conflict on constraint party_once do nothing`,
    [id, JSON.stringify(parties)],
  );
