import type { Found, Position, World } from './world.js';

const ASKED = `insert into employee_requests (tenant_id, person_id, kind, asked_on, asked_at)
  values ($1, $2, $3, '2026-03-10', now()) returning id`;

export const employeeRequestAt = async (world: World, position: Position): Promise<Found> => {
  const { tenantId, id } = await world.newPerson(position);
  return { id: await world.put(tenantId, ASKED, id, 'talk') };
};

/** Of the very person who wears the hat; one kind waits once for each person. */
export const ownRequestAt = async (world: World, position: Position): Promise<Found> => {
  const { tenantId, id } = world.person[position];
  const sql = ASKED.replace(
    'returning',
    `on conflict (tenant_id, person_id, kind) where decided_at is null and withdrawn_at is null
     do update set asked_at = excluded.asked_at returning`,
  );
  return { id: await world.put(tenantId, sql, id, 'plan') };
};
