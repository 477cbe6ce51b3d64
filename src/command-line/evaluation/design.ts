import type { Fields } from './fields.js';
import type { Given } from './given.js';

/** A design that the command can run: what it needs and what it does. */
export interface EvaluationDesign {
  readonly summary: string;
  readonly fields: Fields;
  run(given: Given): object;
}

/** Fields that several designs share. */
export const SHARED = {
  outcome: { kind: 'numbers', help: 'what is explained', required: true },
  columns: { kind: 'columns', help: 'what explains it, beside a constant' },
  categories: { kind: 'categories', help: 'the same, an indicator a label but the first seen' },
  weights: { kind: 'numbers', help: 'inverse to the variance of a row' },
  clusters: { kind: 'labels', help: 'which rows go together' },
  seed: { kind: 'whole', help: 'of random draws; 1' },
  draws: { kind: 'whole', help: 'how many; 9999' },
  unit: { kind: 'labels', help: 'whose rows these are', required: true },
  period: { kind: 'numbers', help: 'whole numbers that count periods', required: true },
} as const satisfies Fields;

/** Seed, draws and confidence as the evidence takes them. */
export const drawing = (given: Given): { seed: number; draws?: number; confidence: number } => ({
  seed: given.number('seed', 1),
  ...given.optionalNumber('draws', 'draws'),
  confidence: given.confidence,
});
