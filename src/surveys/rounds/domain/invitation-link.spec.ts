import fc from 'fast-check';
import { kioskCode, linkText, readLink, shownCode, shownFingerprint, typedCode } from './invitation-link.js';

const LINK = {
  tenantId: '01890a5d-ac96-774b-bcce-b302099a8057',
  invitationId: '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed',
  secret: '00112233445566778899aabbccddeeff',
  fingerprint: 'fedcba98765432100123456789abcdef',
};
const hex = (bytes: number) =>
  fc
    .array(fc.integer({ min: 0, max: 255 }), { minLength: bytes, maxLength: bytes })
    .map((list) => Buffer.from(list).toString('hex'));

describe('the link of an invitation', () => {
  it('is 86 characters that a URL takes as they are', () => {
    const text = linkText(LINK);
    expect(text).toMatch(/^[A-Za-z0-9_-]{86}$/);
    expect(readLink(text)).toEqual(LINK);
  });

  it('comes back as it was', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), hex(16), hex(16), (tenantId, invitationId, secret, fingerprint) => {
        const link = { tenantId, invitationId, secret, fingerprint };
        expect(readLink(linkText(link))).toEqual(link);
      }),
    );
  });

  it.each(['', 'abc', `${'a'.repeat(85)}!`, 'a'.repeat(87)])('is no "%s"', (text) =>
    expect(readLink(text)).toBeNull(),
  );
});

describe('the code for a kiosk', () => {
  it('has ten characters that are not mixed up', () => {
    fc.assert(
      fc.property(hex(16), (secret) => {
        const code = kioskCode(secret);
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
        expect(typedCode(shownCode(code).toLowerCase())).toBe(code);
      }),
    );
  });

  it('counts out the leading 50 bits by fives', () => {
    // 0x0000000000001 is 52 bits; without the last two they are all 0.
    expect(kioskCode('00000000000010000000000000000000')).toBe('0000000000');
    expect(kioskCode('ffffffffffffffffffffffffffffffff')).toBe('ZZZZZZZZZZ');
    expect(kioskCode('00000000000040000000000000000000')).toBe('0000000001');
  });

  it('understands what fingers make of it', () => {
    expect(typedCode('o1l2i-3abcd')).toBe('011213ABCD');
    expect(typedCode('0112U3ABCD')).toBeNull();
    expect(typedCode('ABC')).toBeNull();
  });
});

it('shows a fingerprint in groups of four', () =>
  expect(shownFingerprint('fedcba9876543210')).toBe('fedc ba98 7654 3210'));
