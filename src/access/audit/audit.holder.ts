import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/rows.js';
import {
  HoldsPersonalData,
  PersonalDataHolder,
  type HeldSection,
  type RetentionCut,
} from '../privacy/personal-data-holder.js';
import { countExpirable, expireBatches } from './seals.queries.js';

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
    return countExpirable(tx, tenantId, before);
  }

  /** The last batch is taken whole: a minute's entries, or 20,000 at most. */
  override async erase(tx: Tx, { tenantId, before }: RetentionCut, limit: number): Promise<number> {
    return expireBatches(tx, tenantId, before, limit);
  }

  override async erasePerson(): Promise<void> {}
}
