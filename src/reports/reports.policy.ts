import type { Policy } from '../access/index.js';

export const reportsPolicy = {
  'report.read': ['steering-member', 'evaluator'],
  'report.build': ['steering-member'],
} as const satisfies Policy;
