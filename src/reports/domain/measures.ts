import {
  absenceRate,
  daysPerFte,
  longShare,
  mediumShare,
  shortShare,
  spellsBegunPerPersonYear,
  spellsEndedPerPersonYear,
  type Facts,
} from '../../absence/index.js';
import type { Atoms } from '../../disclosure/index.js';
import type { Period } from '../../shared/period.js';
import type { CountedActivity, Quantity } from './decisions.js';
import type { AbsenceQuantity, ReportFacts } from './facts.js';

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
  'unit-cases-opened',
  'workplace-visits',
  'referrals-asked',
  'referrals-held',
  'referral-waiting',
] as const;
export type Measure = (typeof MEASURES)[number];

/** A count has no denominator. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number | null;
}

/** Whose figures are asked for, and of which days. */
export interface Asked {
  readonly facts: ReportFacts;
  readonly atoms: Atoms;
  readonly period: Period;
}

interface MeasureRule {
  /** By whose decision it is shown. */
  readonly quantity: Quantity;
  ratio(asked: Asked): Ratio;
}

const ofAbsence = (
  quantity: AbsenceQuantity,
  measure: (facts: Facts, period: Period) => Ratio,
): MeasureRule => ({
  quantity,
  ratio: ({ facts, atoms, period }) => measure(facts.together(atoms), period),
});

const counted = (activity: CountedActivity): MeasureRule => ({
  quantity: activity,
  ratio: ({ facts, atoms }) => ({ numerator: facts.count(activity, atoms), denominator: null }),
});

/** How each figure is made, and by which decision it is shown: of absence as everywhere in the product. */
export const MEASURE_RULES: Readonly<Record<Measure, MeasureRule>> = {
  'absence-rate': ofAbsence('absence-days', absenceRate),
  'days-per-fte': ofAbsence('absence-days', daysPerFte),
  'spells-ended': ofAbsence('spells-ended', spellsEndedPerPersonYear),
  'spells-begun': ofAbsence('spells-begun', spellsBegunPerPersonYear),
  'short-share': ofAbsence('days-by-length', shortShare),
  'medium-share': ofAbsence('days-by-length', mediumShare),
  'long-share': ofAbsence('days-by-length', longShare),
  'signals-raised': counted('signals-raised'),
  'signals-due': counted('signals-due'),
  'contacted-in-time': {
    quantity: 'contacted-in-time',
    ratio: ({ facts, atoms }) => ({
      numerator: facts.count('signals-in-time', atoms),
      denominator: facts.count('signals-due', atoms),
    }),
  },
  'contact-attempted': counted('contact-attempted'),
  'recorded-late': counted('recorded-late'),
  'learned-late': counted('learned-late'),
  'cases-opened': counted('cases-opened'),
  'cases-closed': counted('cases-closed'),
  'unit-cases-opened': counted('unit-cases-opened'),
  'workplace-visits': counted('workplace-visits'),
  'referrals-asked': counted('referrals-asked'),
  'referrals-held': counted('referrals-held'),
  'referral-waiting': {
    quantity: 'waiting-days',
    ratio: ({ facts, atoms }) => ({
      numerator: facts.count('waiting-days', atoms),
      denominator: facts.count('referrals-held', atoms),
    }),
  },
};

const ACTIVITY_FROM = MEASURES.indexOf('signals-raised');

/** Measures of absence; a group that is only compared with has no others. */
export const ABSENCE_MEASURES = MEASURES.slice(0, ACTIVITY_FROM);
export const isActivity = (measure: Measure): boolean => MEASURES.indexOf(measure) >= ACTIVITY_FROM;
