import type { Policy } from './domain/policy.js';

export const accessPolicy = {
  'token.manage': ['administrator'],
  'user.manage': ['administrator'],
  'colleague.manage': ['team-lead', 'steering-member', 'evaluator', 'payer', 'investor', 'observer'],
  'role.preview': ['administrator'],
  'sign-in.manage': ['administrator'],
  'user.provision': ['administrator'],
  'mandate.read': ['administrator', 'hr-manager'],
  'mandate.read-own': ['retention-consultant', 'team-lead'],
  'mandate.grant': ['administrator'],
  'mandate.narrow': ['administrator'],
  'mandate.end': ['administrator'],
} as const satisfies Policy;
