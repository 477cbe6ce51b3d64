import { change, row, type Tx } from '../../platform/database/rows.js';
import type { LocalDate } from '../../shared/local-date.js';
import type { Period } from '../../shared/period.js';
import { HAND_SOURCE, SICKNESS_KINDS } from '../domain/kinds.js';
import { settleContested } from './settle-contested.queries.js';

/** How a file of absences is to be read. */
export interface AbsencePlan {
  readonly tenantId: string;
  readonly importId: string;
  readonly source: string;
  readonly dataAsOf: LocalDate;
  /** Days for which a snapshot is complete; null for a delta, which removes nothing (definitions 3.1). */
  readonly window: Period | null;
}

export interface AbsenceCounts {
  readonly inserted: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly removed: number;
}

/** Columns of the staged rows of absences, beside those of every staged row. */
export const ABSENCE_COLUMNS = `
  employee_number text collate "C", code text collate "C", kind text collate "C", first_on date, last_on date,
  degree numeric(4, 3), registered_on date`;

/**
 * Every understood row with its employment on the first day and the recorded spell of its identity (definitions 3.2).
 * The rows lie in the order of employment and day, in which they are also inserted: one sort serves repeated rows, rows
 * that meet an earlier one and the locality of the indexes.
 */
const JUDGED = `
  create temp table judged on commit drop as
  select line, employment_id, code, kind, sick, first_on, last_on, degree, registered_on, spell_id, version, meets,
    case when employment_id is null then
        case when exists (select from employments x where x.tenant_id = $1 and x.employee_number = told.employee_number)
          then 'outside-employment' else 'unknown-person' end
      when repeats then 'duplicate-row' end as fault,
    case when recorded_newer and not same then 'newer-recorded'
      when coalesce(last_on, $3) >= ends then 'after-employment' end as warning,
    case when employment_id is null or repeats then null
      when spell_id is null then 'insert'
      when same then 'unchanged'
      when corrected_by_hand then 'by-hand'
      when recorded_newer then 'newer'
      else 'change' end as verdict
  from (
    select i.line, i.employee_number, i.code, i.kind, i.kind = any ($4) as sick, i.first_on, i.last_on, i.degree, i.registered_on,
      e.id as employment_id, upper(e.employed) as ends, s.id as spell_id, s.version, s.corrected_by_hand,
      s.kind = i.kind and s.first_on = i.first_on and s.last_on is not distinct from i.last_on and s.degree = i.degree as same,
      m.data_as_of > $3 as recorded_newer,
      coalesce(lag(i.code) over w = i.code and lag(i.first_on) over w = i.first_on, false) as repeats,
      i.kind = any ($4) and coalesce(
        max(coalesce(i.last_on, 'infinity')) filter (where i.kind = any ($4)) over (w rows between unbounded preceding and 1 preceding)
          >= i.first_on, false) as meets
    from incoming i
    left join employments e on e.tenant_id = $1 and e.employee_number = i.employee_number and e.employed @> i.first_on
    left join spells s on s.tenant_id = $1 and s.employment_id = e.id and s.source = $2 and s.source_code = i.code
      and s.source_first_on = i.first_on
    left join imports m on m.tenant_id = $1 and m.id = s.import_id
    where i.fault is null
    window w as (partition by e.id order by i.first_on, i.code, i.line)
  ) told`;

/** What the file itself said last of a spell, before anybody corrected it by hand. */
const LAST_WORD = (spellId: string): string => `
  select v.kind, v.first_on, v.last_on, v.degree from spell_versions v
  where v.tenant_id = $1 and v.spell_id = ${spellId} and v.source = $2 and not v.corrected_by_hand
  order by v.version desc limit 1`;
const SAYS_SO_STILL = `word.kind = j.kind and word.first_on = j.first_on and word.last_on is not distinct from j.last_on
  and word.degree = j.degree`;

/** A correction by hand stays until the file's own row changes (definitions 3.4). */
const CORRECTED = `
  update judged set verdict = case when found.keeps then 'kept' else 'change' end,
    warning = case when found.keeps then 'corrected-by-hand' else warning end
  from (
    select j.line, coalesce(${SAYS_SO_STILL}, true) as keeps
    from judged j left join lateral (${LAST_WORD('j.spell_id')}) word on true where j.verdict = 'by-hand'
  ) found where found.line = judged.line`;

/** So does a deletion by hand. */
const DELETED = `
  update judged set verdict = 'kept', warning = 'corrected-by-hand'
  from (
    select j.line from judged j
    join spell_versions d on d.tenant_id = $1 and d.change = 'deleted' and d.source = $2 and d.employment_id = j.employment_id
      and d.source_code = j.code and d.source_first_on = j.first_on
    cross join lateral (${LAST_WORD('d.spell_id')}) word
    where j.verdict = 'insert' and ${SAYS_SO_STILL}
  ) found where found.line = judged.line`;

/**
 * What a snapshot no longer has, of its own source and window only. A refused row may be any of its person's spells:
 * nothing of theirs is removed.
 */
const REMOVED = `
  insert into leaving (spell_id, change)
  select s.id, 'removed' from spells s
  join employments e on e.tenant_id = s.tenant_id and e.id = s.employment_id
  where s.tenant_id = $1 and s.source = $2 and s.source_first_on between $3 and $4
    and s.id not in (select spell_id from judged where spell_id is not null)
    and e.employee_number not in (
      select split_part(i.cells, chr(31), 1) from incoming i left join judged j on j.line = i.line
      where i.fault is not null or j.fault is not null)`;

/** Employments, and the kinds in them, whose rows meet each other or a recorded spell. */
const CONTESTED = `
  create temp table contested on commit drop as
  select employment_id, 'sickness' as family from judged where meets and fault is null
  union
  select j.employment_id, case when j.sick then 'sickness' else j.kind end
  from judged j
  join spells s on s.tenant_id = $1 and s.employment_id = j.employment_id and s.id is distinct from j.spell_id
    and s.first_on <= coalesce(j.last_on, 'infinity') and coalesce(s.last_on, 'infinity') >= j.first_on
    and case when j.sick then s.kind = any ($2) else s.kind = j.kind and s.source = $3 end
  where j.verdict in ('insert', 'change')`;

const COUNTS = `
  select count(*) filter (where verdict = 'insert') as inserted,
    count(*) filter (where verdict in ('change', 'confirm')) as changed,
    count(*) filter (where verdict in ('unchanged', 'kept', 'newer')) as unchanged,
    (select count(*) from leaving where change = 'removed') as removed
  from judged where fault is null`;

/** Judges the staged rows of absences; changes nothing that is recorded. */
export const judgeAbsences = async (tx: Tx, plan: AbsencePlan): Promise<AbsenceCounts> => {
  const { tenantId, source, window } = plan;
  await change(tx, JUDGED, [tenantId, source, plan.dataAsOf, SICKNESS_KINDS]);
  await change(tx, 'analyze judged');
  await change(
    tx,
    `create temp table leaving (spell_id uuid primary key, change text not null) on commit drop`,
  );
  await change(tx, CORRECTED, [tenantId, source]);
  await change(tx, DELETED, [tenantId, source]);
  if (window) await change(tx, REMOVED, [tenantId, source, window.from, window.to]);
  await change(tx, CONTESTED, [tenantId, SICKNESS_KINDS, HAND_SOURCE]);
  await settleContested(tx, tenantId);
  const counts = await row<AbsenceCounts>(tx, COUNTS);
  return counts ?? { inserted: 0, changed: 0, unchanged: 0, removed: 0 };
};
