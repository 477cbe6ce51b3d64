/** What stands in the way of doing the work as agreed. */
export const BARRIER_KINDS = [
  'leadership',
  'time',
  'staffing',
  'data',
  'cooperation',
  'knowledge',
  'other',
] as const;
export type BarrierKind = (typeof BARRIER_KINDS)[number];
