/** How broadly the work was done (definitions 4.5-4.6): only broad work has been seen to have an effect. */
export const FIDELITY = [
  'conversations-in-time',
  'plans-alive',
  'introductions-in-time',
  'rounds-followed-by-action',
] as const;
export type FidelityKind = (typeof FIDELITY)[number];

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
}

/** A share needs so many to be of (definitions 6.2). */
const LEAST_OF = 10;
/** These count plans and rounds, not persons. */
const OF_NO_PERSONS: readonly FidelityKind[] = ['plans-alive', 'rounds-followed-by-action'];

/** Shares over all employers; what nobody has recorded is not yet measured, which is no 0. */
export const fidelityOf = (counts: readonly FidelityCount[]): FidelityFigure[] =>
  FIDELITY.map((kind) => {
    const own = counts.filter((count) => count.kind === kind);
    const total = (field: 'of' | 'done'): number => own.reduce((sum, count) => sum + count[field], 0);
    const of = total('of');
    if (of === 0) return { kind, state: 'not-yet-measured', percent: null };
    if (of < LEAST_OF && !OF_NO_PERSONS.includes(kind)) return { kind, state: 'too-few', percent: null };
    return { kind, state: 'measured', percent: Math.round((100 * total('done')) / of) };
  });
