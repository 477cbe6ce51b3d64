import { inOrder } from '../programme.js';
import { CARE } from './care.js';
import { DAY_CARE } from './day-care.js';
import { OFFICE } from './office.js';
import { SCHOOL } from './school.js';
import { WORKSHOP } from './workshop.js';
import type { Template } from './written.js';

export type { Template } from './written.js';

/** Programmes to begin with, each step in its place. */
export const TEMPLATES: readonly Template[] = [CARE, DAY_CARE, SCHOOL, OFFICE, WORKSHOP].map((template) => ({
  ...template,
  steps: inOrder(template.steps),
}));
