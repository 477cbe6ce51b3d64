import type { Policy } from '../access/index.js';

export const partnershipsPolicy = {
  'partnership.read': ['steering-member', 'evaluator', 'payer', 'investor', 'observer'],
} as const satisfies Policy;
