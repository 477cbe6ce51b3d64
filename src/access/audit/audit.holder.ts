import { Injectable } from '@nestjs/common';
import { row, type Tx } from '../../platform/database/rows.js';
import {
  HoldsPersonalData,
  PersonalDataHolder,
  type HeldSection,
  type RetentionCut,
} from '../privacy/personal-data-holder.js';
import { expireBatches } from './seals.queries.js';

/** Batches looked at in one go: each holds a minute's entries, or 20,000 at most. */
const BATCHES_AT_ONCE = 50;

/**
 * Entries go by whole batches once a batch is old enough, none under a legal hold about a person it tells of. Erasing a
 * person needs nothing here: the holder of people gives them another key, and no entry is about them any more.
 */
@HoldsPersonalData()
@Injectable()
export class AuditHolder extends PersonalDataHolder {
  override readonly domain = 'audit';
  override readonly tables = ['audit_entries'];
  override readonly classes = ['access-log'] as const;

  /** Who looked is an extract of its own, page by page. */
  override describe(): Promise<HeldSection[]> {
    return Promise.resolve([]);
  }

  override async due(tx: Tx, { tenantId, before }: RetentionCut): Promise<number> {
    const found = await row<{ due: number }>(
      tx,
      `select coalesce(sum(entries), 0)::int as due from audit_batches
       where tenant_id = $1 and expired_at is null and last_at < $2::date`,
      [tenantId, before],
    );
    return found?.due ?? 0;
  }

  override async erase(tx: Tx, { tenantId, before }: RetentionCut): Promise<number> {
    return expireBatches(tx, tenantId, before, BATCHES_AT_ONCE);
  }

  override async erasePerson(): Promise<void> {}
}
