import {
  createParamDecorator,
  SetMetadata,
  type CanActivate,
  type ExecutionContext,
  Injectable,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { forbidden, unauthenticated } from '../platform/http/problem.js';
import { PERMIT } from '../platform/http/public.js';
import type { HatActor } from './domain/actor.js';
import { may, type Policy } from './domain/policy.js';
import { Identification } from './identification.js';
import { originOf } from './audit/domain/origin.js';
import type { SignInMethod } from './domain/sign-in-method.js';

interface Permit {
  readonly policy: Policy;
  readonly permission: string;
}

/** The route wants a hat whose role has this permission of this policy. */
export const Permit = <P extends Policy>(policy: P, permission: keyof P & string) =>
  SetMetadata(PERMIT, { policy, permission } satisfies Permit);
/** The route is for anybody signed in, also before a hat is put on. */
export const SignedIn = () => SetMetadata(PERMIT, 'signed-in');

/** What a request is known by; set by the guard. */
export interface KnownRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly method: string;
  readonly ip: string;
  identity?: Identity;
  /** What the route asks for. */
  permission?: string;
}
export interface Identity {
  readonly userId: string;
  readonly sessionId: string | null;
  readonly actor: HatActor | null;
  /** How the session was opened; null for a machine. */
  readonly method: SignInMethod | null;
  /** The employer whose identity provider opened the session: it reaches no other, and no password or key. */
  readonly boundTo: string | null;
  /** The permissions that a machine's token is narrowed to; null for all of its role's. */
  readonly scopes: readonly string[] | null;
}

/** The hat a request wears. Only on routes with a permit. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): HatActor => {
  const actor = context.switchToHttp().getRequest<KnownRequest>().identity?.actor;
  if (!actor) throw unauthenticated();
  return actor;
});

/** Who is signed in, hat or no hat. */
export const CurrentIdentity = createParamDecorator((_: unknown, context: ExecutionContext): Identity => {
  const identity = context.switchToHttp().getRequest<KnownRequest>().identity;
  if (!identity) throw unauthenticated();
  return identity;
});

const withOrigin = (identity: Identity, { ip, headers }: KnownRequest): Identity => {
  if (!identity.actor) return identity;
  const userAgent = headers['user-agent'];
  const from = originOf({
    address: ip,
    userAgent: typeof userAgent === 'string' ? userAgent : '',
    machine: identity.sessionId === null,
  });
  return { ...identity, actor: { ...identity.actor, from } };
};

@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly identification: Identification,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const permit = this.reflector.getAllAndOverride<Permit | 'public' | 'signed-in' | undefined>(PERMIT, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (permit === 'public') return true;
    const request = context.switchToHttp().getRequest<KnownRequest>();
    const identity = await this.identification.identify(request);
    if (!identity || !permit) throw unauthenticated();
    request.identity = withOrigin(identity, request);
    if (permit === 'signed-in') return true;
    request.permission = permit.permission;
    if (!identity.actor || !may(permit.policy, identity.actor, permit.permission)) throw forbidden();
    if (identity.scopes && !identity.scopes.includes(permit.permission)) throw forbidden();
    return true;
  }
}
