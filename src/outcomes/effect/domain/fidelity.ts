/** How broadly the work was done (definitions 4.5-4.6): only broad work has been seen to have an effect. */
export const FIDELITY = [
  'conversations-in-time',
  'plans-alive',
  'introductions-in-time',
  'rounds-followed-by-action',
  'workplaces-visited',
  'referrals-held',
  'waiting-days',
] as const;
export type FidelityKind = (typeof FIDELITY)[number];

/** What was done out of how many; of waiting the days, out of the referrals held. */
export interface FidelityCount {
  readonly kind: FidelityKind;
  readonly of: number;
  readonly done: number;
}

export type FidelityState = 'measured' | 'not-yet-measured' | 'too-few';

export interface FidelityFigure {
  readonly kind: FidelityKind;
  readonly state: FidelityState;
  /** Whole per cent; null where there is none to show. */
  readonly percent: number | null;
  /** Whole days that a referral waited; null where there are none to show. */
  readonly days: number | null;
}

/** A share needs so many to be of (definitions 6.2). */
const LEAST_OF = 10;
/** These count plans, rounds and workplaces, not persons. */
const OF_NO_PERSONS: readonly FidelityKind[] = [
  'plans-alive',
  'rounds-followed-by-action',
  'workplaces-visited',
];

const stateOf = (kind: FidelityKind, of: number): FidelityState => {
  if (of === 0) return 'not-yet-measured';
  return of < LEAST_OF && !OF_NO_PERSONS.includes(kind) ? 'too-few' : 'measured';
};

/** Shares and waiting over all employers; what nobody has recorded is not yet measured, which is no 0. */
export const fidelityOf = (counts: readonly FidelityCount[]): FidelityFigure[] =>
  FIDELITY.map((kind) => {
    const own = counts.filter((count) => count.kind === kind);
    const total = (field: 'of' | 'done'): number => own.reduce((sum, count) => sum + count[field], 0);
    const state = stateOf(kind, total('of'));
    const ratio = total('done') / total('of');
    const isWaiting = kind === 'waiting-days';
    return {
      kind,
      state,
      percent: state === 'measured' && !isWaiting ? Math.round(100 * ratio) : null,
      days: state === 'measured' && isWaiting ? Math.round(ratio) : null,
    };
  });
