import { preparedRowsIn, type Prepared } from '../platform/database/prepared.js';
import { rows, type Tx } from '../platform/database/rows.js';
import type { LocalDate } from '../shared/local-date.js';
import type { Period } from '../shared/period.js';
import type { UnitKind } from '../organisations/index.js';
import { SICKNESS_KINDS } from './domain/kinds.js';
import type { Facts } from './domain/measures.js';
import { placesUnder, stoodThere } from './unit-places.queries.js';

/** An employer, or a unit of it with all below. */
export interface Part {
  readonly tenantId: string;
  readonly unitId: string | null;
}

/**
 * Before reading a whole employer in one pass. Row level security keeps the planner from looking at ranges: it takes an
 * employer for a handful of people, goes through them one by one and, where two such lists meet, through their product.
 */
export const readWhole = async (tx: Tx): Promise<void> => {
  await tx.query('set local enable_nestloop = off');
};

/** The columns of `month_facts` added up, under the names of `Facts`. */
export const SUMMED_FACTS = `sum(employed_days)::float8 as "employedDays", sum(fte_days)::float8 as "fteDays",
  sum(possible_days)::float8 as "possibleDays", sum(absence_days)::float8 as "absenceDays",
  sum(short_days)::float8 as "shortDays", sum(medium_days)::float8 as "mediumDays", sum(long_days)::float8 as "longDays",
  sum(injury_days)::float8 as "injuryDays", sum(spells_begun)::float8 as "spellsBegun",
  sum(spells_ended)::float8 as "spellsEnded", sum(ended_calendar_days)::float8 as "endedCalendarDays"`;

// An array, unlike a join, is looked up in the index of a table that belongs to more than one unit.
const onlyUnder = (part: Part, unitId: string): string =>
  part.unitId === null ? '' : `and ${unitId} = any (array(select unit_id from places))`;

/** Of a unit, by a statement whose policies are planned once; a whole employer is planned for with its own settings. */
const ofPart = <Row>(tx: Tx, part: Part, statement: Prepared, values: readonly unknown[]): Promise<Row[]> => {
  const all = [part.tenantId, part.unitId, ...values];
  return part.unitId === null ? rows<Row>(tx, statement.text, all) : preparedRowsIn<Row>(tx, statement, all);
};

export interface MonthFacts extends Facts {
  readonly month: LocalDate;
}

/** The facts of every month of a period that has any. */
export const factsByMonth = (tx: Tx, part: Part, period: Period): Promise<MonthFacts[]> =>
  ofPart<MonthFacts>(
    tx,
    part,
    {
      name: 'unit_facts_by_month',
      text: `with ${placesUnder('$2::uuid')}
       select f.month, ${SUMMED_FACTS}
       from month_facts f join places on ${stoodThere('f.unit_id', 'f.month')}
       where f.tenant_id = $1 and f.month between $3::date and $4::date ${onlyUnder(part, 'f.unit_id')}
       group by f.month order by f.month`,
    },
    [period.from, period.to],
  );

export interface ChildFacts extends Facts {
  /** Null for those directly in the unit. */
  readonly childId: string | null;
}

/** The facts of a period by the units right below. */
export const factsByChild = (tx: Tx, part: Part, period: Period): Promise<ChildFacts[]> =>
  ofPart<ChildFacts>(
    tx,
    part,
    {
      name: 'unit_facts_by_child',
      text: `with ${placesUnder('$2::uuid')}
       select places.child_id as "childId", ${SUMMED_FACTS}
       from month_facts f join places on ${stoodThere('f.unit_id', 'f.month')}
       where f.tenant_id = $1 and f.month between $3::date and $4::date ${onlyUnder(part, 'f.unit_id')}
       group by places.child_id`,
    },
    [period.from, period.to],
  );

export interface Presence {
  readonly childId: string | null;
  readonly employed: number;
  /** Employed that day and covered by any sickness kind (definitions 1.7). */
  readonly absent: number;
}

/** Who is employed and who absent on a day, by the units right below. */
export const presenceByChild = (tx: Tx, part: Part, on: LocalDate): Promise<Presence[]> =>
  ofPart<Presence>(
    tx,
    part,
    {
      name: 'unit_presence_by_child',
      text: `with ${placesUnder('$2::uuid')},
       sick as (
         select employment_id from spells
         where tenant_id = $1 and kind = any ($4) and first_on <= $3::date and (last_on is null or last_on >= $3::date))
       select places.child_id as "childId", count(distinct e.person_id)::int as employed,
         count(distinct e.person_id) filter (where e.id in (select employment_id from sick))::int as absent
       from employment_terms t
       join employments e on e.tenant_id = $1 and e.id = t.employment_id and e.employed @> $3::date
       join places on places.unit_id = t.unit_id and places.since <= $3::date and $3::date < places.until
       where t.tenant_id = $1 and t.valid @> $3::date ${onlyUnder(part, 't.unit_id')}
       group by places.child_id`,
    },
    [on, SICKNESS_KINDS],
  );

export interface ChildUnit {
  readonly id: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly children: number;
}

/** The units right below on a day, in the order of their names. */
export const childUnits = (tx: Tx, part: Part, on: LocalDate): Promise<ChildUnit[]> =>
  ofPart<ChildUnit>(
    tx,
    part,
    {
      name: 'child_units',
      text: `select v.unit_id as id, v.name, v.kind,
         (select count(*)::int from unit_versions below
          where below.tenant_id = $1 and below.parent_id = v.unit_id and below.valid @> $3::date) as children
       from unit_versions v
       where v.tenant_id = $1 and v.valid @> $3::date and v.parent_id is not distinct from $2::uuid
       order by v.name, v.unit_id`,
    },
    [on],
  );

export interface KnownUntil {
  readonly source: string;
  readonly until: LocalDate;
}

/** Up to which day each source has told of absence (definitions 2.4). */
export const knownUntil = (tx: Tx, tenantId: string): Promise<KnownUntil[]> =>
  rows<KnownUntil>(
    tx,
    'select source, known_until as until from absence_sources where tenant_id = $1 order by known_until desc, source',
    [tenantId],
  );
