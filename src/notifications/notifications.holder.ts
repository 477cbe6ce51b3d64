import { Injectable } from '@nestjs/common';
import {
  HoldsPersonalData,
  PersonalDataHolder,
  personHeld,
  type HeldSection,
  type PersonKey,
  type RetentionCut,
} from '../access/index.js';
import { change, count, rows, type Tx } from '../platform/database/rows.js';

/** A notice is about a signal or a step of an introduction; one whose subject is gone is about nobody any more. */
const SUBJECTS = `notices n
  left join signals s on s.tenant_id = n.tenant_id and s.id = n.subject_id
  left join introductions i on i.tenant_id = n.tenant_id and i.id = n.subject_id`;

const OVER = `
  select n.id from ${SUBJECTS}
  where n.tenant_id = $1 and n.created_at < $2::date
    and not ${personHeld('n.tenant_id', 'coalesce(s.person_id, i.person_id)', '$3')}`;

/** Who was told about a person. Mails themselves hold counts and no person; they go some time after they were sent. */
@HoldsPersonalData()
@Injectable()
export class NotificationsHolder extends PersonalDataHolder {
  override readonly domain = 'notifications';
  override readonly tables = ['notices'];
  override readonly classes = ['notices'] as const;

  override async describe(tx: Tx, { tenantId, personId }: PersonKey): Promise<HeldSection[]> {
    const notices = await rows<{ cells: (string | null)[] }>(
      tx,
      `select array[s.rule, n.event, hats.role, day_of(n.created_at)::text] as cells from ${SUBJECTS}
       left join hats on hats.id = n.hat_id
       where n.tenant_id = $1 and coalesce(s.person_id, i.person_id) = $2 order by n.created_at, n.id`,
      [tenantId, personId],
    );
    return [
      {
        section: 'notifications.notices',
        columns: ['rule', 'event', 'toldRole', 'on'],
        rows: notices.map(({ cells }) => cells),
      },
    ];
  }

  override async due(tx: Tx, { tenantId, before, today }: RetentionCut): Promise<number> {
    return count(tx, OVER, [tenantId, before, today]);
  }

  override async erase(tx: Tx, { tenantId, before, today }: RetentionCut, limit: number): Promise<number> {
    return change(tx, `delete from notices where tenant_id = $1 and id = any (array(${OVER} limit $4))`, [
      tenantId,
      before,
      today,
      limit,
    ]);
  }

  override async erasePerson(tx: Tx, { tenantId, personId }: PersonKey): Promise<void> {
    await change(
      tx,
      `delete from notices where tenant_id = $1 and subject_id in (
         select id from signals where tenant_id = $1 and person_id = $2
         union all select id from introductions where tenant_id = $1 and person_id = $2)`,
      [tenantId, personId],
    );
  }
}
