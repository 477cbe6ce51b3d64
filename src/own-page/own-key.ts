import type { HatActor, PersonKey } from '../access/index.js';
import { notFound } from '../platform/http/problem.js';

/** Who the wearer of an employee's hat is. @throws Problem 404 where the user is linked to no employee */
export const ownKeyOf = ({ tenantId, personId }: HatActor): PersonKey => {
  if (!tenantId || !personId) throw notFound();
  return { tenantId, personId };
};
