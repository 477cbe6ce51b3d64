import type { Policy } from '../access/index.js';

/** The page is of whom it is about; what is asked there is decided by human resources. */
export const ownPagePolicy = {
  'own-page.read': ['employee'],
  'own-page.ask': ['employee'],
  'request.read': ['hr-manager'],
  'request.decide': ['hr-manager'],
} as const satisfies Policy;
