import { randomUUID } from 'node:crypto';
import type { Found, Position, World } from './world.js';

const authorityAt = ({ jobcentres }: World, position: Position): string =>
  position === 'own' || position === 'otherUnit' ? jobcentres.own : jobcentres.elsewhere;

const workerAt = async (world: World, position: Position, linked: boolean): Promise<string> =>
  world.put(
    authorityAt(world, position),
    `insert into track_workers (tenant_id, kind, code, hat_id) values ($1, 'job-coach', $2, $3) returning id`,
    randomUUID(),
    linked && position === 'own' ? world.hats['job-coach'].hatId : null,
  );

/** At the first position the job coach's own; at the second another's of the same authority. */
const citizenAt = async (world: World, position: Position): Promise<Found> => {
  const tenantId = authorityAt(world, position);
  const coachId = await workerAt(world, position, true);
  const id = await world.put(
    tenantId,
    'insert into citizens (tenant_id, case_number) values ($1, $2) returning id',
    `S-${randomUUID()}`,
  );
  await world.put(
    tenantId,
    `insert into citizen_standings (tenant_id, citizen_id, first_week, last_week, benefit, benefit_since, coach_id, coach_changes)
     values ($1, $2, '2026-01-05', '2026-03-02', 'sickness-benefit', '2026-01-05', $3, 0) returning citizen_id as id`,
    id,
    coachId,
  );
  const contactId = await world.put(
    tenantId,
    `insert into citizen_contacts (tenant_id, citizen_id, kind, planned_on, recorded_by_hat)
     values ($1, $2, 'meeting', '2026-03-20', $3) returning id`,
    id,
    world.hats['job-coach'].hatId,
  );
  return { id, contactId };
};

const trackWorkerAt = async (world: World, position: Position): Promise<Found> => ({
  id: await workerAt(world, position, false),
});

const trackImportAt = async (world: World, position: Position): Promise<Found> => ({
  id: await world.put(
    authorityAt(world, position),
    `insert into track_imports (tenant_id, file_name, file_bytes, state, counts)
     values ($1, 'uger.csv', 1, 'recorded', '{"inserted":0,"changed":0,"unchanged":0,"rejected":0}') returning id`,
  ),
});

const courseAt = async (world: World, position: Position): Promise<Found> => ({
  id: await world.put(
    world.spots[position].tenantId,
    `insert into courses (tenant_id, title, held_on, hours, invited, attended, recorded_by_hat, recorded_at)
     values ($1, 'Kursus', '2026-02-02', 3, 10, 8, $2, now()) returning id`,
    world.hats['hr-manager'].hatId,
  ),
});

const competenceAt = async (world: World, position: Position): Promise<Found> => ({
  id: await world.put(
    world.spots[position].tenantId,
    `insert into competences (tenant_id, name, counted_on, needed, holding, recorded_by_hat, recorded_at)
     values ($1, 'Tidlig indsats', '2026-02-02', 10, 8, $2, now()) returning id`,
    world.hats['hr-manager'].hatId,
  ),
});

export const TRACK_RESOURCES = {
  courses: courseAt,
  competences: competenceAt,
  citizens: citizenAt,
  'track-imports': trackImportAt,
  'track-workers': trackWorkerAt,
};
