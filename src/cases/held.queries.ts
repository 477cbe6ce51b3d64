import type { HeldSection, PersonKey } from '../access/index.js';
import { rows, type Tx } from '../platform/database/rows.js';
import type { Cipher } from '../platform/storage/cipher.js';

type Cells = readonly (string | number | null)[];

const OWN_CASES = 'select id from cases where tenant_id = $1 and person_id = $2';

const CASES = `
  select array[c.opened_on::text, units.name, c.closed_on::text, c.outcome] as cells from cases c
  left join lateral (select name from unit_versions v where v.tenant_id = c.tenant_id and v.unit_id = c.unit_id
    order by v.valid desc limit 1) units on true
  where c.tenant_id = $1 and c.person_id = $2 order by c.opened_at, c.id`;

const REFERRALS = `
  select array[specialist, asked_on::text, held_on::text] as cells from referrals
  where tenant_id = $1 and case_id in (${OWN_CASES}) order by asked_on, id`;

const FOLLOW_UPS = `
  select array[due_on::text, done_on::text] as cells from follow_ups
  where tenant_id = $1 and case_id in (${OWN_CASES}) order by due_on, id`;

const CONTACTS = `
  select n.kind, n.held_on as "heldOn", case when n.reached then 'yes' else 'no' end as reached,
    n.employee_agreed_on as "agreedOn", n.hours, n.agreement_cipher as agreement, n.next_step_cipher as "nextStep"
  from contacts n left join signals s on s.tenant_id = n.tenant_id and s.id = n.signal_id
  where n.tenant_id = $1 and (n.case_id in (${OWN_CASES}) or s.person_id = $2) order by n.held_on, n.recorded_at, n.id`;

interface Contact {
  readonly kind: string;
  readonly heldOn: string;
  readonly reached: string;
  readonly agreedOn: string | null;
  readonly hours: number | null;
  readonly agreement: Buffer | null;
  readonly nextStep: Buffer | null;
}

/** What is held about a person in cases; what was said is opened. */
export const describeCases = async (
  tx: Tx,
  cipher: Cipher,
  { tenantId, personId }: PersonKey,
): Promise<HeldSection[]> => {
  const cellsOf = async (sql: string): Promise<Cells[]> =>
    (await rows<{ cells: Cells }>(tx, sql, [tenantId, personId])).map(({ cells }) => cells);
  const contacts = await rows<Contact>(tx, CONTACTS, [tenantId, personId]);
  return [
    {
      section: 'cases.cases',
      columns: ['openedOn', 'unit', 'closedOn', 'outcome'],
      rows: await cellsOf(CASES),
    },
    {
      section: 'cases.contacts',
      columns: ['kind', 'heldOn', 'reached', 'employeeAgreedOn', 'hours', 'agreement', 'nextStep'],
      rows: await Promise.all(
        contacts.map(async ({ kind, heldOn, reached, agreedOn, hours, agreement, nextStep }) => [
          kind,
          heldOn,
          reached,
          agreedOn,
          hours,
          await cipher.openText(tenantId, agreement),
          await cipher.openText(tenantId, nextStep),
        ]),
      ),
    },
    {
      section: 'cases.referrals',
      columns: ['specialist', 'askedOn', 'heldOn'],
      rows: await cellsOf(REFERRALS),
    },
    { section: 'cases.followUps', columns: ['dueOn', 'doneOn'], rows: await cellsOf(FOLLOW_UPS) },
  ];
};
