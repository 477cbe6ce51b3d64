import type { Policy } from '../access/index.js';

/** Who may do what with a case; which cases is the scope of the hat. */
export const casesPolicy = {
  'case.read': ['hr-manager', 'line-manager', 'retention-consultant', 'team-lead'],
  'case.open': ['hr-manager', 'retention-consultant', 'team-lead'],
  'case.act': ['hr-manager', 'retention-consultant', 'team-lead'],
  // A statutory talk is the employer's duty: only a line manager or HR records it as held (definitions 4.4).
  'case.talk': ['hr-manager', 'line-manager'],
  'case.close': ['hr-manager', 'retention-consultant', 'team-lead'],
  'case.invite': ['hr-manager', 'line-manager', 'retention-consultant', 'team-lead'],
} as const satisfies Policy;
