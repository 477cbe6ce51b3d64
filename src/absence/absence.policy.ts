import type { Policy } from '../access/index.js';

/** Who may do what with absence; of whom is the reach of the hat. */
export const absencePolicy = {
  'overview.read': ['hr-manager'],
  'unit-figures.read': ['hr-manager'],
  'spell.read': ['hr-manager', 'line-manager', 'retention-consultant', 'team-lead'],
  'spell.report': ['hr-manager', 'line-manager'],
  'spell.correct': ['hr-manager', 'line-manager'],
  'spell.delete': ['hr-manager', 'line-manager'],
} as const satisfies Policy;
