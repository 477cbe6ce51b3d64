import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const exists = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST';

/** The key that session cookies are signed with; made once, kept beside the other keys, readable by the owner only. */
export const signInSecret = (folder: string): string => {
  const file = join(folder, 'sign-in');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!exists(error)) throw error;
  }
  return readFileSync(file, 'utf8');
};
