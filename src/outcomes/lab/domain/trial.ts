import type { Choice, DecimalText, EvidenceRule, Purse } from '../../../partnerships/index.js';
import type { Reason } from '../../../disclosure/index.js';
import type { Oere } from '../../../shared/money.js';
import {
  detectable,
  errorOf,
  TABLE_SIZES,
  type DetectableRow,
  type OwnFigures,
  type Sizes,
} from './detectable.js';
import type { IndicatorFigures, LabMeasure } from './indicator-moments.js';
import { countedPayments, paymentsOver, type PaymentGrounds, type PaymentRow } from './payment-amounts.js';
import {
  chanceOfPayment,
  falsePayments,
  TABLE_THRESHOLDS,
  type CountRule,
  type EffectRule,
  type FalsePaymentRow,
} from './payment-chance.js';
import {
  groundsOf,
  RECOMMENDED_LEVEL,
  suitabilities,
  type Grounds,
  type Suitability,
} from './recommendation.js';
import type { Return } from './regression-to-the-mean.js';
import { simulatedChance, simulateEstimates } from './simulation.js';

/** Units and persons that are supposed instead of those of the chosen units. */
export interface SupposedSize {
  readonly treatedUnits: number;
  readonly comparedUnits: number;
  readonly personsPerUnit: number;
}

export interface MoneyTerms {
  readonly purse: Purse;
  readonly rate: Oere;
  readonly costs: Oere;
  readonly share: DecimalText;
  readonly attribution: DecimalText;
  readonly periodCap: Oere | null;
}

/** What is tried: who, by which indicator, and what would be paid when. Shares are of 1. */
export interface TrialQuestion {
  /** Own figures of the chosen workplaces, or the published ones. */
  readonly basis: 'own' | 'published';
  readonly treated: readonly string[];
  readonly compared: readonly string[];
  readonly size: SupposedSize | null;
  readonly choice: Choice;
  readonly measure: LabMeasure;
  readonly rule: EvidenceRule | 'count';
  readonly threshold: number;
  readonly level: number;
  readonly tau: number;
  readonly count: CountRule | null;
  readonly target: number;
  readonly money: MoneyTerms;
}

/** What was found about one indicator, or why it may not be known. */
export interface TriedIndicator {
  readonly measure: LabMeasure;
  readonly figures: (OwnFigures & Partial<IndicatorFigures>) | null;
  readonly reason: Reason | null;
  /** Of all the amount, what the twentieth of persons with most of it holds; null where too few, or not all units are asked about. */
  readonly topShare: number | null;
  readonly detectable: readonly DetectableRow[];
}

export const SHOWN_RULES = [
  'point-5',
  'point-7.5',
  'point-10',
  'point-15',
  'shrunk',
  'lower-bound',
  'asked',
] as const;

/** How often one rule pays: without effect, in closed form and among simulated partnerships, and when the target is met. */
export interface TriedRule {
  readonly rule: (typeof SHOWN_RULES)[number];
  readonly threshold: number;
  readonly forNothing: number;
  readonly forNothingSimulated: number | null;
  readonly atTarget: number;
}

export interface TrialAnswer extends Grounds {
  readonly units: { readonly treated: number; readonly comparison: number };
  readonly sizes: Sizes;
  /** Persons of the largest unit over those of the mean one. */
  readonly imbalance: number;
  readonly indicators: readonly TriedIndicator[];
  readonly rules: readonly TriedRule[];
  readonly falsePayments: readonly FalsePaymentRow[];
  readonly payments: readonly PaymentRow[];
  /** The same money by the recommended rule: the lower bound above 0. */
  readonly recommendedPayments: readonly PaymentRow[];
  readonly regression: Return | null;
  readonly suitable: readonly Suitability[];
  readonly simulation: { readonly runs: number; readonly seed: number } | null;
}

/** What a trial rests on: figures as they were released. */
export interface TrialGrounds {
  readonly figures: ReadonlyMap<LabMeasure, OwnFigures & Partial<IndicatorFigures>>;
  readonly hidden: ReadonlyMap<LabMeasure, Reason>;
  readonly topShares: ReadonlyMap<LabMeasure, number>;
  readonly units: { readonly treated: number; readonly comparison: number };
  readonly sizes: Sizes;
  /** Persons of the largest unit over those of the mean one. */
  readonly imbalance: number;
  readonly regression: Return | null;
}

const SEED = 20_261;
/** So many units are drawn in all: the answer is to come at once. */
const MOST_DRAWN = 40_000;

const BOUND: EffectRule = { evidence: 'lower-bound', threshold: 0, level: RECOMMENDED_LEVEL };

const effectRule = ({ rule, threshold, level, tau }: TrialQuestion): EffectRule | null => {
  if (rule === 'count') return null;
  if (rule === 'point') return { evidence: rule, threshold };
  return rule === 'shrunk' ? { evidence: rule, threshold, tau } : { evidence: rule, threshold, level };
};

const rulesOf = (question: TrialQuestion): readonly (readonly [TriedRule['rule'], EffectRule])[] => {
  const asked = effectRule(question);
  const points = TABLE_THRESHOLDS.map(
    (threshold) =>
      [`point-${(100 * threshold) as 5 | 7.5 | 10 | 15}`, { evidence: 'point', threshold }] as const,
  );
  return [
    ...points,
    ['shrunk', { evidence: 'shrunk', threshold: 0.05, tau: question.tau }],
    ['lower-bound', BOUND],
    ...(asked ? [['asked', asked] as const] : []),
  ];
};

const triedRules = (question: TrialQuestion, grounds: TrialGrounds, figures: OwnFigures) => {
  const { units, sizes } = grounds;
  const error = errorOf(figures, sizes);
  const all = units.treated + units.comparison;
  const runs = Math.max(200, Math.min(1000, Math.floor(MOST_DRAWN / Math.max(1, all))));
  const canSimulate = units.treated > 0 && units.comparison > 0 && all > 2 && all <= 400;
  const nothing = canSimulate
    ? simulateEstimates({
        figures: { ...figures, unitSize: (sizes.treated + sizes.compared) / all },
        treatedUnits: units.treated,
        comparedUnits: units.comparison,
        effect: 0,
        runs,
        seed: SEED,
      })
    : null;
  const rules = rulesOf(question).map(([name, rule]): TriedRule => ({
    rule: name,
    threshold: rule.threshold,
    forNothing: chanceOfPayment(rule, error),
    forNothingSimulated: nothing && simulatedChance(rule, nothing),
    atTarget: chanceOfPayment(rule, error, question.target),
  }));
  return { rules, simulation: canSimulate ? { runs, seed: SEED } : null };
};

/** Units of the measure to be expected of the treated in a year. */
const paymentGrounds = (
  { money, rule, threshold, level, tau }: TrialQuestion,
  expected: number,
  error: number,
): PaymentGrounds => {
  const { periodCap, ...term } = money;
  return {
    term: { ...term, evidence: rule === 'count' ? 'point' : rule, threshold: String(threshold) },
    periodCap,
    expected,
    error,
    level,
    tau,
  };
};

const payments = (question: TrialQuestion, figures: OwnFigures & Partial<IndicatorFigures>, sizes: Sizes) => {
  const error = errorOf(figures, sizes);
  const grounds = paymentGrounds(question, (figures.mean ?? 0) * sizes.treated, error);
  const recommended: PaymentGrounds = {
    ...grounds,
    level: RECOMMENDED_LEVEL,
    term: { ...grounds.term, evidence: 'lower-bound', threshold: null },
  };
  const asked = question.count ? countedPayments(grounds, question.count) : paymentsOver(grounds);
  return { payments: asked, recommendedPayments: paymentsOver(recommended) };
};

const NO_PAYMENTS = { payments: [], recommendedPayments: [] };

/** What the lab answers. The same question about the same figures has the same answer. */
export const answerTrial = (question: TrialQuestion, grounds: TrialGrounds): TrialAnswer => {
  const { figures, hidden, units, sizes } = grounds;
  const own = figures.get(question.measure);
  const hasArms = sizes.treated > 0 && sizes.compared > 0;
  const table = TABLE_SIZES.map((persons) => ({ treated: persons, compared: persons }));
  const tried = own && hasArms ? triedRules(question, grounds, own) : { rules: [], simulation: null };
  return {
    ...groundsOf(question.choice, units, question.level, grounds.imbalance),
    units,
    sizes,
    imbalance: grounds.imbalance,
    indicators: [...figures.keys(), ...hidden.keys()].map((measure) => {
      const found = figures.get(measure);
      const wanted = hasArms ? [sizes, ...table] : table;
      return {
        measure,
        figures: found ?? null,
        reason: hidden.get(measure) ?? null,
        topShare: grounds.topShares.get(measure) ?? null,
        detectable: found ? wanted.map((each) => detectable(found, each)) : [],
      };
    }),
    ...tried,
    falsePayments: own ? table.map((each) => falsePayments(each.treated, errorOf(own, each))) : [],
    ...(own && hasArms && own.mean !== undefined ? payments(question, own, sizes) : NO_PAYMENTS),
    regression: grounds.regression,
    suitable: hasArms ? suitabilities(figures, sizes, question.target) : [],
  };
};
