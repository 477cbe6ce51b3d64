import type { Policy } from '../../access/index.js';

export const effectPolicy = {
  'effect.read': ['steering-member', 'evaluator', 'payer', 'investor', 'observer'],
  'effect.plan': ['steering-member', 'evaluator'],
  'effect.estimate': ['steering-member', 'evaluator'],
} as const satisfies Policy;
