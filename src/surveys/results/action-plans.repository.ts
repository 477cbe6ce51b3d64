import { change, row, rows, type Tx } from '../../platform/database/rows.js';
import { offsetOf } from '../../platform/http/page.js';
import type { LocalDate } from '../../shared/local-date.js';
import type { Scale, Wording } from '../instruments/domain/instrument.js';
import type { ActionPlanDto, ActionPlansQuery, NewActionPlanDto } from './action-plans.dto.js';
import type { PlanStatus } from './domain/effect.js';
import type { FrozenScale } from './domain/frozen.js';
import type { OwnUnits } from './own-units.queries.js';

export interface StoredPlan {
  readonly id: string;
  readonly roundId: string;
  readonly roundTitle: Wording;
  readonly unitId: string | null;
  readonly unitName: string;
  readonly parentName: string | null;
  readonly scaleId: string | null;
  readonly scale: Scale | null;
  readonly theme: string;
  readonly goal: string;
  readonly owner: string;
  readonly dueOn: LocalDate;
  readonly status: PlanStatus;
  readonly outcome: string;
  readonly version: number;
  readonly before: FrozenScale | null;
  readonly nextRoundId: string | null;
  readonly nextClosesOn: LocalDate | null;
  readonly now: FrozenScale | null;
}

const cellOf = (row: string): string =>
  `(select cell from jsonb_array_elements(${row}.scales) cell where cell ->> 'id' = p.scale_id limit 1)`;

/** Plans with the scale they are about, in their round and in the next one of the same row that has results. */
const PLANS = `
  select p.id, p.round_id as "roundId", r.title as "roundTitle", p.unit_id as "unitId", coalesce(s.name, '') as "unitName",
    (select above.name from survey_results above where above.tenant_id = s.tenant_id and above.round_id = s.round_id
      and above.place = s.parent_place and above.place > 0) as "parentName",
    p.scale_id as "scaleId", (select scale from jsonb_array_elements(r.instrument -> 'scales') scale
      where scale ->> 'id' = p.scale_id limit 1) as scale,
    p.theme, p.goal, p.owner, p.due_on as "dueOn", p.status, p.outcome, p.version, ${cellOf('s')} as before,
    after.round_id as "nextRoundId", after.closes_on as "nextClosesOn", ${cellOf('after')} as now,
    p.made_at as "madeAt"
  from action_plans p
  join survey_rounds r on r.tenant_id = p.tenant_id and r.round_id = p.round_id
  left join survey_results s on s.tenant_id = p.tenant_id and s.round_id = p.round_id
    and s.unit_id is not distinct from p.unit_id
  left join lateral (
    select later.round_id, later.closes_on, result.scales
    from survey_rounds later
    join survey_results result on result.tenant_id = later.tenant_id and result.round_id = later.round_id
      and result.unit_id is not distinct from p.unit_id
    where later.tenant_id = p.tenant_id and later.series_id = r.series_id and later.opens_on > r.opens_on
    order by later.opens_on limit 1) after on true
  where p.tenant_id = $1`;

/** Of the plan's round: at or below the unit in `$n`. */
const within = (units: string): string => `exists (
  select from survey_results mine join survey_results above on above.tenant_id = mine.tenant_id
    and above.round_id = mine.round_id and mine.place between above.place and above.last_place
  where mine.tenant_id = p.tenant_id and mine.round_id = p.round_id and mine.unit_id is not distinct from p.unit_id
    and above.unit_id = any (${units}::uuid[]))`;

const OVERDUE = `p.status in ('planned', 'under-way') and p.due_on < `;

interface PlansWanted {
  readonly tenantId: string;
  readonly query: ActionPlansQuery;
  readonly own: OwnUnits;
  readonly today: LocalDate;
}

const filter = ({ query, own }: PlansWanted): string => {
  const status = query.status === 'overdue' ? `${OVERDUE} $6::date` : 'p.status = $5';
  return `${query.round ? 'and p.round_id = $2' : 'and $2::uuid is null'}
    ${query.unit ? `and ${within('array[$3]')}` : 'and $3::uuid is null'}
    ${own === null ? 'and $4::uuid[] is null' : `and ${within('$4')}`}
    ${query.status ? `and ${status}` : ''} and ($5::text is null or true) and $6::date is not null`;
};

const parametersOf = ({ tenantId, query, own, today }: PlansWanted) => [
  tenantId,
  query.round ?? null,
  query.unit ?? null,
  own,
  query.status ?? null,
  today,
];

/** Those that wait first, the next due at the top. */
export const listPlans = async (tx: Tx, wanted: PlansWanted) => {
  const found = await rows<StoredPlan & { readonly total: number; readonly overdue: number }>(
    tx,
    `select plans.*, count(*) over ()::int as total,
       count(*) filter (where status in ('planned', 'under-way') and "dueOn" < $6::date) over ()::int as overdue
     from (${PLANS} ${filter(wanted)}) plans
     order by status in ('done', 'dropped'), "dueOn", id limit $7 offset $8`,
    [...parametersOf(wanted), wanted.query.pageSize, offsetOf(wanted.query)],
  );
  return { items: found, total: found[0]?.total ?? 0, overdue: found[0]?.overdue ?? 0 };
};

export const findPlan = (tx: Tx, tenantId: string, id: string, own: OwnUnits): Promise<StoredPlan | null> =>
  row(tx, `${PLANS} and p.id = $2 ${own === null ? 'and $3::uuid[] is null' : `and ${within('$3')}`}`, [
    tenantId,
    id,
    own,
  ]);

export const insertPlan = async (
  tx: Tx,
  tenantId: string,
  hatId: string,
  plan: NewActionPlanDto,
): Promise<string> => {
  const made = await row<{ id: string }>(
    tx,
    `insert into action_plans (tenant_id, round_id, unit_id, scale_id, theme, goal, owner, due_on, status, made_by_hat)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'planned', $9) returning id`,
    [
      tenantId,
      plan.roundId,
      plan.unitId ?? null,
      plan.scaleId ?? null,
      plan.theme,
      plan.goal,
      plan.owner,
      plan.dueOn,
      hatId,
    ],
  );
  if (!made) throw new Error('the plan was not made');
  return made.id;
};

/** Nothing where another change came in between. */
export const updatePlan = async (
  tx: Tx,
  tenantId: string,
  id: string,
  plan: ActionPlanDto,
): Promise<boolean> =>
  (await change(
    tx,
    `update action_plans set theme = $3, goal = $4, owner = $5, due_on = $6, scale_id = $7, status = $8, outcome = $9,
       version = version + 1, changed_at = now()
     where tenant_id = $1 and id = $2 and version = $10`,
    [
      tenantId,
      id,
      plan.theme,
      plan.goal,
      plan.owner,
      plan.dueOn,
      plan.scaleId ?? null,
      plan.status,
      plan.outcome,
      plan.version,
    ],
  )) > 0;

export const deletePlan = async (tx: Tx, tenantId: string, id: string): Promise<void> => {
  await change(tx, 'delete from action_plans where tenant_id = $1 and id = $2', [tenantId, id]);
};
