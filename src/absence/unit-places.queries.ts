/**
 * Where each unit stood in the tree over time, seen from above: the CTE `places` of `(unit_id, child_id, since, until)`.
 * With a unit in `unit` (SQL of a uuid or null) only what was at or below it, and `child_id` the unit right below it
 * on the way down, null for the unit's own people; without one, the whole employer and `child_id` the unit at the top.
 * A unit counts for a whole month where it stood on the month's last day; one that closed stays where it last was.
 */
export const placesUnder = (unit: string): string => `
  places as (
    select unit_id, child_id, since, until from (
      select unit_id,
        case when ${unit} is null then path[1] else path[array_position(path, ${unit}) + 1] end as child_id,
        ${unit} is null or ${unit} = any (path) as under,
        case when lag(valid) over its_history is null then '-infinity'::date else lower(valid) end as since,
        coalesce(lead(lower(valid)) over its_history, 'infinity'::date) as until
      from unit_versions where tenant_id = $1
      window its_history as (partition by unit_id order by valid)) versions
    where under)`;

/** Whether a unit stood in a place on the last day of a month. */
export const stoodThere = (unitId: string, month: string): string => `places.unit_id = ${unitId}
  and places.since <= (${month} + interval '1 month')::date - 1 and (${month} + interval '1 month')::date - 1 < places.until`;
