import { randomUUID } from 'node:crypto';
import type { Maker } from './resources.js';

/** Published once and being rewritten, with a right on record: whatever is asked of it meets something. */
export const instrumentAt: Maker = async (world, position) => {
  const { tenantId } = world.spots[position];
  const hatId = world.hats['hr-manager'].hatId;
  const id = await world.put(
    tenantId,
    `with begun as (insert into instruments (tenant_id, instrument_id, started_at, started_by_hat)
       values ($1, $2, now(), $3::uuid)),
     versions as (insert into instrument_versions (tenant_id, instrument_id, version, definition, saved_at, saved_by_hat,
         published_at, published_by_hat)
       select $1, $2, version, $4, now(), $3::uuid, case version when 1 then now() end, case version when 1 then $3::uuid end
       from generate_series(1, 2) as version)
     insert into instrument_rights (tenant_id, instrument_id, granted_by, basis, granted_on, recorded_at, recorded_by_hat)
     values ($1, $2, 'Forlaget', 'Aftale', '2026-03-01', now(), $3::uuid) returning instrument_id as id`,
    `employer.${randomUUID()}`,
    hatId,
    JSON.stringify({ name: { da: '', en: '' }, introduction: null, items: [], scales: [], pages: [] }),
  );
  return { id };
};
