import { Injectable } from '@nestjs/common';
import {
  HoldsPersonalData,
  PersonalDataHolder,
  PersonalDataHolders,
  personHeld,
  type HeldSection,
  type PersonKey,
  type RetentionCut,
} from '../access/index.js';
import { change, count, rows, type Tx } from '../platform/database/rows.js';

/** Signals whose reason ended, or that were withdrawn, before the cut, as a condition on `s` with $1 to $3 of a cut. */
export const SIGNALS_OVER = `s.tenant_id = $1 and coalesce(day_of(s.withdrawn_at), s.reason_ended_on) < $2::date
  and not ${personHeld('s.tenant_id', 's.person_id', '$3')}`;

@HoldsPersonalData()
@Injectable()
export class SignalsHolder extends PersonalDataHolder {
  override readonly domain = 'signals';
  override readonly tables = ['signals', 'signal_pauses'];
  override readonly classes = ['signals'] as const;

  constructor(private readonly holders: PersonalDataHolders) {
    super();
  }

  override async describe(tx: Tx, { tenantId, personId }: PersonKey): Promise<HeldSection[]> {
    const signals = await rows<{ cells: (string | null)[] }>(
      tx,
      `select array[rule, raised_on::text, reason_from::text, reason_to::text, due_on::text, day_of(claimed_at)::text,
         day_of(acted_at)::text, reason_ended_on::text, day_of(withdrawn_at)::text] as cells
       from signals where tenant_id = $1 and person_id = $2 order by raised_at, id`,
      [tenantId, personId],
    );
    const columns = [
      'rule',
      'raisedOn',
      'reasonFrom',
      'reasonTo',
      'dueOn',
      'claimedOn',
      'actedOn',
      'reasonEndedOn',
      'withdrawnOn',
    ];
    return [{ section: 'signals.signals', columns, rows: signals.map(({ cells }) => cells) }];
  }

  override async due(tx: Tx, { tenantId, before, today }: RetentionCut): Promise<number> {
    return count(tx, this.over(), [tenantId, before, today]);
  }

  override async erase(tx: Tx, { tenantId, before, today }: RetentionCut, limit: number): Promise<number> {
    return change(
      tx,
      `delete from signals where tenant_id = $1 and id = any (array(${this.over()} limit $4))`,
      [tenantId, before, today, limit],
    );
  }

  private over(): string {
    return `select s.id from signals s where ${SIGNALS_OVER} and not ${this.holders.needsSignal('s.tenant_id', 's.id')}`;
  }

  override async erasePerson(tx: Tx, { tenantId, personId }: PersonKey): Promise<void> {
    for (const table of ['signal_pauses', 'signals'])
      await change(tx, `delete from ${table} where tenant_id = $1 and person_id = $2`, [tenantId, personId]);
  }
}
