import { change, rows, type Tx } from '../../platform/database/rows.js';
import type { LocalDate } from '../../shared/local-date.js';
import { SICKNESS_KINDS } from '../domain/kinds.js';
import { spellsImported } from '../stale-units.queries.js';

/** What an import wrote, still stands as it wrote it, and what stood there before: `before` is null for a new spell. */
const WRITTEN = `
  create temp table undoing on commit drop as
  select s.id as spell_id, s.version, v.version as before, s.employment_id,
    v.kind = any ($3) as sick, v.first_on, v.last_on
  from spells s
  left join spell_versions v on v.tenant_id = s.tenant_id and v.spell_id = s.id and v.version = s.version - 1
    and v.superseded_import_id = $2
  where s.tenant_id = $1 and s.import_id = $2 and not s.corrected_by_hand
  union all
  -- Removed, or taken over by another row: there is no spell to take back, only the version to bring back.
  select v.spell_id, v.version, v.version, v.employment_id, v.kind = any ($3), v.first_on, v.last_on
  from spell_versions v
  where v.tenant_id = $1 and v.superseded_import_id = $2 and v.change in ('removed', 'confirmed')
    and not exists (select from spells s where s.tenant_id = v.tenant_id and s.id = v.spell_id)
    and not exists (select from spell_versions w where w.tenant_id = v.tenant_id and w.spell_id = v.spell_id and w.version > v.version)`;

/** Somebody else has the days meanwhile: what would come back stays away, and what the import wrote there stays. */
const BLOCKED = `
  delete from undoing u where u.before is not null and u.sick and exists (
    select from spells s where s.tenant_id = $1 and s.employment_id = u.employment_id and s.kind = any ($2)
      and s.id not in (select spell_id from undoing)
      and s.first_on <= coalesce(u.last_on, 'infinity') and coalesce(s.last_on, 'infinity') >= u.first_on)`;

/** Spells that the import wrote or removed and that are not put back. */
const LEFT = `
  select e.employee_number as "employeeNumber", x.first_on as "from" from (
    select s.id as spell_id, s.employment_id, s.first_on from spells s where s.tenant_id = $1 and s.import_id = $2
    union
    select v.spell_id, v.employment_id, v.first_on from spell_versions v
    where v.tenant_id = $1 and v.import_id = $2 and v.change <> 'undone'
    union
    select v.spell_id, v.employment_id, v.first_on from spell_versions v
    where v.tenant_id = $1 and v.superseded_import_id = $2 and v.change in ('removed', 'confirmed')
      and not exists (select from spells s where s.tenant_id = v.tenant_id and s.id = v.spell_id)
  ) x join employments e on e.tenant_id = $1 and e.id = x.employment_id
  where x.spell_id not in (select spell_id from undoing)
  group by e.employee_number, x.spell_id, x.first_on order by e.employee_number, x.first_on`;

const KEEP_VERSIONS = `
  insert into spell_versions (tenant_id, spell_id, version, employment_id, kind, first_on, last_on, degree, source, source_code,
    source_first_on, registered_on, registered_assumed, received_at, recorded_by, import_id, corrected_by_hand,
    superseded_registered_on, superseded_import_id, change)
  select s.tenant_id, s.id, s.version, s.employment_id, s.kind, s.first_on, s.last_on, s.degree, s.source, s.source_code,
    s.source_first_on, s.registered_on, s.registered_assumed, s.received_at, s.recorded_by, s.import_id, s.corrected_by_hand,
    greatest($3::date, s.registered_on), $2, 'undone'
  from undoing u join spells s on s.tenant_id = $1 and s.id = u.spell_id`;

const TAKE_BACK = 'delete from spells s using undoing u where s.tenant_id = $1 and s.id = u.spell_id';

const BRING_BACK = `
  insert into spells (tenant_id, id, employment_id, kind, first_on, last_on, degree, source, source_code, source_first_on,
    registered_on, registered_assumed, recorded_by, import_id, corrected_by_hand, version)
  select v.tenant_id, v.spell_id, v.employment_id, v.kind, v.first_on, v.last_on, v.degree, v.source, v.source_code,
    v.source_first_on, greatest($2::date, v.superseded_registered_on), true, v.recorded_by, v.import_id, v.corrected_by_hand,
    greatest(u.version, v.version) + 1
  from undoing u join spell_versions v on v.tenant_id = $1 and v.spell_id = u.spell_id and v.version = u.before`;

/** As far as the source is known without this import. */
const FORGET_SOURCE = 'delete from absence_sources where tenant_id = $1 and source = $2';
const LEARN_SOURCE = `
  insert into absence_sources (tenant_id, source, known_until)
   select tenant_id, source, max(data_as_of) from imports
   where tenant_id = $1 and source = $2 and id <> $3 and kind = 'absences' and state = 'applied' group by tenant_id, source`;

export interface Undone {
  readonly tenantId: string;
  readonly importId: string;
  readonly source: string;
  readonly today: LocalDate;
}

/** A spell that is left as it is. */
export interface LeftSpell {
  readonly employeeNumber: string;
  readonly from: LocalDate;
}

/** Removes or restores what an import of absences wrote (definitions 3.5). @returns what was changed since, and is left */
export const undoAbsences = async (
  tx: Tx,
  { tenantId, importId, source, today }: Undone,
): Promise<LeftSpell[]> => {
  await change(tx, WRITTEN, [tenantId, importId, SICKNESS_KINDS]);
  // What stays because its days are taken may itself take the days of another.
  while ((await change(tx, BLOCKED, [tenantId, SICKNESS_KINDS])) > 0);
  const left = await rows<LeftSpell>(tx, LEFT, [tenantId, importId]);
  await change(tx, KEEP_VERSIONS, [tenantId, importId, today]);
  await change(tx, TAKE_BACK, [tenantId]);
  await change(tx, BRING_BACK, [tenantId, today]);
  await change(tx, FORGET_SOURCE, [tenantId, source]);
  await change(tx, LEARN_SOURCE, [tenantId, source, importId]);
  await spellsImported(tx, tenantId, importId);
  return left;
};
