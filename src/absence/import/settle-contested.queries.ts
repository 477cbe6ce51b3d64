import { change, rows, type Tx } from '../../platform/database/rows.js';
import type { LocalDate } from '../../shared/local-date.js';
import { HAND_SOURCE, SICKNESS_KINDS } from '../domain/kinds.js';
import { settleOverlaps, type IncomingDays, type RecordedDays } from './domain/overlaps.js';

interface Contender {
  readonly employmentId: string;
  readonly family: string;
  /** Null for a recorded spell. */
  readonly line: number | null;
  readonly spellId: string | null;
  readonly byHand: boolean;
  readonly firstOn: LocalDate;
  readonly lastOn: LocalDate | null;
}

const BATCH = 5000;

/** Rows that bring something, and every recorded spell that is not leaving anyway, in file order. */
const CONTENDERS = `
  declare contenders no scroll cursor for
  select c.employment_id as "employmentId", c.family, x.line, x.spell_id as "spellId", x.by_hand as "byHand",
    x.first_on as "firstOn", x.last_on as "lastOn"
  from contested c join (
    select employment_id, case when sick then 'sickness' else kind end as family, line, spell_id, false as by_hand, first_on, last_on
    from judged where fault is null and verdict in ('insert', 'change')
    union all
    select employment_id, case when kind = any ($2) then 'sickness' else kind end, null, id, source = $3, first_on, last_on
    from spells where tenant_id = $1 and id not in (select spell_id from leaving)
  ) x using (employment_id, family)
  order by c.employment_id, c.family, x.line nulls first`;

interface Findings {
  readonly rejected: number[];
  readonly confirmedLines: number[];
  readonly confirmedSpells: string[];
  readonly absorbed: string[];
}

const settle = (family: readonly Contender[], findings: Findings): void => {
  const incoming: IncomingDays[] = [];
  const recorded: RecordedDays[] = [];
  for (const { line, spellId, byHand, firstOn, lastOn } of family) {
    if (line !== null) incoming.push({ line, matches: spellId, firstOn, lastOn });
    else if (spellId !== null) recorded.push({ id: spellId, byHand, firstOn, lastOn });
  }
  const settlement = settleOverlaps(recorded, incoming, family[0]?.family === 'sickness');
  for (const line of settlement.rejected) findings.rejected.push(line);
  for (const [line, spellId] of settlement.confirmed) {
    findings.confirmedLines.push(line);
    findings.confirmedSpells.push(spellId);
  }
  for (const spellId of settlement.absorbed) findings.absorbed.push(spellId);
};

/** One employment and family at a time, however many there are. */
async function* familiesOf(tx: Tx): AsyncGenerator<Contender[]> {
  let family: Contender[] = [];
  for (;;) {
    const batch = await rows<Contender>(tx, `fetch ${BATCH} from contenders`);
    if (batch.length === 0) break;
    for (const contender of batch) {
      const [first] = family;
      if (first && (first.employmentId !== contender.employmentId || first.family !== contender.family)) {
        yield family;
        family = [];
      }
      family.push(contender);
    }
  }
  if (family.length > 0) yield family;
}

/** Decides who keeps the days that several claim, and which spells by hand are confirmed (definitions 3.3). */
export const settleContested = async (tx: Tx, tenantId: string): Promise<void> => {
  const findings: Findings = { rejected: [], confirmedLines: [], confirmedSpells: [], absorbed: [] };
  await tx.query(CONTENDERS, [tenantId, SICKNESS_KINDS, HAND_SOURCE]);
  for await (const family of familiesOf(tx)) settle(family, findings);
  await tx.query('close contenders');
  if (findings.rejected.length > 0) {
    await change(tx, `update judged set fault = 'overlap', verdict = null where line = any ($1)`, [
      findings.rejected,
    ]);
  }
  if (findings.confirmedLines.length > 0) {
    await change(
      tx,
      `update judged j set verdict = 'confirm', spell_id = s.id, version = s.version
       from unnest($2::int[], $3::uuid[]) as c (line, spell_id) join spells s on s.tenant_id = $1 and s.id = c.spell_id
       where j.line = c.line`,
      [tenantId, findings.confirmedLines, findings.confirmedSpells],
    );
  }
  await change(tx, `insert into leaving (spell_id, change) select unnest($1::uuid[]), 'confirmed'`, [
    findings.absorbed,
  ]);
};
