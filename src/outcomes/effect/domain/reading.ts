import type { Refusal } from '../../../partnerships/index.js';
import type { Avoided } from './avoided.js';

/** What a result says in plain words; the words themselves are the reader's language's. */
export const READINGS = [
  'fewer',
  'more',
  'no-change-told',
  'descriptive-fewer',
  'descriptive-more',
  'not-estimated',
] as const;
export type Reading = (typeof READINGS)[number];

/** Why nothing can be paid by an estimate, beside what definitions 9.5 refuses by. */
export type EffectRefusal = Refusal | 'no-comparison' | 'cannot-be-estimated' | 'no-interval';

/** An interval that holds no change cannot be told from none, however far its middle lies from it. */
export const readingOf = (found: Avoided | null): Reading => {
  if (found === null) return 'not-estimated';
  if (found.descriptive || found.interval === null)
    return found.avoided > 0 ? 'descriptive-fewer' : 'descriptive-more';
  if (found.interval.lower > 0) return 'fewer';
  return found.interval.upper < 0 ? 'more' : 'no-change-told';
};
