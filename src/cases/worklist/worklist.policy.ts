import type { Policy } from '../../access/index.js';

/** Who may do what with a signal on the worklist; which signals is the reach of the hat and the rules of its mandate. */
export const worklistPolicy = {
  'signal.read': ['hr-manager', 'line-manager', 'retention-consultant', 'team-lead'],
  'signal.claim': ['hr-manager', 'retention-consultant', 'team-lead'],
  'signal.reassign': ['team-lead'],
  'signal.contact': ['hr-manager', 'line-manager', 'retention-consultant', 'team-lead'],
} as const satisfies Policy;
