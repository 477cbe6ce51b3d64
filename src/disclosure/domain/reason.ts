/** Why a cell shows no figure. */
export const REASONS = [
  /** Nobody and nothing to count: no figure, and nothing hidden. */
  'nothing',
  /** Fewer persons with exposure than the minimum (definitions 6.1). */
  'too-few-persons',
  /** Fewer persons with absence than the minimum (definitions 6.1). */
  'too-few-absent',
  /** One person holds more than the allowed share (definitions 6.1). */
  'one-person-dominates',
  /** A count from 1 to one below the minimum (definitions 6.2). */
  'small-count',
  /** A share of too few (definitions 6.2). */
  'small-base',
  /** Hidden so that a hidden neighbour cannot be worked out from the total. */
  'complementary',
  /** Would tell, beside an earlier release, something about too few. */
  'difference',
  /** Stands or falls with another figure that is hidden. */
  'dependent',
] as const;
export type Reason = (typeof REASONS)[number];

/** Whether a figure with this reason would tell about too few; an empty one tells nothing. */
export const isTelling = (reason: Reason | null): reason is Exclude<Reason, 'nothing'> =>
  reason !== null && reason !== 'nothing';
