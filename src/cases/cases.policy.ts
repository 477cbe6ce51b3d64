import type { Policy } from '../access/index.js';

export const casesPolicy = {
  'signal.read': ['hr-manager', 'line-manager', 'retention-consultant', 'team-lead'],
  'signal.claim': ['hr-manager', 'retention-consultant', 'team-lead'],
  'signal.reassign': ['team-lead'],
  'signal.contact': ['hr-manager', 'line-manager', 'retention-consultant', 'team-lead'],
  'case.read': ['hr-manager', 'line-manager', 'retention-consultant', 'team-lead'],
  'case.open': ['hr-manager', 'retention-consultant', 'team-lead'],
  'case.contact': ['hr-manager', 'line-manager', 'retention-consultant', 'team-lead'],
  'case.refer': ['hr-manager', 'retention-consultant', 'team-lead'],
  'case.follow-up': ['hr-manager', 'retention-consultant', 'team-lead'],
  'case.change': ['hr-manager', 'retention-consultant', 'team-lead'],
  'case.close': ['hr-manager', 'retention-consultant', 'team-lead'],
  'case.invite': ['hr-manager', 'line-manager', 'retention-consultant', 'team-lead'],
} as const satisfies Policy;
