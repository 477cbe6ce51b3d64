import type { HatActor } from '../../access/index.js';
import { notFound } from '../../platform/http/problem.js';

/** The benefit authority of a hat: the roles that ask for it exist there alone. @throws Problem 404 */
export const authorityOf = ({ tenantId }: HatActor): string => {
  if (!tenantId) throw notFound();
  return tenantId;
};
