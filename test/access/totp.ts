import { createOTP } from '@better-auth/utils/otp';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

const fromBase32 = (text: string): string => {
  const bits = [...text.replace(/=+$/, '')]
    .map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return (bits.match(/.{8}/g) ?? []).map((byte) => String.fromCharCode(parseInt(byte, 2))).join('');
};

/** What an authenticator app shows for an `otpauth:` address, now or so many half minutes ahead. */
export const codeOf = (totpURI: string, ahead = 0): Promise<string> =>
  createOTP(fromBase32(new URL(totpURI).searchParams.get('secret') ?? '')).hotp(
    Math.floor(Date.now() / 30_000) + ahead,
  );
