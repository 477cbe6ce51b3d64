import { constants, createHash, privateDecrypt, publicEncrypt, verify, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';

/** RSABSSA-SHA384-PSS of RFC 9474: a salt as long as the hash. */
const SALT_BYTES = 48;

/** What a round's answers are signed over: 32 random bytes that the browser has made, before them 32 that it prepended. */
export const TOKEN_BYTES = 64;

/**
 * Signs what a browser has blinded (RFC 9474 § 4.3) and looks whether the signature is right: a wrong one could tell of
 * the key. Null for a message that is none.
 */
export const signBlindly = (key: KeyObject, blinded: Buffer): Buffer | null => {
  const length = (key.asymmetricKeyDetails?.modulusLength ?? 0) / 8;
  if (blinded.length !== length) return null;
  try {
    const raw = { key, padding: constants.RSA_NO_PADDING };
    const signature = privateDecrypt(raw, blinded);
    return publicEncrypt(raw, signature).equals(blinded) ? signature : null;
  } catch {
    // As large as the modulus, or larger.
    return null;
  }
};

const verifyAside = promisify(verify);

/** Whether a token bears the signature of a key (RFC 9474 § 4.5); looked at beside the thread that answers requests. */
export const isSigned = (publicKey: KeyObject, token: Uint8Array, signature: Uint8Array): Promise<boolean> =>
  verifyAside(
    'sha384',
    token,
    { key: publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: SALT_BYTES },
    signature,
  );

/** By what a spent token is known. */
export const tokenHashOf = (token: Uint8Array): string => createHash('sha256').update(token).digest('hex');
