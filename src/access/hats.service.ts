import { Injectable } from '@nestjs/common';
import { row, rows, type Tx } from '../platform/database/rows.js';
import { conflict, invalidField } from '../platform/http/problem.js';
import type { LocalDate } from '../shared/local-date.js';
import { Doors } from './doors.js';
import type { HatActor, Language, Role } from './domain/actor.js';
import type { Affiliation } from './domain/mandate.js';
import { actorOf, HAT_COLUMNS, type HatRow } from './hat.js';
import { SignIn } from './sign-in/sign-in.js';

export interface NewHat {
  readonly userId: string;
  readonly role: Role;
  readonly tenantId?: string;
  readonly providerId?: string;
  readonly partnershipId?: string;
  readonly personId?: string;
  readonly language?: Language;
}

export interface NewUser extends Omit<NewHat, 'userId'> {
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

/** Hats given to users: by invitations, directories, sign-in of an employer's own, the operator's commands and the demonstration. */
@Injectable()
export class HatsService {
  constructor(
    private readonly doors: Doors,
    private readonly signIn: SignIn,
  ) {}

  /** A user with one hat; the user is made where the address is new. */
  async employ({ email, name, password, ...hat }: NewUser): Promise<HatActor> {
    const userId = await this.signIn.setUser({ email, name, password });
    return this.give({ ...hat, userId });
  }

  /**
   * @throws Problem 409 where the account has hats on the other side of the wall around the benefit authorities
   * (definitions 5.1), 400 for a role that the party does not have
   */
  async give(hat: NewHat): Promise<HatActor> {
    return this.doors.system('give a hat', (tx) => this.giveIn(tx, hat));
  }

  /** The same within a transaction of the caller's, through the system door; a hat that is there already serves. */
  async giveIn(tx: Tx, hat: NewHat): Promise<HatActor> {
    const made = (await findSame(tx, hat)) ?? (await insertHat(tx, hat).catch(asProblem));
    if (!made) throw new Error('the hat was not given');
    return actorOf(made);
  }

  /** Hats of some roles in force at an employer and, on a day, at the providers that it has given a mandate. */
  async listAround(tenantId: string, on: LocalDate, roles: readonly Role[]): Promise<HatActor[]> {
    const found = await this.doors.system('find whom to tell', (tx) =>
      rows<HatRow>(
        tx,
        `select ${HAT_COLUMNS} from hats
         where ended_at is null and role = any ($1) and (tenant_id = $2 or provider_id in (
           select provider_id from mandates where tenant_id = $2 and valid @> $3::date)) order by id`,
        [roles, tenantId, on],
      ),
    );
    return found.map(actorOf);
  }

  /** Hats of some roles in force at a provider. */
  async listAtProvider(providerId: string, roles: readonly Role[]): Promise<HatActor[]> {
    const found = await this.doors.system('find the team of a provider', (tx) =>
      rows<HatRow>(
        tx,
        `select ${HAT_COLUMNS} from hats where ended_at is null and role = any ($1) and provider_id = $2 order by id`,
        [roles, providerId],
      ),
    );
    return found.map(actorOf);
  }

  /** Hats in force in a partnership. */
  async listInPartnership(partnershipId: string): Promise<HatActor[]> {
    const found = await this.doors.system('find the members of a partnership', (tx) =>
      rows<HatRow>(
        tx,
        `select ${HAT_COLUMNS} from hats where ended_at is null and partnership_id = $1 order by id`,
        [partnershipId],
      ),
    );
    return found.map(actorOf);
  }

  /** A user's hats in force, the oldest first. */
  async listOf(userId: string): Promise<HatActor[]> {
    const found = await this.doors.system('find the hats of a user', (tx) =>
      rows<HatRow>(
        tx,
        `select ${HAT_COLUMNS} from hats where user_id = $1 and ended_at is null order by id`,
        [userId],
      ),
    );
    return found.map(actorOf);
  }

  /** Whether two hats are worn by one user. */
  async isOfOneUser(hatId: string, otherId: string | null): Promise<boolean> {
    const found = await this.doors.system('tell two people apart', (tx) =>
      row<{ users: number }>(tx, 'select count(distinct user_id) as users from hats where id = any ($1)', [
        [hatId, otherId],
      ]),
    );
    return otherId !== null && found?.users === 1;
  }

  /** What the people behind hats are called, for showing who took or did a thing. */
  async names(hatIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (hatIds.length === 0) return new Map();
    const found = await this.doors.system('name the people behind hats', (tx) =>
      rows<{ id: string; name: string }>(
        tx,
        'select hats.id, users.name from hats join auth."user" users on users.id::text = hats.user_id where hats.id = any ($1)',
        [hatIds],
      ),
    );
    return new Map(found.map((hat) => [hat.id, hat.name]));
  }

  /** The provider or employer that each hat works for: the team behind an owner, without saying who. */
  async teamsOf(hatIds: readonly string[]): Promise<ReadonlyMap<string, { id: string; name: string }>> {
    if (hatIds.length === 0) return new Map();
    const found = await this.doors.system('find the teams of hats', (tx) =>
      rows<{ hatId: string; id: string; name: string }>(
        tx,
        `select hats.id as "hatId", coalesce(provider_id, tenant_id) as id, coalesce(providers.name, tenants.name) as name
         from hats left join providers on providers.id = provider_id left join tenants on tenants.id = tenant_id
         where hats.id = any ($1) and coalesce(provider_id, tenant_id) is not null`,
        [hatIds],
      ),
    );
    return new Map(found.map(({ hatId, ...team }) => [hatId, team]));
  }

  async makeProvider(name: string, affiliation: Affiliation = 'provider'): Promise<string> {
    const made = await this.doors.system('make a provider', (tx) =>
      row<{ id: string }>(tx, 'insert into providers (name, affiliation) values ($1, $2) returning id', [
        name,
        affiliation,
      ]),
    );
    return made?.id ?? '';
  }
}

const findSame = (
  tx: Tx,
  { userId, role, tenantId, providerId, partnershipId }: NewHat,
): Promise<HatRow | null> =>
  row<HatRow>(
    tx,
    `select ${HAT_COLUMNS} from hats where user_id = $1 and role = $2
       and coalesce(tenant_id, provider_id, partnership_id) = $3 and ended_at is null limit 1`,
    [userId, role, tenantId ?? providerId ?? partnershipId],
  );

const insertHat = (tx: Tx, hat: NewHat): Promise<HatRow | null> =>
  row<HatRow>(
    tx,
    `insert into hats (user_id, role, tenant_id, provider_id, partnership_id, person_id, language)
     values ($1, $2, $3, $4, $5, $6, $7) returning ${HAT_COLUMNS}`,
    [
      hat.userId,
      hat.role,
      hat.tenantId ?? null,
      hat.providerId ?? null,
      hat.partnershipId ?? null,
      hat.personId ?? null,
      hat.language ?? 'da',
    ],
  );

/** What the table's own rules say, to the caller. */
const asProblem = (fault: unknown): never => {
  const constraint = fault instanceof Error && 'constraint' in fault ? fault.constraint : '';
  if (constraint === 'hats_behind_one_wall')
    throw conflict(
      'two-sides-of-a-wall',
      'This account already works on the other side: an employer or a consultant and a benefit authority are never on one account.',
    );
  if (constraint === 'hat_role')
    throw invalidField('role', 'not-of-this-party', 'This party has no such role.');
  throw fault;
};
