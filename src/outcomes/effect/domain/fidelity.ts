import { isSmallCount, strictestOf, type DisclosureLimits } from '../../../disclosure/index.js';

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
  /** The visits by which workplaces were visited. */
  readonly visits?: number;
}

/** How broadly the work was done at one employer, and that employer's own numbers of the output policy. */
export interface EmployerFidelity {
  readonly counts: readonly FidelityCount[];
  readonly limits: DisclosureLimits;
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

/** These count plans, rounds and workplaces, not persons. */
const OF_NO_PERSONS: readonly FidelityKind[] = [
  'plans-alive',
  'rounds-followed-by-action',
  'workplaces-visited',
];

/** A share or mean needs enough to be of; that a few visits were made is told by no share either (definitions 6.2). */
const stateOf = (
  kind: FidelityKind,
  { of, visits }: { readonly of: number; readonly visits: number },
  limits: DisclosureLimits,
): FidelityState => {
  if (of === 0) return 'not-yet-measured';
  const isFew = of < limits.shareBase && !OF_NO_PERSONS.includes(kind);
  return isFew || isSmallCount(visits, limits) ? 'too-few' : 'measured';
};

/** Shares and waiting over all employers; what nobody has recorded is not yet measured, which is no 0. */
export const fidelityOf = (employers: readonly EmployerFidelity[]): FidelityFigure[] => {
  const limits = strictestOf(employers.map((employer) => employer.limits));
  const counts = employers.flatMap((employer) => employer.counts);
  return FIDELITY.map((kind) => {
    const own = counts.filter((count) => count.kind === kind);
    const total = (amount: (count: FidelityCount) => number): number =>
      own.reduce((sum, count) => sum + amount(count), 0);
    const of = total((count) => count.of);
    const state = stateOf(kind, { of, visits: total(({ visits = 0 }) => visits) }, limits);
    const ratio = total(({ done }) => done) / of;
    const isWaiting = kind === 'waiting-days';
    return {
      kind,
      state,
      percent: state === 'measured' && !isWaiting ? Math.round(100 * ratio) : null,
      days: state === 'measured' && isWaiting ? Math.round(ratio) : null,
    };
  });
};
