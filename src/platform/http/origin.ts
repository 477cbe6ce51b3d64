import type { FastifyInstance } from 'fastify';
import { Problem } from './problem.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Posted by the page of an employer's identity provider; it opens nothing, and is signed and answers a request. */
const BY_A_PROVIDER = /^\/api\/sso\/saml\/[0-9a-f-]{36}\/acs$/;

const isForeign = (origin: string | undefined, fetchSite: string | undefined, own: string): boolean => {
  // A page that hides where it is from, as a sandboxed frame does; on plain http no other header tells of it.
  if (origin === 'null') return fetchSite !== 'same-origin';
  if (origin !== undefined) return origin !== own;
  return fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none';
};

/**
 * Refuses a change asked for by a page of another origin (cross-site request forgery), by the headers that
 * browsers set and pages cannot. Machines send neither and bear a token instead of a cookie.
 */
export const refuseForeignOrigin = (fastify: FastifyInstance, publicUrl: string): void => {
  const own = new URL(publicUrl).origin;
  fastify.addHook('onRequest', async (request) => {
    if (SAFE.has(request.method) || request.headers.authorization !== undefined) return;
    if (BY_A_PROVIDER.test(request.url)) return;
    const fetchSite = request.headers['sec-fetch-site'];
    const site = typeof fetchSite === 'string' ? fetchSite : undefined;
    if (isForeign(request.headers.origin, site, own)) {
      throw new Problem(403, 'foreign-origin', 'This request came from another site.');
    }
  });
};
