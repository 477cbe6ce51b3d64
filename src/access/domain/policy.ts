import type { Actor, Role } from './actor.js';

/** Which roles may do a thing at all. Which rows they may do it to is the reach of the hat. */
export type Policy = Readonly<Record<string, readonly Role[]>>;

/** Whether an actor's role has a permission of a policy; the product itself has every one. */
export const may = <P extends Policy>(policy: P, actor: Actor, permission: keyof P): boolean => {
  if (actor.kind === 'system') return true;
  const roles: readonly Role[] = policy[permission] ?? [];
  return roles.includes(actor.role);
};

/** The permissions of a policy that an actor has, as sent to the web beside a resource. */
export const abilities = <P extends Policy>(policy: P, actor: Actor): string[] =>
  Object.keys(policy).filter((permission) => may(policy, actor, permission));
