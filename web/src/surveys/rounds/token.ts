import { RSABSSA } from '@cloudflare/blindrsa-ts';

/** A message on its way to be signed: what is sent, and what only this device knows. All in base64. */
export interface Blinded {
  readonly message: string;
  readonly inverse: string;
  readonly blinded: string;
}

/** A message with the signature of the group's key, unblinded: nobody can tell when it was signed. */
export interface Token {
  readonly token: string;
  readonly signature: string;
}

const suite = RSABSSA.SHA384.PSS.Randomized();

const toText = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const toBytes = (text: string): Uint8Array<ArrayBuffer> => {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
};
const toHex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

const importKey = (publicKey: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('spki', toBytes(publicKey), { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify']);

/** What an invitation names a key by. */
export const fingerprintOf = async (publicKey: string): Promise<string> =>
  toHex((await sha256(toBytes(publicKey))).slice(0, 16));

/** The fingerprint that stands in a link: its last sixteen bytes. */
export const fingerprintIn = (link: string): string => {
  const bytes = toBytes(link.replaceAll('-', '+').replaceAll('_', '/') + '==');
  return toHex(bytes.slice(48));
};

export const blind = async (publicKey: string): Promise<Blinded> => {
  const message = suite.prepare(crypto.getRandomValues(new Uint8Array(32)));
  const { blindedMsg, inv } = await suite.blind(await importKey(publicKey), message);
  return { message: toText(message), inverse: toText(inv), blinded: toText(blindedMsg) };
};

/** @throws Error where what came back is no signature of the key over the message */
export const unblind = async (
  publicKey: string,
  { message, inverse }: Blinded,
  signed: string,
): Promise<Token> => {
  const key = await importKey(publicKey);
  const signature = await suite.finalize(key, toBytes(message), toBytes(signed), toBytes(inverse));
  return { token: message, signature: toText(signature) };
};

export const tokenHash = async ({ token }: Token): Promise<string> => toHex(await sha256(toBytes(token)));
