import { createHmac } from 'node:crypto';

/**
 * Tells the people of one settlement apart, whatever roles they took its steps in. Says not who they are, nor whether
 * they are those of another settlement: users' own ids are drawn by lot and are told to nobody.
 */
export const personKey = (settlementId: string, userId: string): string =>
  createHmac('sha256', settlementId).update(userId).digest('hex');
