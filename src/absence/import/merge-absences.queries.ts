import { change, type Tx } from '../../platform/database/rows.js';
import { refreshStatistics } from '../../platform/database/statistics.js';
import { spellsImported } from '../stale-units.queries.js';
import type { AbsencePlan } from './judge-absences.queries.js';

/**
 * Recorded spells that the file changes, confirms or removes, and when their next state became known: the day the row
 * names if it is a later one, else the day of the file.
 */
const SUPERSEDED = `
  create temp table superseded on commit drop as
  select s.id as spell_id, j.line, case j.verdict when 'confirm' then 'confirmed' else 'changed' end as change,
    case when j.registered_on > s.registered_on then j.registered_on else greatest($2::date, s.registered_on) end as known_on,
    coalesce(j.registered_on <= s.registered_on, true) as assumed
  from judged j join spells s on s.tenant_id = $1 and s.id = j.spell_id
  where j.fault is null and j.verdict in ('change', 'confirm')
  union all
  select spell_id, null, change, $2::date, true from leaving`;

/** What was recorded stays as a version (definitions 2.1). */
const KEEP_VERSIONS = `
  insert into spell_versions (tenant_id, spell_id, version, employment_id, kind, first_on, last_on, degree, source, source_code,
    source_first_on, registered_on, registered_assumed, received_at, recorded_by, import_id, corrected_by_hand,
    superseded_registered_on, superseded_import_id, change)
  select s.tenant_id, s.id, s.version, s.employment_id, s.kind, s.first_on, s.last_on, s.degree, s.source, s.source_code,
    s.source_first_on, s.registered_on, s.registered_assumed, s.received_at, s.recorded_by, s.import_id, s.corrected_by_hand,
    x.known_on, $2, x.change
  from superseded x join spells s on s.tenant_id = $1 and s.id = x.spell_id`;

/** Rows that change leave and come back under their id: whatever their days become, none meets another on the way. */
const LEAVE = `delete from spells s using superseded x where s.tenant_id = $1 and s.id = x.spell_id`;

const INSERT = `
  insert into spells (tenant_id, id, employment_id, kind, first_on, last_on, degree, source, source_code, source_first_on,
    registered_on, registered_assumed, import_id, version)
  select $1, coalesce(j.spell_id, uuidv7()), j.employment_id, j.kind, j.first_on, j.last_on, j.degree, $3, j.code, j.first_on,
    coalesce(x.known_on, j.registered_on, $4), coalesce(x.assumed, j.registered_on is null), $2, coalesce(j.version, 0) + 1
  from judged j left join superseded x on x.line = j.line
  where j.fault is null and j.verdict in ('insert', 'change', 'confirm')`;

const KNOWN_UNTIL = `
  insert into absence_sources (tenant_id, source, known_until) values ($1, $2, $3)
  on conflict (tenant_id, source) do update set known_until = greatest(absence_sources.known_until, excluded.known_until)`;

/** Records judged absences. Figures and signals follow in jobs of their own. */
export const mergeAbsences = async (tx: Tx, plan: AbsencePlan): Promise<void> => {
  const { tenantId, importId, source, dataAsOf } = plan;
  await change(tx, SUPERSEDED, [tenantId, dataAsOf]);
  await change(tx, KEEP_VERSIONS, [tenantId, importId]);
  await change(tx, LEAVE, [tenantId]);
  const inserted = await change(tx, INSERT, [tenantId, importId, source, dataAsOf]);
  await refreshStatistics(tx, ['spells'], inserted);
  await change(tx, KNOWN_UNTIL, [tenantId, source, dataAsOf]);
  await spellsImported(tx, tenantId, importId);
};
