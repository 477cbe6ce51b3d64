import { inReach, type Actor } from '../access/index.js';
import { fieldShown, reach } from '../people/index.js';
import { rows, type Tx } from '../platform/database/rows.js';
import { offsetOf, type PageQuery } from '../platform/http/page.js';
import type { LocalDate } from '../shared/local-date.js';
import { SICKNESS_KINDS, type SpellKind } from './domain/kinds.js';
import type { RecordedRow } from './domain/person-absence.js';
import type { OpenSpellView } from './person-absence.view.js';

/** Every recorded row of some employments. */
export const recordedRows = async (
  tx: Tx,
  tenantId: string,
  employmentIds: readonly string[],
): Promise<RecordedRow[]> => {
  const found = await rows<{
    kind: SpellKind;
    firstOn: LocalDate;
    lastOn: LocalDate | null;
    from: LocalDate;
    to: LocalDate | null;
  }>(
    tx,
    `select s.kind, s.first_on as "firstOn", s.last_on as "lastOn", lower(e.employed) as "from", upper(e.employed) - 1 as "to"
     from spells s join employments e on e.tenant_id = s.tenant_id and e.id = s.employment_id
     where s.tenant_id = $1 and s.employment_id = any ($2)`,
    [tenantId, employmentIds],
  );
  return found.map(({ from, to, ...row }) => ({ ...row, employed: { from, to } }));
};

export const OPEN_SPELL_ORDERS = ['-firstOn', 'firstOn', 'name'] as const;
export type OpenSpellOrder = (typeof OPEN_SPELL_ORDERS)[number];
const ORDER: Readonly<Record<OpenSpellOrder, string>> = {
  '-firstOn': '"firstOn" desc, "personName", id',
  firstOn: '"firstOn", "personName", id',
  name: '"personName", id',
};

export interface OpenSpellRow extends OpenSpellView {
  readonly tenantId: string;
}

// Everybody with a row that runs today, and all their rows, merged as definitions 1.2 and 1.4 say: the absence may have
// begun in an earlier row. `offset 0` and the array have the planner begin with those who are absent.
const absences = (reached: string): string => `
  running as (
    select tenant_id, employment_id from spells
    where ${inReach('tenant_id')} and kind = any ($2) and first_on <= $1::date and (last_on is null or last_on >= $1::date)
    offset 0),
  absent as (
    select array_agg(distinct r.person_id) as persons
    from running join (${reached}) r on r.tenant_id = running.tenant_id and r.employment_id = running.employment_id),
  recorded as (
    select r.tenant_id, r.person_id, r.employment_id, r.unit_id, s.id, s.kind, s.first_on, s.last_on,
      max(least(s.last_on, upper(e.employed) - 1)) over (partition by r.person_id order by s.first_on, s.id
        rows between unbounded preceding and 1 preceding) as reached_on
    from (${reached}) r
    join employments e on e.tenant_id = r.tenant_id and e.id = r.employment_id
    join spells s on s.tenant_id = r.tenant_id and s.employment_id = r.employment_id
    where r.person_id = any ((select persons from absent)::uuid[]) and s.kind = any ($2) and s.first_on <= $1::date),
  absences as (
    select *, max(case when reached_on >= first_on - 1 then null else first_on end)
      over (partition by person_id order by first_on, id) as began_on
    from recorded)`;

/** Who of those in reach is absent today, and since when; of one unit and all below it if asked. */
export const openSpells = async (
  tx: Tx,
  actor: Actor,
  today: LocalDate,
  wanted: PageQuery & { readonly sort: OpenSpellOrder; readonly unitId?: string | undefined },
): Promise<{ readonly items: OpenSpellRow[]; readonly total: number }> => {
  const own = [today, SICKNESS_KINDS, wanted.unitId ?? null, wanted.pageSize, offsetOf(wanted)];
  const reached = reach(actor, today, own.length);
  const shown = fieldShown(actor, 'absence-kind', {
    of: 'a',
    on: today,
    taken: own.length + reached.parameters.length,
  });
  const found = await rows<OpenSpellRow & { readonly total: number }>(
    tx,
    `with ${absences(reached.sql)}
     select a.tenant_id as "tenantId", a.id, a.person_id as "personId", people.name as "personName",
       a.employment_id as "employmentId", a.unit_id as "unitId", units.name as "unitName",
       case when ${shown.sql} then a.kind end as kind, a.began_on as "firstOn",
       $1::date - a.began_on + 1 as day, count(*) over ()::int as total
     from absences a
     join people on people.tenant_id = a.tenant_id and people.id = a.person_id
     join unit_versions units on units.tenant_id = a.tenant_id and units.unit_id = a.unit_id and units.valid @> $1::date
     where (a.last_on is null or a.last_on >= $1::date) and ($3::uuid is null or $3 = any (units.path))
     order by ${ORDER[wanted.sort]} limit $4 offset $5`,
    [...own, ...reached.parameters, ...shown.parameters],
  );
  return { items: found.map(({ total: _total, ...spell }) => spell), total: found[0]?.total ?? 0 };
};
