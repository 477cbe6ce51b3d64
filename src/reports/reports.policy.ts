import type { Policy } from '../access/index.js';

export const reportsPolicy = {
  'report.read': ['steering-member', 'evaluator', 'payer', 'investor', 'observer'],
  'report.build': ['steering-member'],
  'representative-figures.read': ['employee-representative'],
} as const satisfies Policy;
