import type { Policy } from '../access/index.js';

export const organisationsPolicy = {
  'unit.read': ['hr-manager', 'administrator', 'line-manager', 'retention-consultant', 'team-lead'],
  'unit.reorganise': ['hr-manager', 'administrator'],
  'go-live.read': ['hr-manager', 'administrator', 'employee-representative'],
  'go-live.record': ['hr-manager', 'administrator'],
} as const satisfies Policy;
