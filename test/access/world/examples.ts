import { PLAN_ID, STATEMENT_HASH } from './outcome-resources.js';
import { randomUUID } from 'node:crypto';
import { POLICY_NUMBERS } from '../../../src/disclosure/index.js';
import { RECIPIENT } from './evaluator-resources.js';
import { TRIAL } from './lab-resources.js';
import { soundContract } from '../../factories/contract.js';
import { resolved, type Operation, type Schema } from './operations.js';
import type { Found, Position, World } from './world.js';

const SSO = {
  protocol: 'oidc',
  name: 'Login',
  issuer: 'https://login.example',
  emailDomains: ['fjordby.dk'],
  roleMap: [],
  makesUsers: false,
  enabled: true,
};

const PROGRAMME = {
  name: 'Plejen',
  jobGroups: ['Sygeplejerske'],
  steps: [
    {
      who: 'leader',
      moment: 'day-1',
      title: { da: 'Tag imod', en: 'Receive' },
      text: { da: '', en: '' },
      points: [{ da: 'Nøgler', en: 'Keys' }],
      link: 'https://example.dk/velkommen',
    },
  ],
};

const BARRIER = {
  kind: 'time',
  seenOn: '2026-03-01',
  what: 'Ingen tid til samtaler',
  action: '',
  actionBy: '',
};

const GROUNDS = {
  ground: 'research',
  reference: 'Sag 26/118',
  purpose: 'Evaluering af partnerskabet',
  deleteOn: '2026-12-31',
  recipient: RECIPIENT,
};
const PANEL = { fields: ['absence-days'], from: '2026-01-01', to: '2026-01-31', allowsCprLink: true };

/** Of no key. */
const TOKEN = { tenantId: randomUUID(), fingerprint: '0'.repeat(32) };

/**
 * Bodies that a schema cannot tell: those whose fields hang together, or name something of the world. What is not
 * here is made from the schema: every required field, the first value that fits.
 */
const BODIES: Readonly<Record<string, (world: World, found: Found, position: Position) => object>> = {
  'POST /api/people/{id}/spells': (_, { employmentId }) => ({
    employmentId,
    kind: 'own-sickness',
    firstOn: '2026-03-02',
    lastOn: '2026-03-03',
  }),
  'POST /api/spells/{id}/recovery': () => ({ lastOn: '2026-03-11' }),
  'POST /api/spells/{id}/degrees': () => ({ from: '2026-03-11', degree: 0.5 }),
  'PUT /api/spells/{id}': () => ({ version: 1, kind: 'own-sickness', firstOn: '2026-03-09', degree: 1 }),
  'POST /api/cases': (world, _, position) => ({ personId: world.person[position].id }),
  'POST /api/cases/{id}/measures': () => ({
    measure: 'Ny vagtplan',
    agreedOn: '2026-03-11',
    status: 'agreed',
  }),
  'PUT /api/cases/{id}/measures/{measureId}': () => ({
    measure: 'Ny vagtplan',
    agreedOn: '2026-03-10',
    status: 'done',
    settledOn: '2026-03-11',
  }),
  'PUT /api/cases/{id}/journal': () => ({ journalNumber: '2026-1', documentSha256: '0'.repeat(64) }),
  'POST /api/cases/{id}/contacts': () => ({ kind: 'line-manager', heldOn: '2026-03-11', reached: true }),
  'POST /api/signals/{id}/contacts': () => ({ kind: 'line-manager', heldOn: '2026-03-11', reached: true }),
  'POST /api/partnerships/{id}/tracks': () => ({ from: '2025-10-01', to: '2025-12-31' }),
  'PUT /api/citizens/{id}/contacts/{contactId}': () => ({ heldOn: '2026-03-11' }),
  'PUT /api/track-workers/{id}/login': () => ({ hatId: null }),
  'POST /api/signals/{id}/reassignment': (world) => ({ hatId: world.hats['retention-consultant'].hatId }),
  'POST /api/cases/{id}/referrals': () => ({ specialist: 'psychologist', askedOn: '2026-03-10' }),
  'PUT /api/cases/{id}/referrals/{referralId}': () => ({ heldOn: '2026-03-11' }),
  'PUT /api/cases/{id}/follow-ups/{followUpId}': () => ({ doneOn: '2026-03-11' }),
  'POST /api/colleagues/invitations': () => ({
    email: `${randomUUID()}@example.dk`,
    name: 'Kim Konsulent',
    role: 'retention-consultant',
    language: 'da',
  }),
  'POST /api/cases/{id}/invitations': () => ({
    on: '2026-03-18',
    from: '09:30',
    to: '10:15',
    place: 'Mødelokale 1',
    byPhone: false,
  }),
  'POST /api/partnerships/{id}/effect/estimates': () => ({ planId: PLAN_ID }),
  'POST /api/partnerships/{id}/settlements': () => ({
    from: '2025-01-01',
    to: '2025-12-31',
    delivered: { visits: 4 },
  }),
  'POST /api/partnerships/{id}/settlements/{settlementId}/comment': () => ({ note: 'Set' }),
  'POST /api/partnerships/{id}/settlements/{settlementId}/approve': () => ({ statementHash: STATEMENT_HASH }),
  'POST /api/partnerships/{id}/settlements/{settlementId}/sign': () => ({ statementHash: STATEMENT_HASH }),
  'POST /api/partnerships/{id}/settlements/{settlementId}/withdraw': () => ({ note: 'Forkert' }),
  'PUT /api/partnerships/{id}/pack-schedule': () => ({ cut: 'quarter' }),
  'PUT /api/partnerships/{id}/contract/versions/{version}': () => ({
    content: soundContract(),
    validFrom: '2026-07-01',
    reason: '',
    revision: 1,
  }),
  'POST /api/partnerships/{id}/contract/versions/{version}/agreement': () => ({ hash: '0'.repeat(64) }),
  'POST /api/partnerships/{id}/capital': (_, { partyId }) => ({
    kind: 'spent',
    purpose: 'staff',
    partyId,
    amount: 100,
    onDay: '2026-03-01',
    note: 'Løn',
  }),
  'POST /api/partnerships/{id}/barriers': () => BARRIER,
  'PUT /api/partnerships/{id}/barriers/{barrierId}': () => ({ ...BARRIER, revision: 1 }),
  'POST /api/partnerships/{id}/reports': () => ({ from: '2025-10-01', to: '2025-12-31' }),
  'POST /api/partnerships/{id}/lab/trials': () => TRIAL,
  'POST /api/partnerships/{id}/evaluator-cells': () => ({ from: '2025-10-01', to: '2025-12-31' }),
  'POST /api/partnerships/{id}/evaluator-deliveries/{deliveryId}/attestation': () => ({ on: '2026-03-11' }),
  'POST /api/panel-bases': (world) => ({ ...GROUNDS, ...world.evaluator, ...PANEL }),
  'POST /api/panel-deliveries/{id}/cpr-link': () => GROUNDS,
  'PUT /api/imports/{id}/mapping': () => ({
    mapping: { employeeNumber: 'Tjenestenr', code: 'Fraværskode', from: 'Fra', to: 'Til' },
  }),
  'POST /api/import-profiles': () => ({
    name: `Profil ${randomUUID()}`,
    kind: 'absences',
    mapping: { employeeNumber: 'Tjenestenr', code: 'Fraværskode', from: 'Fra', to: 'Til' },
  }),
  'POST /api/mandates': (world, _, position) => ({
    providerId: world.unrelated,
    processingRole: 'processor',
    agreementReference: 'DBA 12',
    signatory: 'Kommunaldirektøren',
    signedOn: '2026-03-01',
    informedOn: '2026-01-28',
    purpose: 'Fastholdelse af sygemeldte',
    unitIds: [world.spots[position].unitId],
    rules: ['contact-day-5'],
    fields: [],
    from: '2026-03-11',
  }),
  'POST /api/mandates/{id}/narrowing': (world, _, position) => ({
    unitIds: [world.spots[position].unitId],
    rules: ['contact-day-5'],
    fields: [],
  }),
  'PUT /api/action-plans/{id}': () => ({
    theme: 'Pauser',
    goal: 'Pauser hver dag',
    owner: 'AMR',
    dueOn: '2026-06-01',
    status: 'done',
    outcome: '',
    version: 1,
  }),
  'PUT /api/retention/{dataClass}': () => ({ days: 90, reason: 'Aftalt med MED-udvalget' }),
  'POST /api/cases/{id}/legal-holds': () => ({ reason: 'Verserende sag', until: '2027-01-01' }),
  'POST /api/people/{id}/legal-holds': () => ({ reason: 'Verserende sag', until: '2027-01-01' }),
  'POST /api/sso-connections': () => SSO,
  'PUT /api/sso-connections/{id}': () => SSO,
  'POST /api/scim/v2/Users': () => ({ userName: `${randomUUID()}@example.dk` }),
  'PUT /api/scim/v2/Users/{id}': () => ({ userName: `${randomUUID()}@example.dk` }),
  'PATCH /api/scim/v2/Users/{id}': () => ({
    Operations: [{ op: 'Replace', path: 'displayName', value: 'Lis' }],
  }),
  'POST /api/scim/v2/Groups': () => ({ displayName: randomUUID() }),
  'PUT /api/scim/v2/Groups/{id}': () => ({ displayName: randomUUID() }),
  'PATCH /api/scim/v2/Groups/{id}': () => ({ Operations: [{ op: 'Add', path: 'members', value: [] }] }),
  'POST /api/survey-rounds': () => ({
    instrumentId: 'naervaer.pulse',
    title: { da: 'Puls', en: 'Pulse' },
    kind: 'once',
    unitIds: [],
    jobGroups: [],
    minimum: 5,
    opensOn: '2026-03-12',
    closesOn: '2026-03-26',
    channels: ['letter'],
  }),
  'POST /api/survey-rounds/previews': () => ({ kind: 'once', unitIds: [], jobGroups: [], minimum: 5 }),
  'PUT /api/survey-rounds/{id}/closing-day': () => ({ closesOn: '2026-03-20' }),
  'POST /api/introductions/{id}/links': () => ({ holder: 'employee' }),
  'PUT /api/introductions/{id}/buddy': (world, _, position) => ({ personId: world.person[position].id }),
  'PUT /api/output-policy': () => POLICY_NUMBERS,
  'POST /api/survey-invitations/tokens': () => ({ link: 'nobody', blinded: 'AAAA' }),
  'POST /api/survey-answers': () => ({ ...TOKEN, token: 'AAAA', signature: 'AAAA', answers: {} }),
  'POST /api/survey-answers/standings': () => ({ ...TOKEN, tokenHash: '0'.repeat(64) }),
  'PUT /api/introductions/{id}/steps/{position}': () => ({ outcome: 'done' }),
  'POST /api/introduction-programmes': () => PROGRAMME,
  'PUT /api/introduction-programmes/{id}': () => PROGRAMME,
  'PUT /api/second-factor/totp': () => ({ code: '123456' }),
  'PUT /api/session/hat': (world) => ({ hatId: world.hats.administrator.hatId }),
};

const text = ({ format, enum: allowed, pattern, minLength = 1 }: Schema): unknown => {
  if (allowed) return allowed[0];
  if (format === 'uuid') return randomUUID();
  if (format === 'date') return '2026-03-11';
  if (format === 'date-time') return '2026-03-11T11:00:00Z';
  if (format === 'email') return 'nogen@example.dk';
  if (format === 'uri') return 'https://example.dk';
  const letters = 'a'.repeat(minLength);
  return pattern === undefined || new RegExp(pattern, 'u').test(letters) ? letters : '09:30';
};

/** The least that fits a schema. */
export const exampleOf = (given: Schema): unknown => {
  const schema = resolved(given);
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];
  switch (schema.type) {
    case 'string':
      return text(schema);
    case 'number':
    case 'integer':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    case 'array':
      return Array.from({ length: schema.minItems ?? (schema.items ? 1 : 0) }, () =>
        exampleOf(schema.items ?? {}),
      );
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [name, exampleOf(schema.properties?.[name] ?? {})]),
      );
    default:
      return 'a';
  }
};

/** A body that a route takes; null where it takes none. */
export const bodyFor = (
  operation: Operation,
  world: World,
  found: Found,
  position: Position,
): object | null => {
  const written = BODIES[operation.key];
  if (written) return written(world, found, position);
  if (!operation.body || operation.multipart) return null;
  const made = exampleOf(operation.body);
  return typeof made === 'object' && made !== null ? made : null;
};
