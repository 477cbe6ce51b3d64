import type { ClaimNames, RoleRule } from '../domain/sso-profile.js';
import type { Role } from '../domain/actor.js';

/** An employer's identity provider as kept. */
export interface SsoConnection {
  readonly tenantId: string;
  readonly id: string;
  readonly protocol: 'oidc' | 'saml';
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecretSealed: Buffer | null;
  readonly entryPoint: string;
  readonly certificates: readonly string[];
  /** Whether the provider wants our requests signed. */
  readonly signsRequests: boolean;
  /** Whether only an encrypted assertion is taken. */
  readonly encryptedOnly: boolean;
  readonly emailDomains: readonly string[];
  readonly emailClaim: string | null;
  readonly roleClaim: string | null;
  readonly roleMap: readonly RoleRule[];
  readonly defaultRole: Role | null;
  readonly employeeNumberClaim: string | null;
  readonly makesUsers: boolean;
  readonly enabled: boolean;
}

/** What an `SsoConnection` is read by, from `sso_connections`. */
export const CONNECTION_COLUMNS = `tenant_id as "tenantId", id, protocol, name, issuer, client_id as "clientId",
  client_secret_cipher as "clientSecretSealed", entry_point as "entryPoint", certificates,
  signs_requests as "signsRequests", encrypted_only as "encryptedOnly", email_domains as "emailDomains",
  email_claim as "emailClaim", role_claim as "roleClaim", role_map as "roleMap", default_role as "defaultRole",
  employee_number_claim as "employeeNumberClaim", makes_users as "makesUsers", enabled`;

export const claimNamesOf = ({ emailClaim, roleClaim, employeeNumberClaim }: SsoConnection): ClaimNames => ({
  email: emailClaim,
  role: roleClaim,
  employeeNumber: employeeNumberClaim,
});

/** One way out to a provider and back. */
export interface Attempt {
  readonly id: string;
  readonly tenantId: string;
  readonly connectionId: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly returnTo: string;
}

/** Why somebody whom a provider sent is not let in; the sign-in page has words for each. */
export const SSO_REFUSALS = [
  'failed',
  'inner-address',
  'no-address',
  'domain',
  'no-access',
  'expired',
] as const;
export type SsoRefusal = (typeof SSO_REFUSALS)[number];

/** Not let in. The reason is for the audit and the page; what the provider sent is kept nowhere. */
export class SsoRefused extends Error {
  constructor(
    readonly reason: SsoRefusal,
    readonly tenantId: string | null,
  ) {
    super(`sign-in by SSO refused: ${reason}`);
  }
}
