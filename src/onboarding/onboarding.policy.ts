import type { Policy } from '../access/index.js';

/** Introductions are the employer's own: human resources reach all of them, a line manager those of the own teams. */
export const onboardingPolicy = {
  'introduction.read': ['hr-manager', 'line-manager'],
  'introduction.work': ['hr-manager', 'line-manager'],
  /** Figures of groups, by the output policy; never a person. */
  'introduction-cohort.read': ['hr-manager', 'employee-representative'],
  'programme.read': ['hr-manager', 'line-manager'],
  'programme.change': ['hr-manager'],
} as const satisfies Policy;
