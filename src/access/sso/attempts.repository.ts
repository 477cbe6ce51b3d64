import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { change, row, type Tx } from '../../platform/database/rows.js';
import type { SsoProfile } from '../domain/sso-profile.js';
import type { Attempt, SsoConnection } from './connection.js';

const MINUTES = 10;
const COLUMNS = `id, tenant_id as "tenantId", connection_id as "connectionId", nonce, code_verifier as "codeVerifier",
  return_to as "returnTo"`;

export const browserHash = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Remembers an attempt together with the browser that makes it. */
export const beginAttempt = async (
  tx: Tx,
  { tenantId, id: connectionId }: SsoConnection,
  { browser, returnTo, at }: { readonly browser: string; readonly returnTo: string; readonly at: Date },
): Promise<Attempt> => {
  const attempt: Attempt = {
    id: randomUUID(),
    tenantId,
    connectionId,
    nonce: randomBytes(24).toString('base64url'),
    codeVerifier: randomBytes(32).toString('base64url'),
    returnTo,
  };
  await change(
    tx,
    `insert into sso_attempts (tenant_id, id, connection_id, browser_hash, nonce, code_verifier, return_to, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8::timestamptz + make_interval(mins => ${MINUTES}))`,
    [
      tenantId,
      attempt.id,
      connectionId,
      browserHash(browser),
      attempt.nonce,
      attempt.codeVerifier,
      returnTo,
      at,
    ],
  );
  return attempt;
};

/** Marks an attempt as answered, which happens once, whatever comes of it. */
export const answerAttempt = (tx: Tx, id: string, at: Date): Promise<Attempt | null> =>
  row<Attempt>(
    tx,
    `update sso_attempts set answered_at = $2 where id = $1 and answered_at is null and expires_at > $2 returning ${COLUMNS}`,
    [id, at],
  );

/** Keeps what a provider said until the browser that asked comes for it. */
export const keepProfile = async (tx: Tx, id: string, profile: SsoProfile): Promise<void> => {
  await change(tx, 'update sso_attempts set profile = $2 where id = $1', [id, JSON.stringify(profile)]);
};

/** Uses an attempt up, for the browser that began it only; what was kept of the profile goes with it. */
export const useAttempt = (
  tx: Tx,
  id: string,
  { browser, at }: { readonly browser: string; readonly at: Date },
): Promise<(Attempt & { readonly profile: SsoProfile | null }) | null> =>
  row(
    tx,
    `with found as (
       select id as found_id, profile as found_profile from sso_attempts
       where id = $1 and browser_hash = $2 and used_at is null and expires_at > $3 for update)
     update sso_attempts set used_at = $3, profile = null from found where id = found_id
     returning ${COLUMNS}, found_profile as profile`,
    [id, browserHash(browser), at],
  );
