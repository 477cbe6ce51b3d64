import { randomUUID } from 'node:crypto';
import type { Maker } from './resources.js';

const STEPS = JSON.stringify([
  {
    who: 'leader',
    moment: 'day-1',
    title: { da: 'Tag imod', en: '' },
    text: { da: '', en: '' },
    points: [],
    link: null,
  },
]);

/** A programme of one step. */
export const programmeAt: Maker = async (world, position) => ({
  id: await world.put(
    world.spots[position].tenantId,
    `with made as (insert into introduction_programmes (tenant_id, name, version, created_at)
       values ($1, $2, 1, '2026-03-01') returning tenant_id, id)
     insert into introduction_versions (tenant_id, programme_id, version, steps, made_at)
     select tenant_id, id, 1, $3, '2026-03-01' from made returning programme_id as id`,
    randomUUID(),
    STEPS,
  ),
});

/** An introduction of somebody new, with its one step and a talk that is wanted. */
export const introductionAt: Maker = async (world, position, operation) => {
  const { tenantId, unitId, id: personId, employmentId } = await world.newPerson(position);
  const { id: programmeId } = await programmeAt(world, position, operation);
  const id = await world.put(
    tenantId,
    `insert into introductions (tenant_id, employment_id, person_id, unit_id, programme_id, version, starts_on, begun_on,
       talk_wanted_at, talk_wanted_on)
     values ($1, $2, $3, $4, $5, 1, '2026-03-02', '2026-02-20', '2026-03-10', '2026-03-10') returning id`,
    employmentId,
    personId,
    unitId,
    programmeId,
  );
  await world.put(
    tenantId,
    `insert into introduction_steps (tenant_id, introduction_id, position, who, moment, planned_on, due_on)
     values ($1, $2, 0, 'leader', 'day-1', '2026-03-02', '2026-03-02') returning introduction_id as id`,
    id,
  );
  await world.put(
    tenantId,
    `insert into introduction_links (tenant_id, introduction_id, holder, token_hash, expires_on, made_at)
     values ($1, $2, 'employee', sha256(gen_random_uuid()::text::bytea), '2026-09-01', '2026-03-02')
     returning introduction_id as id`,
    id,
  );
  return { id, position: '0' };
};
