import type { Policy } from '../../../access/index.js';

/** Figures of groups alone; who steers the partnership lets them out, as its reports. */
export const trackReleasesPolicy = {
  'track-figure.read': ['steering-member', 'evaluator', 'payer', 'investor', 'observer'],
  'track-figure.release': ['steering-member'],
} as const satisfies Policy;
