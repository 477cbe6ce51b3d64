import * as client from 'openid-client';
import { InnerAddress, outwardFetch } from '../../platform/outward/outward-fetch.js';
import { profileOf, type SsoProfile } from '../domain/sso-profile.js';
import { claimNamesOf, SsoRefused, type Attempt, type SsoConnection } from './connection.js';

interface Settings {
  readonly connection: SsoConnection;
  readonly clientSecret: string;
  readonly publicUrl: string;
  readonly innerHosts: readonly string[];
}

export const oidcCallback = (publicUrl: string): string => new URL('/api/sso/oidc/callback', publicUrl).href;

/**
 * An administrator names the provider, and its description names where tokens, keys and claims are fetched: none of it
 * may lead into the operator's own net. A product that is itself on plain http (one machine, a test) may have a
 * provider that is.
 */
const configure = async ({
  connection,
  clientSecret,
  publicUrl,
  innerHosts,
}: Settings): Promise<client.Configuration> => {
  const config = await client.discovery(
    new URL(connection.issuer),
    connection.clientId,
    { client_secret: clientSecret },
    client.ClientSecretPost(clientSecret),
    {
      timeout: 10,
      [client.customFetch]: outwardFetch(innerHosts),
      execute: publicUrl.startsWith('http:') ? [client.allowInsecureRequests] : [],
    },
  );
  // Also over TLS the signature of the ID token is checked, not only where it came from.
  client.enableNonRepudiationChecks(config);
  return config;
};

/** The library wraps what stopped it. */
const isInner = (fault: unknown): boolean =>
  fault instanceof InnerAddress ||
  (fault instanceof Error && fault.cause !== undefined && isInner(fault.cause));

const refuse =
  ({ tenantId }: SsoConnection) =>
  (fault: unknown): never => {
    throw new SsoRefused(isInner(fault) ? 'inner-address' : 'failed', tenantId);
  };

/** Where to send the browser: code flow with PKCE, state and nonce. @throws SsoRefused */
export const oidcAddress = (settings: Settings, attempt: Attempt): Promise<string> =>
  requestTo(settings, attempt).catch(refuse(settings.connection));

const requestTo = async (settings: Settings, attempt: Attempt): Promise<string> => {
  const config = await configure(settings);
  return client.buildAuthorizationUrl(config, {
    redirect_uri: oidcCallback(settings.publicUrl),
    scope: 'openid email profile',
    state: attempt.id,
    nonce: attempt.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(attempt.codeVerifier),
    code_challenge_method: 'S256',
  }).href;
};

/** Who came back. Issuer, audience, expiry, nonce, state and signature are checked. @throws SsoRefused */
export const oidcProfile = async (settings: Settings, attempt: Attempt, answer: URL): Promise<SsoProfile> => {
  const { connection } = settings;
  const claims = await claimsOf(settings, attempt, answer).catch(refuse(connection));
  const profile = profileOf(claims.sub, claims, claimNamesOf(connection));
  if (!profile) throw new SsoRefused('no-address', connection.tenantId);
  return profile;
};

const claimsOf = async (settings: Settings, attempt: Attempt, answer: URL) => {
  const config = await configure(settings);
  const tokens = await client.authorizationCodeGrant(config, answer, {
    expectedState: attempt.id,
    expectedNonce: attempt.nonce,
    pkceCodeVerifier: attempt.codeVerifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (!claims) throw new Error('no ID token');
  // Some providers keep everything but the subject out of the ID token.
  const isBare = claims['email'] === undefined && config.serverMetadata().userinfo_endpoint !== undefined;
  const more = isBare ? await client.fetchUserInfo(config, tokens.access_token, claims.sub) : {};
  return { ...more, ...claims };
};
