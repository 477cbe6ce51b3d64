import type { Policy } from '../../access/index.js';

/** Human resources ask; who answered is seen by nobody. */
export const roundsPolicy = {
  'survey.read': ['hr-manager'],
  'survey.plan': ['hr-manager'],
  'survey.close': ['hr-manager'],
  'survey.invite': ['hr-manager'],
} as const satisfies Policy;
