import { isRecord } from '../../shared/record.js';
import type { Bundle } from './bundle.js';
import { missingParts } from './stored-texts.js';

const PARTS = ['contract', 'plans', 'snapshot', 'estimates', 'statement', 'steps'];

/** Only its outline is asked for: what is within was signed as it is, and is computed again. */
const assertBundle: (value: unknown) => asserts value is Bundle = (value) => {
  if (!isRecord(value) || !isRecord(value['content']) || typeof value['signature'] !== 'string')
    throw new Error('this is no bundle of a settlement');
  const { content } = value;
  if (content['format'] !== 'naervaer-settlement-1') throw new Error('this bundle is of another form');
  const withoutKey = typeof content['publicKey'] === 'string' ? [] : ['publicKey'];
  const missing = [...missingParts(content, PARTS), ...withoutKey];
  if (missing.length > 0) throw new Error(`the bundle lacks ${missing.join(', ')}`);
};

/** Reads a bundle's file. @throws Error where the text is no bundle, saying why */
export const readBundle = (text: string): Bundle => {
  const plain: unknown = JSON.parse(text);
  assertBundle(plain);
  return plain;
};
