import {
  atomOf,
  atomsOf,
  decideCounts,
  decideShares,
  unitFamily,
  type Atoms,
  type DisclosureLimits,
  type LedgerLine,
  type Reason,
  type ReleasedCell,
} from '../../../disclosure/index.js';
import type { LocalDate } from '../../../shared/local-date.js';
import { monthsOf, type Period } from '../../../shared/period.js';

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

/**
 * Those that persons stand behind pass the release ledger: under the name that reports write there where both tell the
 * same. Plans and rounds are nobody's.
 */
const LEDGER_MEASURES = {
  'conversations-in-time': 'contacted-in-time',
  'introductions-in-time': 'introductions-in-time',
  'workplaces-visited': 'workplace-visits',
  'referrals-held': 'referrals-asked-held',
  'waiting-days': 'waiting-days',
} as const satisfies Readonly<Partial<Record<FidelityKind, string>>>;

type PersonalKind = keyof typeof LEDGER_MEASURES;
type LedgerMeasure = (typeof LEDGER_MEASURES)[PersonalKind];

/** What of the ledger these figures are held against. */
export const FIDELITY_MEASURES: ReadonlySet<string> = new Set(Object.values(LEDGER_MEASURES));

const isPersonal = (kind: FidelityKind): kind is PersonalKind => kind in LEDGER_MEASURES;

/** What was done out of how many at a workplace in a month; of waiting the days, of visits themselves. */
export interface FidelityFact {
  readonly kind: PersonalKind;
  readonly workplace: string;
  /** Its first day. */
  readonly month: string;
  readonly of: number;
  readonly done: number;
}

/** What was done out of how many plans, rounds or workplaces. */
export interface WorkCount {
  readonly kind: Exclude<FidelityKind, PersonalKind> | 'workplaces-visited';
  readonly of: number;
  readonly done: number;
}

export interface FidelityGrounds {
  readonly facts: readonly FidelityFact[];
  readonly counts: readonly WorkCount[];
  /** The treated workplaces. */
  readonly units: readonly string[];
  readonly period: Period;
  readonly limits: DisclosureLimits;
  /** What has left by any exit. */
  readonly earlier: readonly ReleasedCell<string>[];
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

export interface DecidedFidelity {
  readonly figures: readonly FidelityFigure[];
  /** What goes into the release ledger. */
  readonly lines: readonly LedgerLine<LedgerMeasure>[];
}

interface Sum {
  readonly of: number;
  readonly done: number;
}

const sumOf = (counts: readonly Sum[]): Sum =>
  counts.reduce((sum: Sum, { of, done }) => ({ of: sum.of + of, done: sum.done + done }), { of: 0, done: 0 });

const CELL = 'treated';

interface Decision {
  readonly kind: PersonalKind;
  readonly sum: Sum;
  readonly reason: Reason | null;
}

const decide = (kind: PersonalKind, grounds: FidelityGrounds): Decision => {
  const { facts, units, period, limits } = grounds;
  const own = facts.filter((fact) => fact.kind === kind);
  const at = (atoms: Atoms): Sum =>
    sumOf(own.filter(({ workplace, month }) => atoms.has(atomOf(workplace, month))));
  const months: readonly LocalDate[] = monthsOf(period);
  const earlier = grounds.earlier.filter(({ measure }) => measure === LEDGER_MEASURES[kind]);
  const asked = { root: unitFamily(CELL, units, months, []), limits, earlier };
  const shareOf = (atoms: Atoms) => ({ numerator: at(atoms).done, denominator: at(atoms).of });
  const decided =
    kind === 'workplaces-visited'
      ? decideCounts((atoms) => at(atoms).of, asked)
      : decideShares(shareOf, asked);
  return { kind, sum: at(atomsOf(units, months)), reason: decided.get(CELL) ?? null };
};

const lineOf = (
  { kind, sum, reason }: Decision,
  { units, period }: FidelityGrounds,
): LedgerLine<LedgerMeasure> => ({
  measure: LEDGER_MEASURES[kind],
  cell: CELL,
  units,
  from: period.from,
  to: period.to,
  reason,
  amounts: reason === null ? (kind === 'workplaces-visited' ? [sum.of] : [sum.done, sum.of]) : null,
});

const figureOf = (kind: FidelityKind, { of, done }: Sum, reason: Reason | null): FidelityFigure => {
  if (of === 0 || reason === 'nothing') return { kind, state: 'not-yet-measured', percent: null, days: null };
  if (reason !== null) return { kind, state: 'too-few', percent: null, days: null };
  return kind === 'waiting-days'
    ? { kind, state: 'measured', percent: null, days: Math.round(done / of) }
    : { kind, state: 'measured', percent: Math.round((100 * done) / of), days: null };
};

/**
 * Decides what is told of the work beside all that left before. What nobody has recorded is not yet measured, which is
 * no 0. A figure that was told before and has changed by too few since is told again as it was.
 *
 * @param before what was told by the same plan before
 */
export const decideFidelity = (
  grounds: FidelityGrounds,
  before: readonly FidelityFigure[] = [],
): DecidedFidelity => {
  const decisions = FIDELITY.filter(isPersonal).map((kind) => decide(kind, grounds));
  const figures = FIDELITY.map((kind) => {
    const decision = decisions.find((one) => one.kind === kind);
    const counted = grounds.counts.filter((count) => count.kind === kind);
    const sum = decision && counted.length === 0 ? decision.sum : sumOf(counted);
    const figure = figureOf(kind, sum, decision?.reason ?? null);
    const told = before.find((one) => one.kind === kind && one.state === 'measured');
    return decision && figure.state !== 'measured' && told ? told : figure;
  });
  return { figures, lines: decisions.map((decision) => lineOf(decision, grounds)) };
};
