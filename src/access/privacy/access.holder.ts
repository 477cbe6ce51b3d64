import { Injectable } from '@nestjs/common';
import { change, rows, type Tx } from '../../platform/database/rows.js';
import { addJob } from '../../platform/jobs/outbox.js';
import { forgetWearersOf } from '../sign-in/sign-in.jobs.js';
import {
  HoldsPersonalData,
  PersonalDataHolder,
  type HeldSection,
  type PersonKey,
} from './personal-data-holder.js';

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
  override readonly classes = [];

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

  override due(): Promise<number> {
    return Promise.resolve(0);
  }

  override erase(): Promise<number> {
    return Promise.resolve(0);
  }

  /** The link goes, an employee’s roles with it, the user where no other is left; audit entries expire by their own time. */
  override async erasePerson(tx: Tx, { tenantId, personId }: PersonKey): Promise<void> {
    const hats = await rows<{ id: string }>(
      tx,
      'update hats set person_id = null where tenant_id = $1 and person_id = $2 returning id',
      [tenantId, personId],
    );
    // Accounts are of no tenant: another door ends them.
    if (hats.length > 0) await addJob(tx, forgetWearersOf, { tenantId, hatIds: hats.map(({ id }) => id) });
    await change(
      tx,
      'update scim_users set person_id = null, employee_number = null where tenant_id = $1 and person_id = $2',
      [tenantId, personId],
    );
    await change(tx, 'delete from invitations where tenant_id = $1 and person_id = $2', [tenantId, personId]);
  }
}
