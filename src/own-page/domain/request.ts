/** What an employee can ask for on their own page. */
export const REQUEST_KINDS = ['talk', 'plan', 'correction', 'objection', 'look-up-names'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

export const REQUEST_STATES = ['asked', 'decided', 'withdrawn'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

export const REQUEST_OUTCOMES = ['granted', 'refused'] as const;
export type RequestOutcome = (typeof REQUEST_OUTCOMES)[number];

/** Kinds that say nothing without words of the employee's own. */
const WORDY: readonly RequestKind[] = ['correction', 'objection'];

export const wantsText = (kind: RequestKind): boolean => WORDY.includes(kind);

/**
 * What a decision on an objection does to the pause that it brought: upheld, it stays; refused in writing, the signals go
 * to consultants again (GDPR art. 21).
 */
export const endsPause = (kind: RequestKind, outcome: RequestOutcome): boolean =>
  kind === 'objection' && outcome === 'refused';

/** A look-up and the instant up to which names were granted; null where they never were (C-579/21). */
export const isNameShown = (lookedAt: Date, grantedAt: Date | null): boolean =>
  grantedAt !== null && lookedAt.getTime() <= grantedAt.getTime();
