import { createServer } from 'node:http';
import { once } from 'node:events';
import Provider, { type Configuration } from 'oidc-provider';
import { freePort } from '../harness/process.js';

export interface TestPerson {
  readonly sub: string;
  readonly [claim: string]: unknown;
}

export interface TestOidc {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who sits before the provider's own page. */
  who(person: TestPerson): void;
  /** What a browser meets: follows the provider's redirects to where it sends the browser back to. */
  signIn(address: string): Promise<string>;
  close(): Promise<void>;
}

const CLIENT = { client_id: 'naervaer', client_secret: 'en hemmelighed paa mindst 32 tegn' };

const configuration = (redirectUri: string, person: () => TestPerson): Configuration => ({
  clients: [{ ...CLIENT, redirect_uris: [redirectUri], token_endpoint_auth_method: 'client_secret_post' }],
  claims: { openid: ['sub'], email: ['email'], profile: ['name', 'groups', 'employeeid'] },
  features: { devInteractions: { enabled: false } },
  cookies: { keys: ['prøve'] },
  findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...person() }) }),
  interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  loadExistingGrant: async (ctx) => {
    const { client, session, provider } = ctx.oidc;
    const grant = new provider.Grant({
      clientId: client?.clientId ?? '',
      accountId: session?.accountId ?? '',
    });
    grant.addOIDCScope('openid email profile');
    await grant.save();
    return grant;
  },
});

/** A real OpenID Connect provider, at which whoever the test names is signed in at once. */
export const startOidc = async (redirectUri: string): Promise<TestOidc> => {
  const port = await freePort();
  const issuer = `http://localhost:${port}`;
  let person: TestPerson = { sub: 'nobody' };
  const provider = new Provider(
    issuer,
    configuration(redirectUri, () => person),
  );
  const answer = provider.callback();
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/interaction/'))
      void provider.interactionFinished(request, response, {
        login: { accountId: person.sub, remember: false },
      });
    else void answer(request, response);
  });
  server.listen(port);
  await once(server, 'listening');
  const signIn = async (address: string, jar: ReadonlyMap<string, string> = new Map()): Promise<string> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, { redirect: 'manual', headers: { cookie } });
    const next = new URL(response.headers.get('location') ?? '', issuer).href;
    const set = response.headers.getSetCookie().map((line) => /^([^=]+)=([^;]*)/.exec(line));
    const more = new Map([...jar, ...set.map((found) => [found?.[1] ?? '', found?.[2] ?? ''] as const)]);
    return next.startsWith(issuer) ? signIn(next, more) : next;
  };
  return {
    issuer,
    clientId: CLIENT.client_id,
    clientSecret: CLIENT.client_secret,
    who: (next) => {
      person = next;
    },
    signIn: (address) => signIn(address),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
