import type { HatActor, Language, Role } from './domain/actor.js';

export interface HatRow {
  id: string;
  user_id: string;
  role: Role;
  tenant_id: string | null;
  provider_id: string | null;
  partnership_id: string | null;
  person_id: string | null;
  language: Language;
}

/** What a `HatRow` is read by, from `hats`. */
export const HAT_COLUMNS =
  'hats.id, hats.user_id, role, tenant_id, provider_id, partnership_id, person_id, language';

export const actorOf = (hat: HatRow): HatActor => ({
  kind: 'hat',
  userId: hat.user_id,
  hatId: hat.id,
  role: hat.role,
  tenantId: hat.tenant_id,
  providerId: hat.provider_id,
  partnershipId: hat.partnership_id,
  personId: hat.person_id,
  language: hat.language,
});
