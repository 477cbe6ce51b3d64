/** What a link says: whose invitation it is, the secret that opens it, and the key that the browser must meet. */
export interface InvitationLink {
  readonly tenantId: string;
  readonly invitationId: string;
  /** 16 bytes in hexadecimal. */
  readonly secret: string;
  /** The first 16 bytes of the key's SHA-256, in hexadecimal. */
  readonly fingerprint: string;
}

const TEXT = /^[A-Za-z0-9_-]{86}$/;
const hexOf = (uuid: string): string => uuid.replaceAll('-', '');
const uuidOf = (hex: string): string => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/**
 * The text that stands behind `#` in an invitation: 64 bytes, ids and a secret. A browser sends what is behind `#` to no
 * server, so no access log on the way holds it.
 */
export const linkText = ({ tenantId, invitationId, secret, fingerprint }: InvitationLink): string =>
  Buffer.from([hexOf(tenantId), hexOf(invitationId), secret, fingerprint].join(''), 'hex').toString(
    'base64url',
  );

/** Null for a text that no invitation has. */
export const readLink = (text: string): InvitationLink | null => {
  if (!TEXT.test(text)) return null;
  const hex = Buffer.from(text, 'base64url').toString('hex');
  const part = (index: number): string => hex.slice(index * 32, (index + 1) * 32);
  return {
    tenantId: uuidOf(part(0)),
    invitationId: uuidOf(part(1)),
    secret: part(2),
    fingerprint: part(3),
  };
};

/** Letters and digits that are not taken for one another: no I, L, O, U (Crockford). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 10;

/** Ten characters to type at a kiosk, out of 50 bits of a secret. */
export const kioskCode = (secret: string): string => {
  const bits = BigInt(`0x${secret.slice(0, 13)}`) >> 2n;
  return Array.from({ length: CODE_LENGTH }, (_, index) =>
    ALPHABET.charAt(Number((bits >> BigInt(5 * (CODE_LENGTH - 1 - index))) & 31n)),
  ).join('');
};

/** As it is printed: in two halves. */
export const shownCode = (code: string): string => `${code.slice(0, 5)} ${code.slice(5)}`;

/** A code as somebody typed it, or null. Small letters, spaces and look-alikes are understood. */
export const typedCode = (text: string): string | null => {
  const code = text.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replaceAll('O', '0');
  return code.length === CODE_LENGTH && [...code].every((letter) => ALPHABET.includes(letter)) ? code : null;
};

/** A fingerprint as people compare it: in groups of four. */
export const shownFingerprint = (fingerprint: string): string => (fingerprint.match(/.{4}/g) ?? []).join(' ');
