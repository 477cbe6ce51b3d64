import type { Policy } from '../../access/index.js';

/** Those who negotiate may try terms; who watches may read what was tried. */
export const labPolicy = {
  'lab.read': ['steering-member', 'evaluator', 'payer', 'investor', 'observer'],
  'lab.try': ['steering-member', 'evaluator', 'payer', 'investor'],
} as const satisfies Policy;
