import { Injectable } from '@nestjs/common';
import { change, count, rows, type Tx } from '../../platform/database/rows.js';
import { addJob } from '../../platform/jobs/outbox.js';
import { forgetWearersOf } from '../sign-in/sign-in.jobs.js';
import {
  HoldsPersonalData,
  PersonalDataHolder,
  type HeldSection,
  type PersonKey,
  type RetentionCut,
} from './personal-data-holder.js';

/** Holds that no longer stand: why there was one is kept as long as cases are. */
const HOLDS_OVER = `
  select id from legal_holds where tenant_id = $1 and coalesce(day_of(lifted_at), until) < $2::date`;

/** The roles a person has here as a user. What the audit says of a person is an extract of its own. */
@HoldsPersonalData()
@Injectable()
export class AccessHolder extends PersonalDataHolder {
  override readonly domain = 'access';
  override readonly tables = [
    'hats',
    'worn_hats',
    'sso_hats',
    'scim_hats',
    'scim_users',
    'scim_members',
    'invitations',
    'api_tokens',
    'legal_holds',
    'contract_ends',
  ];
  override readonly classes = ['cases'] as const;

  override async describe(tx: Tx, { tenantId, personId }: PersonKey): Promise<HeldSection[]> {
    const hats = await rows<{ cells: (string | null)[] }>(
      tx,
      `select array[role, language, day_of(created_at)::text, day_of(ended_at)::text] as cells from hats
       where tenant_id = $1 and person_id = $2 order by created_at`,
      [tenantId, personId],
    );
    const invitations = await rows<{ cells: (string | null)[] }>(
      tx,
      `select array[role, day_of(invited_at)::text, day_of(accepted_at)::text] as cells from invitations
       where tenant_id = $1 and person_id = $2 order by invited_at`,
      [tenantId, personId],
    );
    const provisioned = await rows<{ cells: (string | null)[] }>(
      tx,
      `select array[user_name, coalesce(display_name, concat_ws(' ', given_name, family_name)), email, employee_number,
         day_of(created_at)::text] as cells
       from scim_users where tenant_id = $1 and person_id = $2 order by created_at`,
      [tenantId, personId],
    );
    return [
      {
        section: 'access.directory',
        columns: ['userName', 'name', 'email', 'employeeNumber', 'from'],
        rows: provisioned.map(({ cells }) => cells),
      },
      {
        section: 'access.invitations',
        columns: ['role', 'invited', 'accepted'],
        rows: invitations.map(({ cells }) => cells),
      },
      {
        section: 'access.hats',
        columns: ['role', 'language', 'from', 'to'],
        rows: hats.map(({ cells }) => cells),
      },
    ];
  }

  override async due(tx: Tx, { tenantId, before }: RetentionCut): Promise<number> {
    return count(tx, HOLDS_OVER, [tenantId, before]);
  }

  override async erase(tx: Tx, { tenantId, before }: RetentionCut, limit: number): Promise<number> {
    return change(
      tx,
      `delete from legal_holds where tenant_id = $1 and id = any (array(${HOLDS_OVER} limit $3))`,
      [tenantId, before, limit],
    );
  }

  /** Audit entries expire by their own time. None of the holds stands: that is asked before. */
  override async erasePerson(tx: Tx, { tenantId, personId }: PersonKey): Promise<void> {
    await forgetPeople(tx, tenantId, [personId]);
    await change(tx, 'delete from legal_holds where tenant_id = $1 and person_id = $2', [tenantId, personId]);
  }
}

/** Which users some people were is forgotten, an employee's roles with it, and the user where no other role is left. */
export const forgetPeople = async (tx: Tx, tenantId: string, ids: readonly string[]): Promise<void> => {
  const hats = await rows<{ id: string }>(
    tx,
    'update hats set person_id = null where tenant_id = $1 and person_id = any ($2) returning id',
    [tenantId, ids],
  );
  // Accounts are of no tenant: another door ends them.
  if (hats.length > 0) await addJob(tx, forgetWearersOf, { tenantId, hatIds: hats.map(({ id }) => id) });
  await change(
    tx,
    'update scim_users set person_id = null, employee_number = null where tenant_id = $1 and person_id = any ($2)',
    [tenantId, ids],
  );
  await change(tx, 'delete from invitations where tenant_id = $1 and person_id = any ($2)', [tenantId, ids]);
};
