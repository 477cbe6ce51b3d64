import type { Snapshot } from './domain/snapshot.js';
import type { SettlementStatement } from './statement.js';

// Both were written by this code and are held to their hashes.

/** @throws Error where there is none */
export const readStatement = (text: string | null): SettlementStatement => {
  if (text === null) throw new Error('the settlement has no statement');
  return JSON.parse(text) as SettlementStatement;
};

/** @throws Error where there is none */
export const readSnapshot = (text: string | null): Snapshot => {
  if (text === null) throw new Error('the settlement has no snapshot');
  return JSON.parse(text) as Snapshot;
};
