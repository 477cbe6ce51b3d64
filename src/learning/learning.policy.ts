import type { Policy } from '../access/index.js';

export const learningPolicy = {
  'course.read': ['hr-manager'],
  'course.record': ['hr-manager'],
  'competence.read': ['hr-manager'],
  'competence.record': ['hr-manager'],
} as const satisfies Policy;
