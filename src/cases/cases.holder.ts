import { Injectable } from '@nestjs/common';
import {
  caseHeld,
  HoldsPersonalData,
  PersonalDataHolder,
  personHeld,
  type HeldSection,
  type PersonKey,
  type RetentionCut,
} from '../access/index.js';
import { change, count, row, rows, type Tx } from '../platform/database/rows.js';
import { Cipher } from '../platform/storage/cipher.js';
import { SIGNALS_OVER } from '../signals/index.js';
import { describeCases } from './held.queries.js';

type CaseClass = 'cases' | 'conversation-notes' | 'signals';

const KEPT_FREE = `not ${caseHeld('c.tenant_id', 'c.id', '$3')} and not ${personHeld('c.tenant_id', 'c.person_id', '$3')}`;

/** A public employer's case goes when its journal has it (arkivloven; offentlighedsloven § 15), and nothing of it before. */
const JOURNALISED = `(exists (select from employers e where e.tenant_id = c.tenant_id and e.sector = 'private')
  or exists (select from case_journals j where j.tenant_id = c.tenant_id and j.case_id = c.id and j.acknowledged_at is not null))`;

/** A case that took a signal up rests on it, and on what was noted there, until it is over and its journal has it. */
const taken = (tenant: string, signal: string): string =>
  `exists (select from case_signals t join cases c on c.tenant_id = t.tenant_id and c.id = t.case_id
    where t.tenant_id = ${tenant} and t.signal_id = ${signal} and (c.closed_at is null or not ${JOURNALISED}))`;

const OVER: Readonly<Record<CaseClass, string>> = {
  cases: `
    select c.id from cases c where c.tenant_id = $1 and c.closed_on < $2::date and ${KEPT_FREE} and ${JOURNALISED}`,
  // A note of a case goes with the case's end; one of a signal alone, with the signal's.
  'conversation-notes': `
    select n.id from contacts n
    left join cases c on c.tenant_id = n.tenant_id and c.id = n.case_id
    left join signals s on s.tenant_id = n.tenant_id and s.id = n.signal_id
    where n.tenant_id = $1 and num_nonnulls(n.agreement_cipher, n.next_step_cipher) > 0
      and case when c.id is null then not ${taken('n.tenant_id', 'n.signal_id')} else ${JOURNALISED} end
      and case when c.id is null then coalesce(day_of(s.withdrawn_at), s.reason_ended_on) else c.closed_on end < $2::date
      and ${KEPT_FREE} and not ${personHeld('s.tenant_id', 's.person_id', '$3')}`,
  // A contact that was recorded on a signal alone goes with it.
  signals: `
    select n.id from contacts n join signals s on s.tenant_id = n.tenant_id and s.id = n.signal_id
    where n.case_id is null and ${SIGNALS_OVER} and not ${taken('s.tenant_id', 's.id')}`,
};

const ERASE: Readonly<Record<CaseClass, readonly string[]>> = {
  cases: [
    'delete from contacts where tenant_id = $1 and case_id = any ($2)',
    'delete from referrals where tenant_id = $1 and case_id = any ($2)',
    'delete from case_measures where tenant_id = $1 and case_id = any ($2)',
    'delete from follow_ups where tenant_id = $1 and case_id = any ($2)',
    'delete from case_signals where tenant_id = $1 and case_id = any ($2)',
    'delete from case_journals where tenant_id = $1 and case_id = any ($2)',
    'delete from cases where tenant_id = $1 and id = any ($2)',
  ],
  'conversation-notes': [
    'update contacts set agreement_cipher = null, next_step_cipher = null where tenant_id = $1 and id = any ($2)',
  ],
  signals: ['delete from contacts where tenant_id = $1 and id = any ($2)'],
};

@HoldsPersonalData()
@Injectable()
export class CasesHolder extends PersonalDataHolder {
  override readonly domain = 'cases';
  override readonly tables = [
    'cases',
    'case_signals',
    'contacts',
    'referrals',
    'follow_ups',
    'case_measures',
    'case_journals',
  ];
  override readonly classes = ['cases', 'conversation-notes', 'signals'] as const;

  constructor(private readonly cipher: Cipher) {
    super();
  }

  override describe(tx: Tx, key: PersonKey): Promise<HeldSection[]> {
    return describeCases(tx, this.cipher, key);
  }

  override async due(tx: Tx, { tenantId, dataClass, before, today }: RetentionCut): Promise<number> {
    if (!isCaseClass(dataClass)) return 0;
    return count(tx, OVER[dataClass], [tenantId, before, today]);
  }

  override async erase(
    tx: Tx,
    { tenantId, dataClass, before, today }: RetentionCut,
    limit: number,
  ): Promise<number> {
    if (!isCaseClass(dataClass)) return 0;
    const over = await rows<{ id: string }>(tx, `${OVER[dataClass]} limit $4`, [
      tenantId,
      before,
      today,
      limit,
    ]);
    const ids = over.map(({ id }) => id);
    for (const sql of ERASE[dataClass]) await change(tx, sql, [tenantId, ids]);
    return ids.length;
  }

  override async standsAgainst(tx: Tx, { tenantId, personId }: PersonKey): Promise<string | null> {
    const found = await row<{ closed: boolean }>(
      tx,
      `select c.closed_at is not null as closed from cases c
       where c.tenant_id = $1 and c.person_id = $2 and (c.closed_at is null or not ${JOURNALISED}) limit 1`,
      [tenantId, personId],
    );
    if (!found) return null;
    return found.closed ? 'not-journalised' : 'case-open';
  }

  /** Nor does a case lose its name before it is over and its journal has it. */
  override needsPerson(tenant: string, person: string): string {
    return `exists (select from cases c where c.tenant_id = ${tenant} and c.person_id = ${person}
      and (c.closed_at is null or not ${JOURNALISED}))`;
  }

  override needsSignal(tenant: string, signal: string): string {
    return taken(tenant, signal);
  }

  override async erasePerson(tx: Tx, { tenantId, personId }: PersonKey): Promise<void> {
    const own = await rows<{ id: string }>(
      tx,
      'select id from cases where tenant_id = $1 and person_id = $2',
      [tenantId, personId],
    );
    const ids = own.map(({ id }) => id);
    for (const sql of ERASE.cases) await change(tx, sql, [tenantId, ids]);
    await change(
      tx,
      `delete from contacts n using signals s
       where n.tenant_id = $1 and s.tenant_id = $1 and s.id = n.signal_id and s.person_id = $2`,
      [tenantId, personId],
    );
  }
}

const isCaseClass = (dataClass: string): dataClass is CaseClass => dataClass in OVER;
