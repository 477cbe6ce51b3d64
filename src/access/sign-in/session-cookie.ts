import { createHmac, timingSafeEqual } from 'node:crypto';

/** What the sign-in library names its cookie and signs it with. */
export interface CookieMark {
  readonly name: string;
  readonly secret: string;
}

const decoded = (value: string): string => {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
};

const valueOf = (header: string, name: string): string | null => {
  const found = header.split(';').find((pair) => pair.slice(0, pair.indexOf('=')).trim() === name);
  return found === undefined ? null : decoded(found.slice(found.indexOf('=') + 1).trim());
};

/** The token of the session that a `Cookie` header names; null where there is none or the signature is not ours. */
export const sessionToken = (header: string, { name, secret }: CookieMark): string | null => {
  const value = valueOf(header, name);
  const dot = value?.lastIndexOf('.') ?? -1;
  if (value === null || dot < 1) return null;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1), 'base64');
  const right = createHmac('sha256', secret).update(token).digest();
  return given.length === right.length && timingSafeEqual(given, right) ? token : null;
};
