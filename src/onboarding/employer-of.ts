import type { HatActor } from '../access/index.js';
import { notFound } from '../platform/http/problem.js';

/** The employer whose hat is worn. @throws Problem 404 for a hat of another kind of party */
export const employerOf = (actor: HatActor): string => {
  if (!actor.tenantId) throw notFound();
  return actor.tenantId;
};
