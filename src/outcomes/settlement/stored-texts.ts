import { isRecord, type UnknownRecord } from '../../shared/record.js';
import type { Snapshot } from './domain/snapshot.js';
import type { SettlementStatement } from './statement.js';

// Both were written by this code and are held to their hashes: their outline tells whether they are what they are taken for.
const STATEMENT = ['contract', 'population', 'completeness', 'outcomes', 'hidden', 'settled'];
const SNAPSHOT = ['contract', 'period', 'indicators', 'population', 'completeness', 'trueUps'];

/** The parts, objects or lists, that are not there. */
export const missingParts = (whole: UnknownRecord, parts: readonly string[]): string[] =>
  parts.filter((part) => !isRecord(whole[part]) && !Array.isArray(whole[part]));

const hasOutline = (value: unknown, parts: readonly string[]): boolean =>
  isRecord(value) && value['format'] === 1 && missingParts(value, parts).length === 0;

const isStatement = (value: unknown): value is SettlementStatement => hasOutline(value, STATEMENT);
const isSnapshot = (value: unknown): value is Snapshot => hasOutline(value, SNAPSHOT);

/** @throws Error where there is none */
export const readStatement = (text: string | null): SettlementStatement => {
  if (text === null) throw new Error('the settlement has no statement');
  const read: unknown = JSON.parse(text);
  if (!isStatement(read)) throw new Error('the settlement’s statement is of another form');
  return read;
};

/** @throws Error where there is none */
export const readSnapshot = (text: string | null): Snapshot => {
  if (text === null) throw new Error('the settlement has no snapshot');
  const read: unknown = JSON.parse(text);
  if (!isSnapshot(read)) throw new Error('the settlement’s snapshot is of another form');
  return read;
};
