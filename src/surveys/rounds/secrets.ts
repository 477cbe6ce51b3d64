import type { Cipher } from '../../platform/storage/cipher.js';

/** What opens the invitations of an employer: derived, so that the database and its copies hold nothing that opens one. */
export interface Secrets {
  /** Of an invitation's link: 16 bytes in hexadecimal. */
  ofLink(invitationId: string): string;
  /** What an invitation's code for a kiosk is made from. */
  ofCode(invitationId: string): string;
  /** By what a code is found. */
  codeHash(roundId: string, code: string): string;
}

const hex = (base64url: string): string => Buffer.from(base64url, 'base64url').toString('hex').slice(0, 32);

export const openSecrets = async (cipher: Cipher, tenantId: string): Promise<Secrets> => {
  const pseudonym = await cipher.pseudonymiser(tenantId);
  return {
    ofLink: (invitationId) => hex(pseudonym(`survey-link ${invitationId}`)),
    ofCode: (invitationId) => hex(pseudonym(`survey-code ${invitationId}`)),
    codeHash: (roundId, code) => pseudonym(`survey-code-hash ${roundId} ${code}`),
  };
};
