import { addJob } from '../platform/jobs/outbox.js';
import { change, type Tx } from '../platform/database/rows.js';
import { absenceChanged, refreshMonthFacts } from './absence.jobs.js';

// Whatever the change, it may lengthen or split a spell that began elsewhere: every unit its person ever was in is stale.
const mark = (employments: string): string => `
  insert into stale_units (tenant_id, unit_id)
  select distinct t.tenant_id, t.unit_id
  from employment_terms t
  join employments e on e.tenant_id = t.tenant_id and e.id = t.employment_id
  where t.tenant_id = $1 and e.person_id in (
    select changed.person_id from employments changed where changed.tenant_id = $1 and changed.id in (${employments}))`;

const tell = async (tx: Tx, tenantId: string): Promise<void> => {
  await change(tx, 'delete from overviews where tenant_id = $1', [tenantId]);
  await addJob(tx, refreshMonthFacts, { tenantId });
  await addJob(tx, absenceChanged, { tenantId });
};

/** To be called in the transaction that changed spells of these employments: figures and signals follow after it. */
export const spellsChanged = async (
  tx: Tx,
  tenantId: string,
  employmentIds: readonly string[],
): Promise<void> => {
  await change(tx, mark('select unnest($2::uuid[])'), [tenantId, employmentIds]);
  await tell(tx, tenantId);
};

/** The same for all spells that an import inserted, changed or removed: it goes by their `import_id`. */
export const spellsImported = async (tx: Tx, tenantId: string, importId: string): Promise<void> => {
  const touched = `
    select employment_id from spells where tenant_id = $1 and import_id = $2
    union select employment_id from spell_versions where tenant_id = $1 and superseded_import_id = $2`;
  await change(tx, mark(touched), [tenantId, importId]);
  await tell(tx, tenantId);
};
