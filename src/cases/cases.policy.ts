import type { Policy } from '../access/index.js';

/** Who may do what with a case; which cases is the scope of the hat. */
export const casesPolicy = {
  'case.read': ['hr-manager', 'line-manager', 'retention-consultant', 'team-lead'],
  'case.open': ['hr-manager', 'retention-consultant', 'team-lead'],
  // A line manager records the statutory talk; only they and HR do, it is the employer's duty (definitions 4.4).
  'case.contact': ['hr-manager', 'line-manager', 'retention-consultant', 'team-lead'],
  'case.refer': ['hr-manager', 'retention-consultant', 'team-lead'],
  'case.follow-up': ['hr-manager', 'retention-consultant', 'team-lead'],
  // Also the measures agreed in a case about a unit.
  'case.change': ['hr-manager', 'retention-consultant', 'team-lead'],
  'case.close': ['hr-manager', 'retention-consultant', 'team-lead'],
  // The employer's own records: only its human resources hand a case over.
  'case.journal': ['hr-manager'],
  'case.hold': ['hr-manager'],
  'case.invite': ['hr-manager', 'line-manager', 'retention-consultant', 'team-lead'],
} as const satisfies Policy;
