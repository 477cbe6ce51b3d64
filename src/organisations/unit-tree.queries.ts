import { inReach, isProvider, type Actor } from '../access/index.js';
import { rows, type Tx } from '../platform/database/rows.js';
import type { LocalDate } from '../shared/local-date.js';
import type { UnitKind } from './domain/unit-history.js';

/** A unit as it stood on a day. */
export interface UnitOnDay {
  readonly tenantId: string;
  readonly employerName: string;
  readonly id: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly parentId: string | null;
  /** Root first, itself last. */
  readonly path: readonly string[];
}

/** The units at or below those that a provider's mandates name on a day, as `(tenant_id, unit_id)`. */
export const mandatedUnits = (on: string, provider: string): string => `
  select v.tenant_id, v.unit_id
  from mandates m
  join mandate_units mu on mu.tenant_id = m.tenant_id and mu.mandate_id = m.id
  join unit_versions v on v.tenant_id = mu.tenant_id and v.valid @> ${on}::date and mu.unit_id = any (v.path)
  where m.provider_id = ${provider} and m.valid @> ${on}::date`;

/** The same, of mandates that also show a field which is hidden unless it is named. */
export const mandatedUnitsShowing = (on: string, provider: string, field: string): string =>
  `${mandatedUnits(on, provider)} and ${field} = any (m.fields)`;

/**
 * Every unit that stood on a day, parents first: of the employers the door lets in, and for a consultant only those
 * that a mandate reaches today.
 *
 * @param unitId only this unit and those below it
 */
export const unitsOnDay = async (
  tx: Tx,
  actor: Actor,
  day: { readonly on: LocalDate; readonly today: LocalDate },
  unitId: string | null = null,
): Promise<UnitOnDay[]> => {
  const provider = actor.kind === 'hat' && isProvider(actor) ? actor.providerId : null;
  const scope = provider === null ? '' : `and (v.tenant_id, v.unit_id) in (${mandatedUnits('$3', '$4')})`;
  return rows<UnitOnDay>(
    tx,
    `select v.tenant_id as "tenantId", employers.name as "employerName", v.unit_id as id, v.name, v.kind,
            v.parent_id as "parentId", v.path
     from unit_versions v
     join employers on employers.tenant_id = v.tenant_id
     where ${inReach('v.tenant_id')} and v.valid @> $1::date and ($2::uuid is null or $2 = any (v.path)) ${scope}
     order by employers.name, v.tenant_id, array_length(v.path, 1), v.name, v.unit_id`,
    provider === null ? [day.on, unitId] : [day.on, unitId, day.today, provider],
  );
};

/** The names of units on a day, or as they were last called. */
export const unitNames = async (
  tx: Tx,
  unitIds: readonly string[],
  on: LocalDate,
): Promise<ReadonlyMap<string, string>> => {
  const found = await rows<{ id: string; name: string }>(
    tx,
    `select distinct on (unit_id) unit_id as id, name from unit_versions
     where ${inReach('tenant_id')} and unit_id = any ($1) order by unit_id, valid @> $2::date desc, valid desc`,
    [unitIds, on],
  );
  return new Map(found.map((unit) => [unit.id, unit.name]));
};

/** Names on a day, with that of the unit above where another unit is called the same: "Stue 1, Børnehuset Solstrålen". */
export const namesApart = async (
  tx: Tx,
  unitIds: readonly string[],
  on: LocalDate,
): Promise<ReadonlyMap<string, string>> => {
  const found = await rows<{ id: string; name: string }>(
    tx,
    `select v.unit_id as id, concat_ws(', ', v.name, above.name) as name
     from unit_versions v
     left join unit_versions above on above.tenant_id = v.tenant_id and above.unit_id = v.parent_id and above.valid @> $2::date
       and (v.tenant_id, v.name) in (select tenant_id, name from unit_versions
         where ${inReach('tenant_id')} and valid @> $2::date group by 1, 2 having count(*) > 1)
     where ${inReach('v.tenant_id')} and v.valid @> $2::date and v.unit_id = any ($1)`,
    [[...new Set(unitIds)], on],
  );
  return new Map(found.map(({ id, name }) => [id, name]));
};

interface NamedPlace {
  readonly unitId: string | null;
  readonly unitName: string;
}

/** Rows with the names that tell their units apart. */
export const withUnitsApart = async <Row extends NamedPlace>(
  tx: Tx,
  shown: readonly Row[],
  on: LocalDate,
): Promise<Row[]> => {
  const names = await namesApart(
    tx,
    shown.flatMap(({ unitId }) => unitId ?? []),
    on,
  );
  return shown.map((row) => ({ ...row, unitName: names.get(row.unitId ?? '') ?? row.unitName }));
};
