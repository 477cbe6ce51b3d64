import { createHash, randomBytes } from 'node:crypto';
import { Problem } from '../../platform/http/problem.js';

/** The secret in a mailed link. Made when the mail is written; only its hash is kept. */
export interface LinkToken {
  readonly token: string;
  readonly hash: Buffer;
}

export const linkHash = (token: string): Buffer => createHash('sha256').update(token).digest();

export const makeLinkToken = (): LinkToken => {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: linkHash(token) };
};

/** The secret stands behind `#`, which no browser sends to a server or to the next page. */
export const linkTo = (publicUrl: string, page: string, token: string): string =>
  `${new URL(page, publicUrl).href}#${token}`;

/** Used, expired or never made: alike. */
export const linkNotUsable = (): Problem =>
  new Problem(400, 'link-not-usable', 'The link has been used or is too old. Ask for a new one.');
