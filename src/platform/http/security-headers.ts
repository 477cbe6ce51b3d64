import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const isApi = (url: string): boolean => /^\/api(?:[/?]|$)/.test(url);
const isDescription = (url: string): boolean => /^\/api\/docs(?:[/?]|$)/.test(url);

/** An answer is data unless it says otherwise: whoever opens one as a page gets nothing run, nothing loaded, no frame. */
const DATA = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";

/** The page that describes the interface brings styles within its text; it shows nobody's data. */
const DESCRIPTION =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; " +
  "frame-ancestors 'none'; base-uri 'none'; object-src 'none'";

/** What a page of this product may use of a device: only what signing in by passkey needs. */
const PERMISSIONS =
  'camera=(), microphone=(), geolocation=(), payment=(), usb=(), publickey-credentials-get=(self), publickey-credentials-create=(self)';

/**
 * The headers of every answer. Answers of the interface are kept by no cache, neither the browser's nor one on the way.
 * The dashboard's own page sets its policy itself, with a nonce.
 */
export const setSecurityHeaders = async (app: NestFastifyApplication, publicUrl: string): Promise<void> => {
  const hsts = publicUrl.startsWith('https:') && { maxAge: 63_072_000, includeSubDomains: true };
  await app.register(helmet, { contentSecurityPolicy: false, hsts });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request, reply) => {
      reply.header('permissions-policy', PERMISSIONS);
      reply.header('content-security-policy', isDescription(request.url) ? DESCRIPTION : DATA);
      if (isApi(request.url)) reply.header('cache-control', 'no-store');
    });
};
