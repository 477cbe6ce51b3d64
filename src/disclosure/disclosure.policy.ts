import type { Policy } from '../access/index.js';

export const disclosurePolicy = {
  'limit.read': ['hr-manager', 'administrator', 'line-manager', 'employee-representative', 'employee'],
  'limit.raise': ['hr-manager', 'administrator'],
} as const satisfies Policy;
