import type { Policy } from '../domain/policy.js';

/** Who may see and change how long what is kept, and end it all. */
export const privacyPolicy = {
  'retention.read': ['administrator', 'hr-manager', 'employee-representative'],
  'retention.change': ['administrator'],
  'contract-end.read': ['administrator', 'hr-manager'],
  'contract-end.decide': ['administrator', 'hr-manager'],
  // An administrator reads no record of a person, and so not all of them.
  'contract-end.export': ['hr-manager'],
} as const satisfies Policy;
