import type { Bundle } from './bundle.js';

const PARTS = ['contract', 'plans', 'snapshot', 'estimates', 'statement', 'steps'] as const;

const isBag = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/**
 * Reads a bundle's file. Only its outline is asked for: what is within was signed as it is, and is computed again.
 * @throws Error where the text is no bundle
 */
export const readBundle = (text: string): Bundle => {
  const plain: unknown = JSON.parse(text);
  const content = isBag(plain) ? plain['content'] : null;
  if (!isBag(plain) || !isBag(content) || typeof plain['signature'] !== 'string')
    throw new Error('this is no bundle of a settlement');
  if (content['format'] !== 'naervaer-settlement-1') throw new Error('this bundle is of another form');
  const missing = [
    ...PARTS.filter((part) => !isBag(content[part])),
    ...(typeof content['publicKey'] === 'string' ? [] : ['publicKey']),
  ];
  if (missing.length > 0) throw new Error(`the bundle lacks ${missing.join(', ')}`);
  return plain as unknown as Bundle;
};
