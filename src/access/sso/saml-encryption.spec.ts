import { encryptionOf } from './saml-encryption.js';

const XENC = 'xmlns:x="http://www.w3.org/2001/04/xmlenc#"';
const encrypted = (...methods: string[]): string =>
  `<EncryptedAssertion><x:EncryptedData ${XENC}>${methods
    .map((method) => `<x:EncryptionMethod Algorithm="${method}"/>`)
    .join('')}</x:EncryptedData></EncryptedAssertion>`;
const GCM = 'http://www.w3.org/2009/xmlenc11#aes256-gcm';
const OAEP = 'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p';
const RSA15 = 'http://www.w3.org/2001/04/xmlenc#rsa-1_5';

describe('the encryption of a SAML answer', () => {
  it.each<[string, string, boolean, boolean]>([
    ['an encrypted assertion', encrypted(GCM, OAEP), true, true],
    ['one in clear text', '<Assertion/>', false, true],
    ['one of each', `<Assertion/>${encrypted(GCM, OAEP)}`, false, true],
    ['a weak key transport', encrypted(GCM, RSA15), true, false],
    ['a weak one behind a character reference', encrypted(GCM, RSA15.replace('1_5', '&#49;_5')), true, false],
    ['a weak one beside a sound one', encrypted(GCM, OAEP, RSA15), true, false],
    ['no algorithm', encrypted(''), true, false],
  ])('of %s', (_, inside, isEncrypted, isSound) => {
    expect(encryptionOf(`<Response>${inside}</Response>`)).toEqual({ isEncrypted, isSound });
  });

  it.each(['<!DOCTYPE r [<!ENTITY a "b">]><r>&a;</r>', '<r>&a;</r>', '<r>', ''])('is none of %s', (xml) => {
    expect(() => encryptionOf(xml)).toThrow();
  });
});
