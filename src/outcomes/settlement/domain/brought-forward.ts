import type { Oere } from '../../../shared/money.js';
import { trueUp, type Statement } from '../../domain/settlement.js';
import type { Snapshot } from './snapshot.js';

/** A signed settlement, in the order in which they were signed. */
export interface SignedSettlement {
  readonly hash: string;
  readonly period: Pick<Snapshot['period'], 'from' | 'to'>;
  /** The hash of the statement that it takes the place of; null for the first of a period. */
  readonly corrects: string | null;
  readonly trueUps: Snapshot['trueUps'];
  readonly carryIn: Oere;
  readonly paidEarlier: Oere;
  readonly settled: Statement;
}

export type BroughtForward = Pick<Snapshot, 'trueUps' | 'carryIn' | 'paidEarlier'>;

/** What each correction brings: what it should have paid less what the statement it corrects did. */
const trueUpsOf = (signed: readonly SignedSettlement[]): Snapshot['trueUps'] => {
  const byHash = new Map(signed.map((one) => [one.hash, one]));
  return signed.flatMap((one) => {
    const corrected = one.corrects === null ? null : byHash.get(one.corrects);
    return corrected ? [{ statementHash: one.hash, amount: trueUp(corrected.settled, one.settled) }] : [];
  });
};

/**
 * What the next period begins with: what the last one carries on, and the true-up of every correction signed since.
 * A correction pays nothing by itself, so what has been paid is what the first statements of each period say.
 */
export const broughtForward = (signed: readonly SignedSettlement[]): BroughtForward => {
  const firsts = signed.filter(({ corrects }) => corrects === null);
  const taken = new Set(signed.flatMap(({ trueUps }) => trueUps.map(({ statementHash }) => statementHash)));
  const trueUps = trueUpsOf(signed).filter(({ statementHash }) => !taken.has(statementHash));
  const last = firsts.at(-1);
  return {
    trueUps,
    carryIn: trueUps.reduce((sum, { amount }) => sum + amount, last?.settled.carryOut ?? 0),
    paidEarlier: last?.settled.cumulative ?? 0,
  };
};

/** A correction stands where the statement stood that it corrects. */
export const broughtToCorrection = ({ trueUps, carryIn, paidEarlier }: SignedSettlement): BroughtForward => ({
  trueUps,
  carryIn,
  paidEarlier,
});
