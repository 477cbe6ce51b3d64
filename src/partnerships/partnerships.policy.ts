import type { Policy } from '../access/index.js';

export const partnershipsPolicy = {
  'partnership.read': ['steering-member', 'evaluator'],
} as const satisfies Policy;
