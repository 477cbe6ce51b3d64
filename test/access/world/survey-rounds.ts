import type { Operation } from './operations.js';
import type { Found, Position, World } from './world.js';

/** A round that somebody has been invited to by letter; a planned one where the route wants that. */
export const roundAt = async (world: World, position: Position, { key }: Operation): Promise<Found> => {
  const { tenantId, unitId } = world.spots[position];
  const { id: personId } = await world.newPerson(position);
  const isPlanned = key.startsWith('DELETE') || key.endsWith('/opening');
  const id = await world.put(
    tenantId,
    `insert into survey_rounds (tenant_id, series_id, kind, title, instrument, opens_on, closes_on, channels, minimum, opened_at)
     values ($1, gen_random_uuid(), 'once', '{"da":"a","en":"a"}', '{"name":{"da":"a","en":"a"},"items":[]}', '2026-03-10',
       '2026-03-10', '{letter}', 5, $2) returning round_id as id`,
    isPlanned ? null : '2026-03-10',
  );
  await world.put(
    tenantId,
    `insert into survey_keys (tenant_id, round_id, fingerprint, public_key) values ($1, $2, '00', '') returning round_id as id`,
    id,
  );
  if (isPlanned) return { id };
  const groupId = await world.put(
    tenantId,
    `insert into survey_groups (tenant_id, round_id, unit_id, fingerprint, invited, opened_on)
     values ($1, $2, $3, '00', 5, '2026-03-10') returning group_id as id`,
    id,
    unitId,
  );
  await world.put(
    tenantId,
    `insert into survey_invitations (tenant_id, round_id, group_id, person_id, unit_id, channel)
     values ($1, $2, $3, $4, $5, 'letter') returning invitation_id as id`,
    id,
    groupId,
    personId,
    unitId,
  );
  return { id };
};
