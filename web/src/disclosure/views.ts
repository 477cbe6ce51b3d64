import type { Views } from '../api/client';

export type OutputPolicy = Views['OutputPolicyView'];
export type Limits = Views['OutputNumbersView'];

/** In the order in which they are shown. */
export const LIMITS = [
  'persons',
  'absentPersons',
  'largestShare',
  'count',
  'shareBase',
  'answers',
  'offensive',
  'comments',
] as const satisfies readonly (keyof Limits)[];
export type Limit = (typeof LIMITS)[number];
