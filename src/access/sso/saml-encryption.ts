import { SaxesParser } from 'saxes';

const XMLENC = 'http://www.w3.org/2001/04/xmlenc#';
const XMLENC11 = 'http://www.w3.org/2009/xmlenc11#';

/**
 * What may encrypt an assertion. AES-CBC is there because AD FS and Entra ID send nothing else: it protects no
 * integrity, which the signature inside does, and every fault is told in the same one word, once for a request.
 * RSA 1.5 and triple DES, which the library would open, are refused.
 */
const SOUND = new Set([
  `${XMLENC}rsa-oaep-mgf1p`,
  `${XMLENC11}aes128-gcm`,
  `${XMLENC11}aes256-gcm`,
  `${XMLENC}aes128-cbc`,
  `${XMLENC}aes256-cbc`,
]);

/** How an answer came, as it reads before anything of it is believed. */
export interface Encryption {
  /** Whether it holds an encrypted assertion, and none in clear text beside it. */
  readonly isEncrypted: boolean;
  /** Whether everything that encrypts in it is sound. */
  readonly isSound: boolean;
}

/** @throws Error for what is no XML, or declares its own document type */
export const encryptionOf = (xml: string): Encryption => {
  const parser = new SaxesParser({ xmlns: true });
  const names = new Set<string>();
  const methods: string[] = [];
  parser.on('doctype', () => {
    throw new Error('a document type in a SAML answer');
  });
  parser.on('error', (fault) => {
    throw fault;
  });
  parser.on('opentag', ({ local, attributes }) => {
    names.add(local);
    if (local === 'EncryptionMethod') methods.push(attributes['Algorithm']?.value ?? '');
  });
  parser.write(xml).close();
  return {
    isEncrypted: names.has('EncryptedAssertion') && !names.has('Assertion'),
    isSound: methods.every((method) => SOUND.has(method)),
  };
};
