import type { FastifyInstance } from 'fastify';
import { Problem } from './problem.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

const isForeign = (origin: string | undefined, fetchSite: string | undefined, own: string): boolean => {
  if (origin !== undefined && origin !== 'null') return origin !== own;
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
    const fetchSite = request.headers['sec-fetch-site'];
    const site = typeof fetchSite === 'string' ? fetchSite : undefined;
    if (isForeign(request.headers.origin, site, own)) {
      throw new Problem(403, 'foreign-origin', 'This request came from another site.');
    }
  });
};
