import { notFound, Problem } from '../../platform/http/problem.js';
import type { Identity } from '../permit.js';

/** A person's session that may change how that person signs in. */
export interface OwnSession {
  readonly userId: string;
  readonly sessionId: string;
}

/** @throws Problem 404 for a machine, which has no session. */
export const ownSession = ({ userId, sessionId }: Identity): OwnSession => {
  if (!sessionId) throw notFound();
  return { userId, sessionId };
};

/**
 * @throws Problem 403 in a session opened by an employer's identity provider: whoever runs that provider must not be
 * able to give themselves another way in to a person's roles elsewhere.
 */
export const ownWayIn = (identity: Identity): OwnSession => {
  if (identity.method === 'sso')
    throw new Problem(403, 'signed-in-by-employer', 'Your employer decides how you sign in to this session.');
  return ownSession(identity);
};
