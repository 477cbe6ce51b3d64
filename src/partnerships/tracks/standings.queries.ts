import { change, type Tx } from '../../platform/database/rows.js';

// Weeks that are missing say nothing: a benefit or a coach goes on until another is told of.
const STANDINGS = `
  insert into citizen_standings (tenant_id, citizen_id, first_week, last_week, benefit, benefit_since, coach_id,
    caseworker_id, coach_changes, self_support_week)
  select $1, citizen_id, min(week), max(week),
    (array_agg(benefit order by week desc))[1],
    max(week) filter (where benefit is distinct from benefit_before),
    (array_agg(coach_id order by week desc))[1],
    (array_agg(caseworker_id order by week desc))[1],
    count(*) filter (where coach_id <> coach_before)::int,
    min(week) filter (where benefit = 'self-support')
  from (
    select w.*, lag(benefit) over by_week as benefit_before,
      (select before.coach_id from citizen_weeks before where before.tenant_id = $1 and before.citizen_id = w.citizen_id
         and before.week < w.week and before.coach_id is not null order by before.week desc limit 1) as coach_before
    from citizen_weeks w where w.tenant_id = $1 and w.citizen_id in (select citizen_id from touched)
    window by_week as (partition by citizen_id order by week)) weeks
  group by citizen_id
  on conflict (tenant_id, citizen_id) do update set first_week = excluded.first_week, last_week = excluded.last_week,
    benefit = excluded.benefit, benefit_since = excluded.benefit_since, coach_id = excluded.coach_id,
    caseworker_id = excluded.caseworker_id, coach_changes = excluded.coach_changes,
    self_support_week = excluded.self_support_week`;

/** Makes anew where citizens stand. @param whose a selection of `citizen_id` */
export const refreshStandings = async (tx: Tx, tenantId: string, whose: string): Promise<void> => {
  await change(tx, `create temp table touched on commit drop as ${whose}`);
  await change(tx, 'analyze touched');
  await change(
    tx,
    `delete from citizen_standings s using touched t where s.tenant_id = $1 and s.citizen_id = t.citizen_id
       and not exists (select from citizen_weeks w where w.tenant_id = $1 and w.citizen_id = t.citizen_id)`,
    [tenantId],
  );
  await change(tx, STANDINGS, [tenantId]);
};
