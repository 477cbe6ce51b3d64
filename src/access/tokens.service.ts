import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { change, row, rows } from '../platform/database/rows.js';
import { invalidField, notFound } from '../platform/http/problem.js';
import { audit } from './audit.js';
import { Doors } from './doors.js';
import { ROLES, type Actor, type HatActor } from './domain/actor.js';
import { tokenHash } from './identification.js';
import { RolePermissions } from './roles/role-permissions.service.js';
import { byResource } from './roles/role-reach.js';
import { MACHINE_ROLES, type TokenMadeView, type TokenScopesView, type TokenView } from './tokens.dto.js';

const DAYS = 365;

export interface NewToken {
  readonly name: string;
  readonly days?: number;
  /** The permissions of its role that it has; all of them where none are named. */
  readonly scopes?: readonly string[] | null;
}

/** Tokens by which machines wear a hat. Only a hash is kept; the token is shown once. */
@Injectable()
export class TokensService {
  constructor(
    private readonly doors: Doors,
    private readonly permissions: RolePermissions,
  ) {}

  /** What a token of each role can be narrowed to. */
  scopes(): TokenScopesView[] {
    return MACHINE_ROLES.map((role) => ({ role, items: byResource(this.permissions.of(role)) }));
  }

  async list(actor: HatActor): Promise<TokenView[]> {
    return this.doors.system('list machine tokens', (tx) =>
      rows<TokenView>(
        tx,
        `select api_tokens.id, api_tokens.name, role, api_tokens.created_at as "createdAt", expires_at as "expiresAt",
           last_used_at as "lastUsedAt", scopes
         from api_tokens join hats on hats.id = api_tokens.hat_id
         where hats.tenant_id = $1 and revoked_at is null order by api_tokens.created_at desc`,
        [actor.tenantId],
      ),
    );
  }

  /** Makes a token that wears a role at an employer. @throws Problem 400 for a scope that the role has not */
  async make(
    actor: Actor,
    { tenantId, role }: { readonly tenantId: string; readonly role: string },
    given: NewToken,
  ): Promise<TokenMadeView> {
    this.assertScopes(role, given.scopes ?? []);
    const token = `nv_${randomBytes(32).toString('base64url')}`;
    const by = actor.kind === 'hat' ? actor.userId : 'system';
    const made = await this.doors.system('make a machine token', (tx) =>
      row<{ id: string; expiresAt: Date }>(
        tx,
        `with machine as (insert into hats (user_id, role, tenant_id) values ($1, $2, $3) returning id)
         insert into api_tokens (hat_id, name, token_hash, expires_at, scopes)
         select id, $4, $5, now() + make_interval(days => $6::int), $7 from machine
         returning id, expires_at as "expiresAt"`,
        [
          `machine:${by}`,
          role,
          tenantId,
          given.name,
          tokenHash(token),
          given.days ?? DAYS,
          given.scopes?.length ? given.scopes : null,
        ],
      ),
    );
    if (!made) throw new Error('the token was not made');
    await this.tell(actor, tenantId, { action: 'token.make', id: made.id });
    return { ...made, token };
  }

  /** @throws Problem 404 for a token of another employer. */
  async revoke(actor: HatActor, id: string): Promise<void> {
    await this.doors.system('revoke a machine token', async (tx) => {
      const revoked = await change(
        tx,
        `update api_tokens set revoked_at = now() from hats
         where api_tokens.id = $1 and hats.id = api_tokens.hat_id and hats.tenant_id = $2 and revoked_at is null`,
        [id, actor.tenantId],
      );
      if (revoked === 0) throw notFound();
    });
    if (actor.tenantId) await this.tell(actor, actor.tenantId, { action: 'token.revoke', id });
  }

  private assertScopes(role: string, scopes: readonly string[]): void {
    const known = ROLES.find((one) => one === role);
    const had = known ? this.permissions.of(known) : [];
    if (scopes.some((scope) => !had.includes(scope)))
      throw invalidField('scopes', 'unknown', 'A scope is a permission that the role has.');
  }

  private async tell(
    actor: Actor,
    tenantId: string,
    { action, id }: { readonly action: string; readonly id: string },
  ): Promise<void> {
    await this.doors.within(actor, tenantId, (tx) =>
      audit(tx, actor, {
        tenantId,
        action,
        subjectType: 'token',
        subjectIds: [id],
        purpose: 'user administration',
      }),
    );
  }
}
