import { PULSE } from '../../surveys/closed-round.js';
import type { Maker } from './resources.js';
import type { Position, World } from './world.js';

const CELLS = JSON.stringify(
  PULSE.scales.map(({ id }) => ({
    id,
    reason: null,
    answers: 9,
    mean: 60,
    spread: 10,
    low: 55,
    high: 65,
    change: null,
  })),
);

/** A closed round with results of the whole and of the unit that stands at a position. */
const roundAt = async (world: World, position: Position): Promise<string> => {
  const { tenantId, unitId } = world.spots[position];
  const roundId = await world.put(
    tenantId,
    `insert into survey_rounds (tenant_id, series_id, kind, title, instrument, opens_on, closes_on, as_of, channels, minimum,
       opened_at, closed_at)
     values ($1, gen_random_uuid(), 'once', '{"da":"Trivsel","en":"Well-being"}', $2, '2026-02-02', '2026-02-16', '2026-02-02',
       '{mail}', 5, '2026-02-02', '2026-02-16') returning round_id as id`,
    JSON.stringify(PULSE),
  );
  await world.put(
    tenantId,
    `with released as (
       insert into survey_releases (tenant_id, round_id, place, last_place, unit_id, groups, decisions, released_at)
       values ($1, $2, 0, 1, null, '{}', '{}', '2026-02-16'))
     insert into survey_results (tenant_id, round_id, place, last_place, parent_place, depth, unit_id, name, kind, parts,
       invited, answered, comments, scales, items)
     values ($1, $2, 0, 1, null, 0, null, '', null, 1, 12, 9, false, $4, '[]'),
       ($1, $2, 1, 1, 0, 1, $3, 'Enhed', 'team', 0, 12, 9, false, $4, '[]')
     returning round_id as id`,
    roundId,
    unitId,
    CELLS,
  );
  return roundId;
};

const resultAt: Maker = async (world, position) => ({ roundId: await roundAt(world, position) });

const planAt: Maker = async (world, position) => {
  const { tenantId, unitId } = world.spots[position];
  const id = await world.put(
    tenantId,
    `insert into action_plans (tenant_id, round_id, unit_id, theme, goal, owner, due_on, status)
     values ($1, $2, $3, 'Pauser', 'Pauser hver dag', 'AMR', '2026-06-01', 'planned') returning id`,
    await roundAt(world, position),
    unitId,
  );
  return { id };
};

const apvAt: Maker = async (world, position) => ({
  phase: 'mapping',
  id: await world.put(
    world.spots[position].tenantId,
    `insert into apv_assessments (tenant_id, title, occasion, begun_on) values ($1, 'APV', 'cycle', '2026-01-05') returning id`,
  ),
});

export const RESULT_RESOURCES = {
  'survey-results': resultAt,
  'action-plans': planAt,
  'workplace-assessments': apvAt,
};
