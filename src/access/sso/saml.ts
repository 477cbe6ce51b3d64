import { SAML, ValidateInResponseTo, type Profile } from '@node-saml/node-saml';
import { profileOf, type SsoProfile } from '../domain/sso-profile.js';
import { claimNamesOf, SsoRefused, type Attempt, type SsoConnection } from './connection.js';

const MINUTES = 60_000;
const SKEW = 2 * MINUTES;

export const samlEntityId = (publicUrl: string, connectionId: string): string =>
  new URL(`/api/sso/saml/${connectionId}`, publicUrl).href;
export const samlCallback = (publicUrl: string, connectionId: string): string =>
  `${samlEntityId(publicUrl, connectionId)}/acs`;

const requestId = (attemptId: string): string => `_${attemptId}`;

/** Each connection has an audience of its own, so that no assertion made for one is of use at another. */
const samlFor = (connection: SsoConnection, publicUrl: string, attempt: Attempt | null): SAML => {
  const entityId = samlEntityId(publicUrl, connection.id);
  const known = attempt ? requestId(attempt.id) : null;
  return new SAML({
    issuer: entityId,
    audience: entityId,
    callbackUrl: samlCallback(publicUrl, connection.id),
    entryPoint: connection.entryPoint,
    idpCert: [...connection.certificates],
    idpIssuer: connection.issuer,
    wantAssertionsSigned: true,
    // What counts is the signed assertion; many providers do not sign the envelope as well.
    wantAuthnResponseSigned: false,
    signatureAlgorithm: 'sha256',
    identifierFormat: null,
    disableRequestedAuthnContext: true,
    acceptedClockSkewMs: SKEW,
    maxAssertionAgeMs: 10 * MINUTES,
    validateInResponseTo: ValidateInResponseTo.always,
    requestIdExpirationPeriodMs: 15 * MINUTES,
    generateUniqueId: () => known ?? '',
    // The attempt in the database is the memory; using it up there is what stops a second use.
    cacheProvider: {
      saveAsync: (_key, value) => Promise.resolve({ value, createdAt: Date.now() }),
      getAsync: (key) => Promise.resolve(key === known ? new Date().toISOString() : null),
      removeAsync: () => Promise.resolve(null),
    },
  });
};

export const samlAddress = (
  connection: SsoConnection,
  publicUrl: string,
  attempt: Attempt,
): Promise<string> => samlFor(connection, publicUrl, attempt).getAuthorizeUrlAsync(attempt.id, undefined, {});

/** For the provider's side to be set up with. */
export const samlMetadata = (connection: SsoConnection, publicUrl: string): string =>
  samlFor(connection, publicUrl, null).generateServiceProviderMetadata(null);

interface Parsed {
  readonly Assertion?: {
    readonly Subject?: readonly {
      readonly SubjectConfirmation?: readonly {
        readonly SubjectConfirmationData?: readonly { readonly $?: Readonly<Record<string, string>> }[];
      }[];
    }[];
  };
}

/**
 * What the library leaves open: that the signed assertion itself, and not only the envelope around it, answers this
 * request at this address and for a limited time, and that it is this provider that says so.
 */
const isForUs = (
  profile: Profile,
  connection: SsoConnection,
  publicUrl: string,
  attempt: Attempt,
): boolean => {
  const parsed = (profile.getAssertion?.() ?? {}) as Parsed;
  const confirmations = parsed.Assertion?.Subject?.[0]?.SubjectConfirmation ?? [];
  return (
    profile.issuer === connection.issuer &&
    confirmations.some(({ SubjectConfirmationData: data }) => {
      const said = data?.[0]?.$ ?? {};
      return (
        said['InResponseTo'] === requestId(attempt.id) &&
        said['Recipient'] === samlCallback(publicUrl, connection.id) &&
        said['NotOnOrAfter'] !== undefined
      );
    })
  );
};

/** Who came back. Signature, issuer, audience, recipient, request and time are checked. @throws SsoRefused */
export const samlProfile = async (
  connection: SsoConnection,
  publicUrl: string,
  attempt: Attempt,
  response: string,
): Promise<SsoProfile> => {
  const { profile } = await samlFor(connection, publicUrl, attempt)
    .validatePostResponseAsync({ SAMLResponse: response })
    .catch(() => ({ profile: null }));
  if (!profile?.nameID || !isForUs(profile, connection, publicUrl, attempt))
    throw new SsoRefused('failed', connection.tenantId);
  const claims = {
    nameID: profile.nameID,
    ...(profile['attributes'] as Record<string, unknown> | undefined),
  };
  const byName = String(profile.nameIDFormat).includes('emailAddress')
    ? { email: profile.nameID, ...claims }
    : claims;
  const found = profileOf(profile.nameID, byName, claimNamesOf(connection));
  if (!found) throw new SsoRefused('no-address', connection.tenantId);
  return found;
};
