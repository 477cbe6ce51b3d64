import { Injectable } from '@nestjs/common';
import {
  HoldsPersonalData,
  PersonalDataHolder,
  personHeld,
  type HeldSection,
  type PersonKey,
  type RetentionCut,
} from '../../access/index.js';
import { change, row, rows, type Tx } from '../../platform/database/rows.js';

const OVER = `
  select i.invitation_id from survey_invitations i
  join survey_rounds r on r.tenant_id = i.tenant_id and r.round_id = i.round_id
  where i.tenant_id = $1 and r.closed_at < $2::date and not ${personHeld('i.tenant_id', 'i.person_id', '$3')}`;

/** Who was invited to a survey. What was answered is nobody's data any more: no row of it leads to a person. */
@HoldsPersonalData()
@Injectable()
export class RoundsHolder extends PersonalDataHolder {
  override readonly domain = 'surveys';
  override readonly tables = ['survey_invitations'];
  override readonly classes = ['notices'] as const;

  override async describe(tx: Tx, { tenantId, personId }: PersonKey): Promise<HeldSection[]> {
    const invited = await rows<{ cells: (string | null)[] }>(
      tx,
      `select array[r.title ->> 'da', i.channel, g.opened_on::text, i.token_issued_on::text] as cells
       from survey_invitations i
       join survey_rounds r on r.tenant_id = i.tenant_id and r.round_id = i.round_id
       join survey_groups g on g.tenant_id = i.tenant_id and g.round_id = i.round_id and g.group_id = i.group_id
       where i.tenant_id = $1 and i.person_id = $2 order by g.opened_on, i.invitation_id`,
      [tenantId, personId],
    );
    return [
      {
        section: 'surveys.invitations',
        columns: ['survey', 'channel', 'invitedOn', 'openedOn'],
        rows: invited.map(({ cells }) => cells),
      },
    ];
  }

  override async due(tx: Tx, { tenantId, before, today }: RetentionCut): Promise<number> {
    const found = await row<{ due: number }>(tx, `select count(*)::int as due from (${OVER}) o`, [
      tenantId,
      before,
      today,
    ]);
    return found?.due ?? 0;
  }

  override async erase(tx: Tx, { tenantId, before, today }: RetentionCut, limit: number): Promise<number> {
    return change(
      tx,
      `delete from survey_invitations where tenant_id = $1 and invitation_id = any (array(${OVER} limit $4))`,
      [tenantId, before, today, limit],
    );
  }

  override async erasePerson(tx: Tx, { tenantId, personId }: PersonKey): Promise<void> {
    await change(tx, 'delete from survey_invitations where tenant_id = $1 and person_id = $2', [
      tenantId,
      personId,
    ]);
  }
}
