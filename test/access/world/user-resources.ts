import { randomUUID } from 'node:crypto';
import { systemActor, type Role } from '../../../src/access/index.js';
import { PartnershipsService } from '../../../src/partnerships/index.js';
import { rows } from '../../../src/platform/database/rows.js';
import type { Maker } from './resources.js';
import type { Found, World } from './world.js';

const TEST = systemActor('operator command');

/** A user of an employer by a role, or an open invitation. */
export const userAt: Maker = async (world, position, { path }): Promise<Found> => {
  const { tenantId } = world.spots[position];
  if (path.includes('invitations'))
    return {
      id: await world.put(
        tenantId,
        `insert into invitations (tenant_id, invited_by, email, name, role, language, invited_at, expires_at)
         values ($1, uuidv7(), $2, 'Lis', 'employee', 'da', '2026-03-11', '2026-03-18') returning id`,
        `${randomUUID()}@example.dk`,
      ),
    };
  const hat = await world.app.make.hat('employee', { tenantId });
  return { id: hat.hatId, userId: hat.userId };
};

/** Somebody of the own provider or party; elsewhere of another provider, or of the other partnership. */
const hatBeside = async ({ app, ...world }: World, role: Role, isOwn: boolean) => {
  const { partnershipId } = world.hats[role];
  if (!partnershipId)
    return app.make.hat('retention-consultant', { providerId: isOwn ? world.providerId : world.unrelated });
  const hat = await app.make.hat('observer', {
    partnershipId: isOwn ? partnershipId : world.partnerships.otherPartnership,
  });
  await app.nest.get(PartnershipsService).placeMember(TEST, hat.partnershipId ?? '', {
    hatId: hat.hatId,
    party: role === 'evaluator' ? 'Havørn' : 'Falkeblik',
  });
  return hat;
};

/** A colleague's role or an open invitation of one, of the one who asks. */
export const colleagueAt: Maker = async (world, position, { path }, role = null) => {
  const asks = role !== null && world.hats[role].partnershipId ? role : 'team-lead';
  const { hatId, providerId, partnershipId } = await hatBeside(world, asks, position === 'own');
  if (!path.includes('invitations')) return { id: hatId };
  const [made] = await world.app.doors.system('test', (tx) =>
    rows<{ id: string }>(
      tx,
      `insert into invitations (provider_id, partnership_id, invited_by, email, name, role, language, invited_at, expires_at)
       values ($1, $2, $3, $4, 'Lis', 'observer', 'da', '2026-03-11', '2026-03-18') returning id`,
      [providerId, partnershipId, hatId, `${randomUUID()}@example.dk`],
    ),
  );
  return { id: made?.id ?? '' };
};
