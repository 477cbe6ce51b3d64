import { Injectable } from '@nestjs/common';
import {
  HoldsPersonalData,
  PersonalDataHolder,
  personHeld,
  type HeldSection,
  type PersonKey,
  type RetentionCut,
} from '../access/index.js';
import { change, count, type Tx } from '../platform/database/rows.js';
import { Cipher } from '../platform/storage/cipher.js';
import { listOwn } from './requests.repository.js';

/** One that nobody decided is over with whoever asked. */
const OVER = `r.tenant_id = $1
  and coalesce(r.decided_at, r.withdrawn_at, (
    select p.erased_at from people p where p.tenant_id = r.tenant_id and p.id = r.person_id)) < $2::date
  and not ${personHeld('r.tenant_id', 'r.person_id', '$3')}`;

/** What employees asked for is kept as long as cases are. */
@HoldsPersonalData()
@Injectable()
export class OwnPageHolder extends PersonalDataHolder {
  override readonly domain = 'own-page';
  override readonly tables = ['employee_requests'];
  override readonly classes = ['cases'] as const;

  constructor(private readonly cipher: Cipher) {
    super();
  }

  override async describe(tx: Tx, key: PersonKey): Promise<HeldSection[]> {
    const requests = await listOwn(tx, this.cipher, key);
    return [
      {
        section: 'own-page.requests',
        columns: ['kind', 'askedOn', 'text', 'decidedOn', 'outcome', 'decision'],
        rows: requests.map(({ kind, askedOn, text, decidedAt, outcome, decision }) => [
          kind,
          askedOn,
          text,
          decidedAt?.toISOString().slice(0, 10) ?? null,
          outcome,
          decision,
        ]),
      },
    ];
  }

  override async due(tx: Tx, { tenantId, before, today }: RetentionCut): Promise<number> {
    return count(tx, `select from employee_requests r where ${OVER}`, [tenantId, before, today]);
  }

  override async erase(tx: Tx, { tenantId, before, today }: RetentionCut, limit: number): Promise<number> {
    return change(
      tx,
      `delete from employee_requests where tenant_id = $1 and id in
         (select r.id from employee_requests r where ${OVER} limit $4)`,
      [tenantId, before, today, limit],
    );
  }

  override async erasePerson(tx: Tx, { tenantId, personId }: PersonKey): Promise<void> {
    await change(tx, 'delete from employee_requests where tenant_id = $1 and person_id = $2', [
      tenantId,
      personId,
    ]);
  }
}
