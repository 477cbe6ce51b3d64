import type { Policy } from '../access/index.js';

export const signalsPolicy = {
  'paper.read': ['hr-manager', 'administrator', 'employee-representative'],
  'rule.change': ['hr-manager', 'administrator'],
  'rule.read': [
    'hr-manager',
    'administrator',
    'line-manager',
    'employee-representative',
    'employee',
    'retention-consultant',
    'team-lead',
  ],
  'rule.trace': ['hr-manager', 'administrator', 'line-manager', 'employee-representative', 'employee'],
} as const satisfies Policy;
