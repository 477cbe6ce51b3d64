import { createHash, randomBytes } from 'node:crypto';

export const secretHash = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** The secret of a link: handed out once, of which only the hash is kept. */
export const makeSecret = (): { readonly secret: string; readonly hash: Buffer } => {
  const secret = randomBytes(32).toString('base64url');
  return { secret, hash: secretHash(secret) };
};
