import type { Bundle } from './bundle.js';

const PARTS = ['contract', 'plans', 'snapshot', 'estimates', 'statement', 'steps'] as const;

const isBag = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const missingIn = (content: Readonly<Record<string, unknown>>): string[] => [
  ...PARTS.filter((part) => !isBag(content[part])),
  ...(typeof content['publicKey'] === 'string' ? [] : ['publicKey']),
];

/** Only its outline is asked for: what is within was signed as it is, and is computed again. */
const isBundle = (value: unknown): value is Bundle => {
  if (!isBag(value) || !isBag(value['content']) || typeof value['signature'] !== 'string')
    throw new Error('this is no bundle of a settlement');
  const { content } = value;
  if (content['format'] !== 'naervaer-settlement-1') throw new Error('this bundle is of another form');
  const missing = missingIn(content);
  if (missing.length > 0) throw new Error(`the bundle lacks ${missing.join(', ')}`);
  return true;
};

/** Reads a bundle's file. @throws Error where the text is no bundle, saying why */
export const readBundle = (text: string): Bundle => {
  const plain: unknown = JSON.parse(text);
  if (!isBundle(plain)) throw new Error('this is no bundle of a settlement');
  return plain;
};
