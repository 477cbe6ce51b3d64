import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Paths that belong to the server: an unknown one among them is a 404, never a page. */
const SERVER_PATHS = /^\/(?:api|health|metrics)(?:[/?]|$)/;
const ASSETS = /[\\/]assets[\\/]/;
const NONCE_MARK = '__CSP_NONCE__';

/** Only our own files; style tags need the nonce of this very answer. */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "font-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
  ].join('; ');

/** The files of the build stand at its root and under `assets`. */
const FILE = /^\/(?:assets\/.*|[^/]*\.[^/]*)$/;

/** Of a file by itself. The worker that answers surveys offline runs under it, and fetches from where it came. */
const FILE_POLICY =
  "default-src 'none'; connect-src 'self'; script-src 'self'; frame-ancestors 'none'; base-uri 'none'";

/** Whether a path may open the dashboard: a deep link, also one whose last part has a full stop, but no file's. */
export const opensDashboard = (url: string): boolean => {
  const path = url.split('?')[0] ?? url;
  return !SERVER_PATHS.test(path) && !FILE.test(path);
};

/**
 * Serves the built dashboard: files that carry a hash in their name for ever, the page itself never from a cache and
 * with a nonce of its own. Every deep link answers with the page; unknown server paths fall through to a 404.
 */
export const serveWebApp = async (server: FastifyInstance, webDistDir: string): Promise<void> => {
  const page = await readFile(join(webDistDir, 'index.html'), 'utf8');
  const sendPage = (_request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const nonce = randomBytes(16).toString('base64');
    return reply
      .header('content-security-policy', contentSecurityPolicy(nonce))
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(page.replaceAll(NONCE_MARK, nonce));
  };

  await server.register(fastifyStatic, {
    root: webDistDir,
    wildcard: false,
    index: false,
    globIgnore: ['**/index.html'],
    setHeaders: (reply: FastifyReply, path: string) => {
      const forEver = ASSETS.test(path);
      reply.header('content-security-policy', FILE_POLICY);
      reply.header('cache-control', forEver ? 'public, max-age=31536000, immutable' : 'public, max-age=3600');
    },
  });
  server.get('/', sendPage);
  server.get('/*', (request, reply) =>
    opensDashboard(request.url) ? sendPage(request, reply) : reply.callNotFound(),
  );
};
