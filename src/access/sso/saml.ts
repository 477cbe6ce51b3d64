import { SAML, ValidateInResponseTo, type Profile } from '@node-saml/node-saml';
import type { KeyPair } from '../../platform/storage/key-store.js';
import { profileOf, type SsoProfile } from '../domain/sso-profile.js';
import { claimNamesOf, SsoRefused, type Attempt, type SsoConnection } from './connection.js';
import { encryptionOf } from './saml-encryption.js';

const MINUTES = 60_000;
const SKEW = 2 * MINUTES;

export const samlEntityId = (publicUrl: string, connectionId: string): string =>
  new URL(`/api/sso/saml/${connectionId}`, publicUrl).href;
export const samlCallback = (publicUrl: string, connectionId: string): string =>
  `${samlEntityId(publicUrl, connectionId)}/acs`;

export const samlMetadataAddress = (publicUrl: string, connectionId: string): string =>
  `${samlEntityId(publicUrl, connectionId)}/metadata`;

/** What answers for us at a provider. The first pair signs where the provider wants that; any of them decrypts. */
export interface SamlSide {
  readonly connection: SsoConnection;
  readonly publicUrl: string;
  readonly pairs: readonly KeyPair[];
}

const requestId = (attemptId: string): string => `_${attemptId}`;

const pemOf = ({ privateKey }: KeyPair): string =>
  privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** Each connection has an audience of its own, so that no assertion made for one is of use at another. */
const samlFor = (
  { connection, publicUrl, pairs }: SamlSide,
  attempt: Attempt | null,
  decrypting: KeyPair | undefined,
): SAML => {
  const entityId = samlEntityId(publicUrl, connection.id);
  const known = attempt ? requestId(attempt.id) : null;
  const [signing] = connection.signsRequests ? pairs : [];
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
    ...(signing ? { privateKey: pemOf(signing), publicCert: signing.certificate } : {}),
    ...(decrypting ? { decryptionPvk: pemOf(decrypting) } : {}),
    identifierFormat: null,
    disableRequestedAuthnContext: true,
    acceptedClockSkewMs: SKEW,
    maxAssertionAgeMs: 10 * MINUTES,
    validateInResponseTo: ValidateInResponseTo.always,
    requestIdExpirationPeriodMs: 15 * MINUTES,
    generateUniqueId: () => known ?? `_${connection.id}`,
    // The attempt in the database is the memory; using it up there is what stops a second use.
    cacheProvider: {
      saveAsync: (_key, value) => Promise.resolve({ value, createdAt: Date.now() }),
      getAsync: (key) => Promise.resolve(key === known ? new Date().toISOString() : null),
      removeAsync: () => Promise.resolve(null),
    },
  });
};

export const samlAddress = (side: SamlSide, attempt: Attempt): Promise<string> =>
  samlFor(side, attempt, undefined).getAuthorizeUrlAsync(attempt.id, undefined, {});

/** For the provider's side to be set up with: it checks by any of the certificates, and encrypts to the newest. */
export const samlMetadata = (side: SamlSide): string => {
  const newest = side.pairs.at(-1);
  return samlFor(side, null, newest).generateServiceProviderMetadata(
    newest?.certificate ?? null,
    side.pairs.map(({ certificate }) => certificate),
  );
};

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
const isForUs = (profile: Profile, { connection, publicUrl }: SamlSide, attempt: Attempt): boolean => {
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

/** What the library makes of an answer, with the first of our keys that opens it. */
const readAnswer = async (side: SamlSide, attempt: Attempt, response: string): Promise<Profile | null> => {
  const { isEncrypted, isSound } = encryptionOf(Buffer.from(response, 'base64').toString('utf8'));
  if (!isSound || (side.connection.encryptedOnly && !isEncrypted)) return null;
  for (const pair of isEncrypted ? side.pairs : [undefined]) {
    const { profile } = await samlFor(side, attempt, pair)
      .validatePostResponseAsync({ SAMLResponse: response })
      .catch(() => ({ profile: null }));
    if (profile) return profile;
  }
  return null;
};

/** Who came back. Signature, issuer, audience, recipient, request and time are checked. @throws SsoRefused */
export const samlProfile = async (
  side: SamlSide,
  attempt: Attempt,
  response: string,
): Promise<SsoProfile> => {
  const { connection } = side;
  const profile = await readAnswer(side, attempt, response).catch(() => null);
  if (!profile?.nameID || !isForUs(profile, side, attempt))
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
