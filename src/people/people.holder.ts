import { Injectable } from '@nestjs/common';
import {
  Clock,
  HoldsPersonalData,
  forgetPeople,
  PersonalDataHolder,
  PersonalDataHolders,
  personHeld,
  type HeldSection,
  type PersonKey,
  type RetentionCut,
} from '../access/index.js';
import { change, count, row, rows, type Tx } from '../platform/database/rows.js';
import { Cipher } from '../platform/storage/cipher.js';
import { maskedCpr } from './domain/cpr.js';
import { findPrivateData } from './private-data.queries.js';

/** Who left before the cut: every employment is over. Somebody who never came counts from when they were recorded. */
const FORMER = `
  select p.id from people p
  where p.tenant_id = $1 and p.erased_at is null and not ${personHeld('p.tenant_id', 'p.id', '$3')}
    and coalesce((select max(coalesce(upper(e.employed), 'infinity'::date)) from employments e
      where e.tenant_id = p.tenant_id and e.person_id = p.id), day_of(p.created_at)) <= $2::date`;

/** Employments stay, so that figures stay true, and say no more whose they were. */
const PSEUDONYMISE = [
  // With another audit key no entry of the audit is about them any more.
  `update people set name = '–', person_key = 'erased ' || id, erased_at = now(), audit_key = gen_random_uuid()
   where tenant_id = $1 and id = any ($2)`,
  `update employments set employee_number = 'erased ' || id where tenant_id = $1 and person_id = any ($2)`,
  `delete from person_details where tenant_id = $1 and person_id = any ($2)`,
  `delete from roster_changes r using employments e
   where r.tenant_id = $1 and e.tenant_id = $1 and e.id = r.employment_id and e.person_id = any ($2)`,
];

@HoldsPersonalData()
@Injectable()
export class PeopleHolder extends PersonalDataHolder {
  override readonly domain = 'people';
  override readonly tables = [
    'people',
    'employments',
    'employment_terms',
    'roster_changes',
    'person_details',
  ];
  override readonly classes = ['former-employees'] as const;

  constructor(
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly holders: PersonalDataHolders,
  ) {
    super();
  }

  override async describe(tx: Tx, key: PersonKey): Promise<HeldSection[]> {
    const { tenantId, personId } = key;
    const person = await rows<{ cells: string[] }>(
      tx,
      `select array[name, person_key, day_of(created_at)::text] as cells from people where tenant_id = $1 and id = $2`,
      [tenantId, personId],
    );
    const details = await findPrivateData(tx, this.cipher, key);
    const terms = await rows<{ cells: (string | null)[] }>(tx, TERMS, [tenantId, personId]);
    return [
      {
        section: 'people.person',
        columns: ['name', 'personKey', 'recordedOn'],
        rows: person.map(({ cells }) => cells),
      },
      {
        section: 'people.privateData',
        columns: ['cpr', 'phone', 'email'],
        rows: details === null ? [] : [[details.cpr && maskedCpr(details.cpr), details.phone, details.email]],
      },
      {
        section: 'people.employments',
        columns: ['employeeNumber', 'from', 'to', 'unit', 'weeklyHours', 'jobGroup', 'manager'],
        rows: terms.map(({ cells }) => cells),
      },
    ];
  }

  override async due(tx: Tx, { tenantId, before, today }: RetentionCut): Promise<number> {
    return count(tx, this.former(), [tenantId, before, today]);
  }

  override async erase(tx: Tx, { tenantId, before, today }: RetentionCut, limit: number): Promise<number> {
    const former = await rows<{ id: string }>(tx, `${this.former()} limit $4 for update of p skip locked`, [
      tenantId,
      before,
      today,
      limit,
    ]);
    const ids = former.map(({ id }) => id);
    await forgetPeople(tx, tenantId, ids);
    await pseudonymise(tx, tenantId, ids);
    return former.length;
  }

  private former(): string {
    return `${FORMER} and not ${this.holders.needsPerson('p.tenant_id', 'p.id')}`;
  }

  override async standsAgainst(tx: Tx, { tenantId, personId }: PersonKey): Promise<string | null> {
    const employed = await row(
      tx,
      // Also who is under notice, and who has yet to begin.
      `select 1 from employments where tenant_id = $1 and person_id = $2
         and coalesce(upper(employed) > $3::date, true) limit 1`,
      [tenantId, personId, this.clock.today()],
    );
    return employed ? 'employed' : null;
  }

  override async erasePerson(tx: Tx, { tenantId, personId }: PersonKey): Promise<void> {
    await pseudonymise(tx, tenantId, [personId]);
  }
}

const pseudonymise = async (tx: Tx, tenantId: string, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  for (const sql of PSEUDONYMISE) await change(tx, sql, [tenantId, ids]);
};

const TERMS = `
  select array[e.employee_number, lower(t.valid)::text, (upper(t.valid) - 1)::text, units.name, t.weekly_hours::text,
    t.job_group, managers.name] as cells
  from employments e
  join employment_terms t on t.tenant_id = e.tenant_id and t.employment_id = e.id
  left join unit_versions units on units.tenant_id = t.tenant_id and units.unit_id = t.unit_id and units.valid @> lower(t.valid)
  left join people managers on managers.tenant_id = t.tenant_id and managers.id = t.manager_person_id
  where e.tenant_id = $1 and e.person_id = $2 order by lower(t.valid), e.employee_number`;
