import { createHash, randomUUID } from 'node:crypto';
import type { Role } from '../../../src/access/index.js';
import { rows } from '../../../src/platform/database/rows.js';
import { panelBasisAt, panelDeliveryAt } from './evaluator-resources.js';
import { introductionAt, programmeAt } from './introduction-resources.js';
import { samlKeyAt } from './key-resources.js';
import type { Operation } from './operations.js';
import { partnershipAt } from './partnership-resources.js';
import { RESULT_RESOURCES } from './result-resources.js';
import { instrumentAt } from './survey-resources.js';
import { employeeRequestAt, ownRequestAt } from './requests.js';
import { roundAt } from './survey-rounds.js';
import { TRACK_RESOURCES } from './track-resources.js';
import { UPLOAD } from './upload.js';
import { colleagueAt, userAt } from './user-resources.js';
import type { Found, Position, World } from './world.js';

/** @param role of the one who asks, where the same position is elsewhere for another */
export type Maker = (
  world: World,
  position: Position,
  operation: Operation,
  role?: Role | null,
) => Promise<Found>;

const made = new WeakMap<World, Map<string, Promise<Found>>>();
export const kept = (world: World, name: string, make: () => Promise<Found>): Promise<Found> => {
  const known = made.get(world) ?? new Map<string, Promise<Found>>();
  made.set(world, known);
  const found = known.get(name) ?? make();
  known.set(name, found);
  return found;
};

let days = 0;
const anotherDay = (): string => {
  days += 1;
  return new Date(Date.UTC(1990, 0, days)).toISOString().slice(0, 10);
};

const OUTLINE = JSON.stringify({
  format: 'csv',
  encoding: 'utf8',
  delimiter: ';',
  headerLine: 1,
  columns: ['Tjenestenr', 'Fraværskode', 'Fra', 'Til'],
});
const MAPPING = JSON.stringify({
  columns: { employeeNumber: 'Tjenestenr', code: 'Fraværskode', from: 'Fra', to: 'Til' },
  codes: {},
});

// The state in which an import may be asked for a thing.
const STATE: Readonly<Record<string, string>> = {
  'POST /api/imports/{id}/confirmation': 'analysed',
  'POST /api/imports/{id}/reversal': 'applied',
};

const caseAt: Maker = async (world, position, { key }) => {
  const { tenantId, unitId, id: personId } = await world.newPerson(position);
  const aboutUnit = key === 'PUT /api/cases/{id}' || key.includes('measures');
  const closed = ['DELETE /api/cases/{id}/closure', 'POST /api/cases/{id}/journal-exports'].includes(key)
    ? world.app.clock.now()
    : null;
  const hatId = world.hats['hr-manager'].hatId;
  const id = await world.put(
    tenantId,
    `insert into cases (tenant_id, subject, person_id, unit_id, opened_on, opened_by_hat, owner_hat, closed_on, closed_at,
       closed_by_hat, outcome)
     values ($1, $2, $3, $4, '2026-03-02', $5::uuid, $5::uuid, $6::timestamptz::date, $6::timestamptz,
       case when $6::timestamptz is not null then $5::uuid end, case when $6::timestamptz is not null then 'no-further-need' end)
     returning id`,
    aboutUnit ? 'unit' : 'person',
    aboutUnit ? null : personId,
    unitId,
    hatId,
    closed,
  );
  const referralId = await world.put(
    tenantId,
    `insert into referrals (tenant_id, case_id, specialist, asked_on, recorded_by_hat)
     values ($1, $2, 'psychologist', '2026-03-03', $3) returning id`,
    id,
    hatId,
  );
  const followUpId = await world.put(
    tenantId,
    `insert into follow_ups (tenant_id, case_id, due_on, recorded_by_hat) values ($1, $2, '2026-03-20', $3) returning id`,
    id,
    hatId,
  );
  const measureId = await world.put(
    tenantId,
    `insert into case_measures (tenant_id, case_id, measure_cipher, agreed_on, recorded_by_hat)
     values ($1, $2, '', '2026-03-10', $3) returning id`,
    id,
    hatId,
  );
  return { id, referralId, followUpId, measureId };
};

const signalAt: Maker = async (world, position, { key }) => {
  const { tenantId, unitId, id, employmentId } = world.person[position];
  const day = anotherDay();
  const signalId = await world.put(
    tenantId,
    `insert into signals (tenant_id, person_id, employment_id, unit_id, rule, reason_from, reason_to, facts, raised_on, due_on,
       episode_on, claimed_by_hat)
     values ($1, $2, $3, $4, 'contact-day-5', $5::date, $5::date, '{"count":1,"spells":[]}', '2026-03-10', '2026-03-11', $5::date, $6)
     returning id`,
    id,
    employmentId,
    unitId,
    day,
    key === 'DELETE /api/signals/{id}/claim' ? world.hats['hr-manager'].hatId : null,
  );
  return { id: signalId };
};

const spellAt: Maker = async (world, position, { key }) => {
  const { tenantId, employmentId } = await world.newPerson(position);
  const id = await world.app.make.spell(tenantId, { employmentId, from: '2026-03-09', source: 'hand' });
  if (key === 'POST /api/spells/{id}/restoration') {
    const hr = world.hats['hr-manager'];
    await world.put(
      tenantId,
      `with gone as (delete from spells where tenant_id = $1 and id = $2 returning *)
       insert into spell_versions (tenant_id, spell_id, version, employment_id, kind, first_on, last_on, degree, source,
         source_code, source_first_on, registered_on, registered_assumed, received_at, corrected_by_hand,
         superseded_registered_on, superseded_by, change)
       select tenant_id, id, version, employment_id, kind, first_on, last_on, degree, source, source_code, source_first_on,
         registered_on, registered_assumed, received_at, corrected_by_hand, '2026-03-11', $3, 'deleted' from gone
       returning spell_id as id`,
      id,
      hr.userId,
    );
  }
  return { id };
};

const importAt: Maker = async (world, position, { key, method }) => {
  const { tenantId } = world.spots[position];
  // Reading opens the file; the rest looks at the row alone.
  if (method === 'GET' && tenantId === world.spots.own.tenantId) {
    const headers = { ...UPLOAD.headers, authorization: world.authorization('hr-manager') };
    const answer = await world.app.nest.inject({ ...UPLOAD, method: 'POST', url: '/api/imports', headers });
    return { id: answer.json<{ id: string }>().id };
  }
  const id = await world.put(
    tenantId,
    `insert into imports (tenant_id, kind, source, file_name, file_bytes, mapping, outline, data_as_of, state)
     values ($1, 'absences', 'payroll', 'fil.csv', 10, $2, $3, '2026-03-10', $4) returning id`,
    MAPPING,
    OUTLINE,
    STATE[key] ?? 'uploaded',
  );
  return { id };
};

const profileAt: Maker = async (world, position) => ({
  id: await world.put(
    world.spots[position].tenantId,
    `insert into import_profiles (tenant_id, name, kind, source, mapping) values ($1, $2, 'absences', 'payroll', $3) returning id`,
    randomUUID(),
    MAPPING,
  ),
});

const tokenAt: Maker = async (world, position) => {
  const [made] = await world.app.doors.system('test', (tx) =>
    rows<{ id: string }>(
      tx,
      `with hat as (insert into hats (user_id, role, tenant_id) values ($1, 'hr-manager', $2) returning id)
       insert into api_tokens (hat_id, name, token_hash, expires_at)
       select id, 'test', $3, now() + interval '1 day' from hat returning id`,
      [
        `machine:${randomUUID()}`,
        world.spots[position].tenantId,
        createHash('sha256').update(randomUUID()).digest(),
      ],
    ),
  );
  return { id: made?.id ?? '' };
};

const ssoAt: Maker = async (world, position) => ({
  id: await world.put(
    world.spots[position].tenantId,
    `insert into sso_connections (tenant_id, protocol, name, issuer, email_domains, makes_users, enabled, changed_at)
     values ($1, 'oidc', 'Login', 'https://login.example', '{fjordby.dk}', false, true, '2026-03-11') returning id`,
  ),
});

const scimAt: Maker = async (world, position, { path }) => {
  const { tenantId } = world.spots[position];
  const sql = path.includes('Groups')
    ? `insert into scim_groups (tenant_id, display_name, created_at, changed_at)
       values ($1, $2, '2026-03-11', '2026-03-11') returning id`
    : `insert into scim_users (tenant_id, user_id, user_name, active, created_at, changed_at)
       values ($1, $2, $2, true, '2026-03-11', '2026-03-11') returning id`;
  return { id: await world.put(tenantId, sql, randomUUID()) };
};

/** A thing of a person's own session, which no machine has. */
const ofNobody: Maker = () => Promise.resolve({ id: randomUUID() });

const mandateAt: Maker = async (world, position) => {
  const { tenantId, unitId } = world.spots[position];
  return { id: await world.app.make.mandate(tenantId, { providerId: world.unrelated, unitIds: [unitId] }) };
};

/** A number names a record among the employer's own, whoever asks. */
const goLiveRecordAt: Maker = async (world) => {
  const { tenantId } = world.spots.own;
  const version = '1000';
  await world.put(
    tenantId,
    `with record as (
       insert into go_live_records (tenant_id, number, record, recorded_at) values ($1, $2, '{}', '2026-03-11')
       on conflict do nothing returning tenant_id, number)
     insert into impact_assessments (tenant_id, number, document_cipher, document_hash)
     select tenant_id, number, '', '' from record returning number as id`,
    version,
  );
  return { version };
};

/** What stands at a position under the first part of a path. A thing that requests change is new for each request. */
export const RESOURCES: Readonly<Record<string, Maker>> = {
  people: async (world, position, { method }) => {
    const { id, employmentId } = method === 'GET' ? world.person[position] : await world.newPerson(position);
    return { id, employmentId };
  },
  retention: () => Promise.resolve({ dataClass: 'notices' }),
  'go-live': goLiveRecordAt,
  roles: () => Promise.resolve({ role: 'line-manager' }),
  'legal-holds': async (world, position) => {
    const { tenantId, id: personId } = await world.newPerson(position);
    const id = await world.put(
      tenantId,
      `insert into legal_holds (tenant_id, person_id, reason_cipher, placed_by_hat) values ($1, $2, '', $3) returning id`,
      personId,
      world.hats['hr-manager'].hatId,
    );
    return { id };
  },
  units: (world, position) => Promise.resolve({ id: world.spots[position].unitId }),
  spells: spellAt,
  signals: signalAt,
  cases: caseAt,
  imports: importAt,
  'import-profiles': profileAt,
  tokens: tokenAt,
  users: userAt,
  colleagues: colleagueAt,
  'saml-keys': samlKeyAt,
  'sso-connections': ssoAt,
  sso: ssoAt,
  scim: scimAt,
  sessions: ofNobody,
  'second-factor': ofNobody,
  mandates: mandateAt,
  'own-page': ownRequestAt,
  'employee-requests': employeeRequestAt,
  instruments: instrumentAt,
  'survey-rounds': roundAt,
  ...RESULT_RESOURCES,
  partnerships: partnershipAt,
  'panel-bases': panelBasisAt,
  'panel-deliveries': panelDeliveryAt,
  'introduction-programmes': programmeAt,
  introductions: introductionAt,
  ...TRACK_RESOURCES,
};

/** What is whose depends on who asks: colleagues are those of the own provider or party. */
const BY_ROLE = ['colleagues'];

/** Finds or makes what the path of a route names; what was made before is given where it will not be changed. @throws Error for a resource that this world does not know */
export const resourceFor = async (
  world: World,
  operation: Operation,
  position: Position,
  use: 'once' | 'again' = 'once',
  role: Role | null = null,
): Promise<Found> => {
  if (!operation.path.includes('{')) return {};
  const [, , name = ''] = operation.path.split('/');
  const maker = RESOURCES[name];
  if (!maker)
    throw new Error(
      `test/access/world/resources.ts knows no "${name}": say there how one is made at a position.`,
    );
  if (use === 'once') return maker(world, position, operation, role);
  const whose = BY_ROLE.includes(name) ? ` ${role}` : '';
  return kept(world, `${operation.key} ${position}${whose}`, () => maker(world, position, operation, role));
};
