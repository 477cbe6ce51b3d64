import type { Atoms } from '../../disclosure/index.js';
import type { Quantity } from './decisions.js';
import type { ReportFacts } from './facts.js';

/** The figures of a report, absence first (definitions 7), then activity, which is no result (7.4). */
export const MEASURES = [
  'absence-rate',
  'days-per-fte',
  'spells-ended',
  'spells-begun',
  'short-share',
  'medium-share',
  'long-share',
  'signals-raised',
  'signals-due',
  'contacted-in-time',
  'contact-attempted',
  'recorded-late',
  'learned-late',
  'cases-opened',
  'cases-closed',
] as const;
export type Measure = (typeof MEASURES)[number];

/** A count has no denominator. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number | null;
}

/** The days of a period, and whose figures are asked for. */
export interface Asked {
  readonly facts: ReportFacts;
  readonly atoms: Atoms;
  /** Calendar days of the period. */
  readonly days: number;
}

const DAYS_OF_A_YEAR = 365;

const absenceDays = ({ facts, atoms }: Asked): number => facts.amounts('absence-days', atoms)[0] ?? 0;

const shareOfDays =
  (lengthClass: number) =>
  (asked: Asked): Ratio => ({
    numerator: asked.facts.amounts('days-by-length', asked.atoms)[lengthClass] ?? 0,
    denominator: absenceDays(asked),
  });

const perPersonYear =
  (quantity: 'spells-ended' | 'spells-begun') =>
  ({ facts, atoms }: Asked): Ratio => ({
    numerator: facts.amounts(quantity, atoms)[0] ?? 0,
    denominator: facts.exposure(atoms).personDays / DAYS_OF_A_YEAR,
  });

const counted =
  (activity: Parameters<ReportFacts['count']>[0]) =>
  ({ facts, atoms }: Asked): Ratio => ({ numerator: facts.count(activity, atoms), denominator: null });

interface MeasureRule {
  /** By whose decision it is shown. */
  readonly quantity: Quantity;
  ratio(asked: Asked): Ratio;
}

/** How each figure is made: dagsværk over possible dagsværk, over full-time posts, spells over person-years, counts. */
export const MEASURE_RULES: Readonly<Record<Measure, MeasureRule>> = {
  'absence-rate': {
    quantity: 'absence-days',
    ratio: (asked) => ({
      numerator: absenceDays(asked),
      denominator: asked.facts.exposure(asked.atoms).possibleDays,
    }),
  },
  'days-per-fte': {
    quantity: 'absence-days',
    ratio: (asked) => ({
      numerator: absenceDays(asked),
      denominator: asked.facts.exposure(asked.atoms).fteDays / asked.days,
    }),
  },
  'spells-ended': { quantity: 'spells-ended', ratio: perPersonYear('spells-ended') },
  'spells-begun': { quantity: 'spells-begun', ratio: perPersonYear('spells-begun') },
  'short-share': { quantity: 'days-by-length', ratio: shareOfDays(0) },
  'medium-share': { quantity: 'days-by-length', ratio: shareOfDays(1) },
  'long-share': { quantity: 'days-by-length', ratio: shareOfDays(2) },
  'signals-raised': { quantity: 'signals-raised', ratio: counted('signals-raised') },
  'signals-due': { quantity: 'signals-due', ratio: counted('signals-due') },
  'contacted-in-time': {
    quantity: 'contacted-in-time',
    ratio: ({ facts, atoms }) => ({
      numerator: facts.count('signals-in-time', atoms),
      denominator: facts.count('signals-due', atoms),
    }),
  },
  'contact-attempted': { quantity: 'contact-attempted', ratio: counted('contact-attempted') },
  'recorded-late': { quantity: 'recorded-late', ratio: counted('recorded-late') },
  'learned-late': { quantity: 'learned-late', ratio: counted('learned-late') },
  'cases-opened': { quantity: 'cases-opened', ratio: counted('cases-opened') },
  'cases-closed': { quantity: 'cases-closed', ratio: counted('cases-closed') },
};

const ACTIVITY_FROM = MEASURES.indexOf('signals-raised');

/** Measures of absence; a group that is only compared with has no others. */
export const ABSENCE_MEASURES = MEASURES.slice(0, ACTIVITY_FROM);
export const isActivity = (measure: Measure): boolean => MEASURES.indexOf(measure) >= ACTIVITY_FROM;
