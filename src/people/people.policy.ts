import type { Policy } from '../access/index.js';

/** Who may look people up; whom is the reach of the hat. */
export const peoplePolicy = {
  'person.read': ['hr-manager', 'line-manager', 'retention-consultant', 'team-lead'],
  'person.private-data.read': ['hr-manager'],
  'cpr.decide': ['administrator'],
  'person.hold': ['hr-manager'],
  'person.erase': ['hr-manager'],
} as const satisfies Policy;
