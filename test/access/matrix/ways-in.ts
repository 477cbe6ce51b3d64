import type { Row } from './reaches.js';

const COLLEAGUES = ['team-lead', 'steering-member', 'evaluator', 'payer', 'investor', 'observer'] as const;

/** The part of the matrix about who comes in, and how: `table.ts` says how a row is read. */
export const WAYS_IN: Readonly<Record<string, Row>> = {
  // Signing in, the hat worn
  'POST /api/session': 'public',
  'GET /api/session': 'signed-in',
  'DELETE /api/session': 'public',
  'PUT /api/session/hat': 'signed-in',
  'PUT /api/session/language': 'signed-in',
  'POST /api/session/second-step': 'public',
  'POST /api/session/passkey-options': 'public',
  'POST /api/session/passkey': 'public',
  'GET /api/sessions': 'signed-in',
  'DELETE /api/sessions': 'signed-in',
  'DELETE /api/sessions/{id}': 'signed-in',
  'PUT /api/password': 'signed-in',
  'POST /api/password/reset-mails': 'public',
  'POST /api/password/resets': 'public',
  'GET /api/second-factor': 'signed-in',
  'POST /api/second-factor/totp': 'signed-in',
  'PUT /api/second-factor/totp': 'signed-in',
  'POST /api/second-factor/totp/removal': 'signed-in',
  'POST /api/second-factor/backup-codes': 'signed-in',
  'POST /api/second-factor/passkeys/options': 'signed-in',
  'POST /api/second-factor/passkeys': 'signed-in',
  'DELETE /api/second-factor/passkeys/{id}': 'signed-in',

  // Machine tokens
  'GET /api/tokens': { itself: ['administrator'] },
  'POST /api/tokens': { itself: ['administrator'] },
  'GET /api/token-scopes': { itself: ['administrator'] },
  'DELETE /api/tokens/{id}': { employer: ['administrator'] },

  // An employer's users
  'GET /api/roles/{role}/view': { itself: ['administrator'] },
  'GET /api/users': { itself: ['administrator'] },
  'DELETE /api/users/{userId}': { employer: ['administrator'] },
  'PUT /api/users/hats/{id}/employee': { employer: ['administrator'] },
  'POST /api/users/employee-searches': { itself: ['administrator'] },
  'GET /api/users/invitations': { itself: ['administrator'] },
  'POST /api/users/invitations': { itself: ['administrator'] },
  'POST /api/users/invitations/{id}/mails': { employer: ['administrator'] },
  'DELETE /api/users/invitations/{id}': { employer: ['administrator'] },

  // Colleagues at a provider or a party
  'GET /api/colleagues': { itself: COLLEAGUES },
  'DELETE /api/colleagues/{id}': { circle: COLLEAGUES },
  'GET /api/colleagues/invitations': { itself: COLLEAGUES },
  'POST /api/colleagues/invitations': { itself: COLLEAGUES },
  'POST /api/colleagues/invitations/{id}/mails': { circle: COLLEAGUES },
  'DELETE /api/colleagues/invitations/{id}': { circle: COLLEAGUES },

  // What is mailed to the invited
  'POST /api/invitations/openings': 'public',
  'POST /api/invitations/acceptances': 'public',
  'GET /api/sign-in-settings': { itself: ['administrator'] },
  'PUT /api/sign-in-settings': { itself: ['administrator'] },

  // Employers' identity providers
  'GET /api/sso/employers/{slug}': 'public',
  'GET /api/sso/connections/{id}/start': 'public',
  'GET /api/sso/saml/{id}/metadata': 'public',
  'GET /api/saml-keys': { itself: ['administrator'] },
  'POST /api/saml-keys': { itself: ['administrator'] },
  'DELETE /api/saml-keys/{id}': { employer: ['administrator'] },
  'GET /api/sso-connections': { itself: ['administrator'] },
  'POST /api/sso-connections': { itself: ['administrator'] },
  'PUT /api/sso-connections/{id}': { employer: ['administrator'] },
  'DELETE /api/sso-connections/{id}': { employer: ['administrator'] },

  // Users and groups of an employer's directory
  'GET /api/scim/v2/ServiceProviderConfig': { itself: ['administrator'] },
  'GET /api/scim/v2/ResourceTypes': { itself: ['administrator'] },
  'GET /api/scim/v2/Schemas': { itself: ['administrator'] },
  'GET /api/scim/v2/Users': { itself: ['administrator'] },
  'POST /api/scim/v2/Users': { itself: ['administrator'] },
  'GET /api/scim/v2/Users/{id}': { employer: ['administrator'] },
  'PUT /api/scim/v2/Users/{id}': { employer: ['administrator'] },
  'PATCH /api/scim/v2/Users/{id}': { employer: ['administrator'] },
  'DELETE /api/scim/v2/Users/{id}': { employer: ['administrator'] },
  'GET /api/scim/v2/Groups': { itself: ['administrator'] },
  'POST /api/scim/v2/Groups': { itself: ['administrator'] },
  'GET /api/scim/v2/Groups/{id}': { employer: ['administrator'] },
  'PUT /api/scim/v2/Groups/{id}': { employer: ['administrator'] },
  'PATCH /api/scim/v2/Groups/{id}': { employer: ['administrator'] },
  'DELETE /api/scim/v2/Groups/{id}': { employer: ['administrator'] },
  'GET /api/scim-roles': { itself: ['administrator'] },
  'PUT /api/scim-roles': { itself: ['administrator'] },
};
