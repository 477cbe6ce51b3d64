import type { Policy } from '../../access/index.js';

/**
 * Who sees what of surveys' results. A line manager sees the own units and those below; a representative the figures,
 * never the comments, which are written to the employer.
 */
export const resultsPolicy = {
  'survey-result.read': ['hr-manager', 'line-manager', 'employee-representative'],
  'survey-comment.read': ['hr-manager', 'line-manager'],
  'survey-result.export': ['hr-manager'],
  'survey-absence.read': ['hr-manager'],
  'action-plan.read': ['hr-manager', 'line-manager', 'employee-representative'],
  'action-plan.write': ['hr-manager', 'line-manager'],
  'apv.read': ['hr-manager', 'employee-representative'],
  'apv.record': ['hr-manager'],
} as const satisfies Policy;
