import type { Policy } from '../domain/policy.js';

/** Who may see and change how long what is kept. */
export const privacyPolicy = {
  'retention.read': ['administrator', 'hr-manager', 'employee-representative'],
  'retention.change': ['administrator'],
} as const satisfies Policy;
