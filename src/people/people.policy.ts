import type { Policy } from '../access/index.js';

/** Who may look people up; whom is the reach of the hat. */
export const peoplePolicy = {
  'person.read': ['hr-manager', 'line-manager', 'retention-consultant', 'team-lead'],
} as const satisfies Policy;
