import { randomUUID } from 'node:crypto';
import type { HatActor, Role } from '../../../src/access/index.js';
import { systemActor } from '../../../src/access/index.js';
import {
  AuthoritiesService,
  EvaluatorsService,
  PartnershipsService,
} from '../../../src/partnerships/index.js';
import { rows } from '../../../src/platform/database/rows.js';
import { localDate } from '../../../src/shared/local-date.js';
import type { TestApp } from '../../harness/app.js';
import { tokenFor } from '../../harness/app.js';

/** Where a thing stands, seen from every hat of this world. */
export const POSITIONS = ['own', 'otherUnit', 'otherTenant', 'otherPartnership'] as const;
export type Position = (typeof POSITIONS)[number];

/** What stands where a path says `{id}`, and what hangs on it. */
export type Found = Readonly<Record<string, string>>;

/** A place in a tenant: one unit, with a person whose name occurs nowhere else. */
export interface Spot {
  readonly tenantId: string;
  readonly unitId: string;
  readonly managerPersonId: string;
  readonly marker: string;
}

const TEST = systemActor('operator command');

/** Names that only the person of a position has: where an answer holds one, that person was seen. */
export const MARKERS = { own: 'Egenkær', otherUnit: 'Andenkær', otherTenant: 'Fremmedkær' } as const;

const spot = async (app: TestApp, tenantId: string, marker: string): Promise<Spot> => {
  const unitId = await app.make.unit(tenantId, { name: `Enhed ${marker}` });
  const manager = await app.make.employment(tenantId, { unitId, name: `Leder ${marker}` });
  return { tenantId, unitId, managerPersonId: manager.personId, marker };
};

const partnership = (app: TestApp, name: string, { tenantId, unitId }: Spot): Promise<string> =>
  app.nest.get(PartnershipsService).createPartnership(TEST, {
    name,
    from: localDate('2025-01-01'),
    to: localDate('2027-12-31'),
    units: [{ tenantId, unitId, arm: 'in' }],
    parties: [
      { role: 'provider', name: 'Falkeblik' },
      { role: 'evaluator', name: 'Havørn' },
    ],
  });

const evaluatorOf = async (app: TestApp, tenantId: string): Promise<string> =>
  (await app.nest.get(EvaluatorsService).list(TEST, tenantId)).find(({ name }) => name === 'Havørn')
    ?.partyId ?? '';

const authority = (app: TestApp): Promise<string> =>
  app.nest
    .get(AuthoritiesService)
    .createAuthority(TEST, { slug: `jobcenter-${randomUUID()}`, name: 'Jobcenter' });

/** The people behind hats, as the sign-in library keeps them; nobody knows their passwords. */
const signUp = (app: TestApp, hats: readonly HatActor[]): Promise<unknown> =>
  app.doors.system('test', (tx) =>
    tx.query(
      `insert into auth."user" (id, name, email, "emailVerified", "createdAt", "updatedAt")
       select id, 'Bruger', id || '@example.dk', true, now(), now() from unnest($1::text[]) as users (id)`,
      [hats.map(({ userId }) => userId)],
    ),
  );

const hatsOf = async (
  app: TestApp,
  own: Spot,
  parties: {
    readonly personId: string;
    readonly partnershipId: string;
    readonly providerId: string;
    readonly jobcentre: string;
  },
): Promise<Record<Role, HatActor>> => {
  const { tenantId, managerPersonId } = own;
  const { personId, partnershipId, providerId, jobcentre } = parties;
  const { hat } = app.make;
  return {
    administrator: await hat('administrator', { tenantId }),
    'hr-manager': await hat('hr-manager', { tenantId }),
    'line-manager': await hat('line-manager', { tenantId, personId: managerPersonId }),
    'employee-representative': await hat('employee-representative', { tenantId }),
    employee: await hat('employee', { tenantId, personId }),
    'retention-consultant': await hat('retention-consultant', { providerId }),
    'team-lead': await hat('team-lead', { providerId }),
    'steering-member': await hat('steering-member', { partnershipId }),
    evaluator: await hat('evaluator', { partnershipId }),
    payer: await hat('payer', { partnershipId }),
    investor: await hat('investor', { partnershipId }),
    observer: await hat('observer', { partnershipId }),
    caseworker: await hat('caseworker', { tenantId: jobcentre }),
    'job-coach': await hat('job-coach', { tenantId: jobcentre }),
  };
};

/**
 * Two employers, two partnerships, a provider and a benefit authority. Each role has a hat: at the first employer, at
 * the provider that it gave a mandate for its first unit, in the first partnership, or at the authority. So for every
 * hat the first unit with its people is its own, the second unit is another, and the second employer is foreign.
 */
export const makeWorld = async (app: TestApp) => {
  app.clock.set('2026-03-11');
  const { tenantId } = await app.make.employer({ name: 'Fjordby' });
  const foreign = await app.make.employer({ name: 'Strandby' });
  const spots = {
    own: await spot(app, tenantId, MARKERS.own),
    otherUnit: await spot(app, tenantId, MARKERS.otherUnit),
    otherTenant: await spot(app, foreign.tenantId, MARKERS.otherTenant),
  };
  const person = async (at: Spot) => {
    const { personId, employmentId } = await app.make.employment(at.tenantId, {
      unitId: at.unitId,
      managerPersonId: at.managerPersonId,
      name: `Person ${at.marker}`,
    });
    return { id: personId, employmentId, tenantId: at.tenantId, unitId: at.unitId };
  };
  const people = {
    own: await person(spots.own),
    otherUnit: await person(spots.otherUnit),
    otherTenant: await person(spots.otherTenant),
  };
  const providerId = await app.make.provider();
  await app.make.mandate(tenantId, { providerId, unitIds: [spots.own.unitId] });
  const elsewhere = await app.make.provider();
  await app.make.mandate(foreign.tenantId, { providerId: elsewhere, unitIds: [spots.otherTenant.unitId] });
  const partnerships = {
    own: await partnership(app, 'Nærvær i Fjordby', spots.own),
    otherPartnership: await partnership(app, 'Nærvær i Strandby', spots.otherTenant),
  };
  const jobcentres = { own: await authority(app), elsewhere: await authority(app) };
  const hats = await hatsOf(app, spots.own, {
    personId: people.own.id,
    partnershipId: partnerships.own,
    providerId,
    jobcentre: jobcentres.own,
  });
  // But for the evaluator they speak for the provider: what a party sees is told apart in test/partnerships and test/outcomes.
  for (const { hatId, partnershipId, role } of Object.values(hats)) {
    const party = role === 'evaluator' ? 'Havørn' : 'Falkeblik';
    if (partnershipId)
      await app.nest.get(PartnershipsService).placeMember(TEST, partnershipId, { hatId, party });
  }
  await signUp(app, Object.values(hats));
  const tokens = Object.fromEntries(
    await Promise.all(
      Object.entries(hats).map(async ([role, hat]) => [role, await tokenFor(app.doors, hat)] as const),
    ),
  );
  return {
    app,
    hats,
    spots: { ...spots, otherPartnership: spots.otherTenant },
    person: { ...people, otherPartnership: people.otherTenant },
    newPerson: (position: Position) =>
      person(position === 'otherPartnership' ? spots.otherTenant : spots[position]),
    partnerships: {
      ...partnerships,
      otherUnit: partnerships.otherPartnership,
      otherTenant: partnerships.otherPartnership,
    },
    /** Who evaluates the own partnership, as an employer names it. */
    evaluator: { partnershipId: partnerships.own, partyId: await evaluatorOf(app, tenantId) },
    providerId,
    jobcentres,
    /** A provider that nobody of this world works for. */
    unrelated: elsewhere,
    /** What a request of a role carries. */
    authorization: (role: Role): string => `Bearer ${tokens[role]}`,
    /** Makes one row in the tables of a tenant, and says its id. */
    put: async (owner: string, sql: string, ...parameters: unknown[]): Promise<string> => {
      const [made] = await app.doors.within(TEST, owner, (tx) =>
        rows<{ id: string }>(tx, sql, [owner, ...parameters]),
      );
      return made?.id ?? '';
    },
  };
};
export type World = Awaited<ReturnType<typeof makeWorld>>;
