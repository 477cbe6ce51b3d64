import { constants, createCipheriv, publicEncrypt, randomBytes, X509Certificate } from 'node:crypto';

const XMLENC = 'http://www.w3.org/2001/04/xmlenc#';
const BLOCK = {
  'aes-256-gcm': { uri: 'http://www.w3.org/2009/xmlenc11#aes256-gcm', key: 32, nonce: 12 },
  'aes-128-gcm': { uri: 'http://www.w3.org/2009/xmlenc11#aes128-gcm', key: 16, nonce: 12 },
  'aes-256-cbc': { uri: `${XMLENC}aes256-cbc`, key: 32, nonce: 16 },
  'des-ede3-cbc': { uri: `${XMLENC}tripledes-cbc`, key: 24, nonce: 8 },
} as const;
const TRANSPORT = {
  'rsa-oaep-mgf1p': constants.RSA_PKCS1_OAEP_PADDING,
  'rsa-1_5': constants.RSA_PKCS1_PADDING,
} as const;

export interface Encrypting {
  /** A certificate, as PEM. */
  readonly to: string;
  readonly cipher?: keyof typeof BLOCK;
  readonly transport?: keyof typeof TRANSPORT;
  /** Changes a bit on the way. */
  readonly altered?: boolean;
}

const sealed = (
  cipher: keyof typeof BLOCK,
  { secret, nonce }: { readonly secret: Buffer; readonly nonce: Buffer },
  text: string,
): Buffer => {
  if (cipher === 'aes-256-gcm' || cipher === 'aes-128-gcm') {
    const sealer = createCipheriv(cipher, secret, nonce);
    return Buffer.concat([sealer.update(text, 'utf8'), sealer.final(), sealer.getAuthTag()]);
  }
  const sealer = createCipheriv(cipher, secret, nonce);
  return Buffer.concat([sealer.update(text, 'utf8'), sealer.final()]);
};

/** XML Encryption 1.1 of an assertion, by Node's own cryptography and not by the library under test. */
export const encrypt = (assertion: string, how: Encrypting): string => {
  const { cipher = 'aes-256-gcm', transport = 'rsa-oaep-mgf1p' } = how;
  const block = BLOCK[cipher];
  const secret = randomBytes(block.key);
  const nonce = randomBytes(block.nonce);
  const data = Buffer.concat([nonce, sealed(cipher, { secret, nonce }, assertion)]);
  if (how.altered) data.writeUInt8(data.readUInt8(40) ^ 1, 40);
  const key = publicEncrypt(
    { key: new X509Certificate(how.to).publicKey, padding: TRANSPORT[transport] },
    secret,
  );
  return [
    `<saml:EncryptedAssertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">`,
    `<xenc:EncryptedData xmlns:xenc="${XMLENC}" Type="${XMLENC}Element"><xenc:EncryptionMethod Algorithm="${block.uri}"/>`,
    `<ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><xenc:EncryptedKey><xenc:EncryptionMethod Algorithm="${XMLENC}${transport}"/>`,
    `<xenc:CipherData><xenc:CipherValue>${key.toString('base64')}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedKey></ds:KeyInfo>`,
    `<xenc:CipherData><xenc:CipherValue>${data.toString('base64')}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedData></saml:EncryptedAssertion>`,
  ].join('');
};
