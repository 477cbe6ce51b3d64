export const SIGNAL_STATES = ['unclaimed', 'claimed', 'acted', 'ended', 'withdrawn'] as const;
export type SignalState = (typeof SIGNAL_STATES)[number];

/**
 * Which signals a worklist shows: `open` are those nobody has acted on while they stand, `due` those of them whose day
 * has come, `done` all the others.
 */
export const SIGNAL_FILTERS = ['open', 'due', 'mine', 'done', 'all', ...SIGNAL_STATES] as const;
export type SignalFilter = (typeof SIGNAL_FILTERS)[number];

/** What a signal is about. */
export const SIGNAL_BASES = ['absence', 'unit', 'introduction'] as const;
export type SignalBasis = (typeof SIGNAL_BASES)[number];

export interface SignalMarks {
  readonly claimedByHat: string | null;
  readonly actedAt: Date | null;
  readonly reasonEndedOn: string | null;
  readonly withdrawnAt: Date | null;
}

/** Where a signal stands; one that a correction took the reason from is withdrawn whatever came before. */
export const stateOf = (signal: SignalMarks): SignalState => {
  if (signal.withdrawnAt !== null) return 'withdrawn';
  if (signal.actedAt !== null) return 'acted';
  if (signal.reasonEndedOn !== null) return 'ended';
  return signal.claimedByHat === null ? 'unclaimed' : 'claimed';
};
