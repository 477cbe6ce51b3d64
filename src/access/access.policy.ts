import type { Policy } from './domain/policy.js';

export const accessPolicy = {
  'token.manage': ['administrator'],
} as const satisfies Policy;
