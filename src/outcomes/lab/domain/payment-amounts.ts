import { normalPoint } from '../../../evidence/distributions.js';
import { asFigure, Exact, type Oere } from '../../../shared/money.js';
import type { EffectTerm, PaymentTerms } from '../../../partnerships/index.js';
import { settle } from '../../domain/settlement.js';
import { chanceOfCount, type CountRule } from './payment-chance.js';

/** What a period's payment would be worked out from beside the estimate. */
export interface PaymentGrounds {
  readonly term: Omit<EffectTerm, 'kind' | 'id'>;
  readonly periodCap: Oere | null;
  /** Units (days, spells) of the treated that were to be expected in the period. */
  readonly expected: number;
  /** Of the estimate, as a share of the expected. */
  readonly error: number;
  /** One-sided, of the lower bound. */
  readonly level: number;
  /** Standard deviation of true effects, as a share of the expected, for the shrunk rule. */
  readonly tau: number;
}

const text = (figure: number): string => asFigure(new Exact(figure.toPrecision(12)));

const termsOf = ({ term, periodCap }: PaymentGrounds): PaymentTerms => ({
  payersPurse: term.purse,
  terms: [{ ...term, kind: 'effect', id: 'effect' }],
  periodCap,
  contractCap: null,
  carriesOver: false,
  vat: '0',
});

/** What a period pays when this share of the expected is estimated to be avoided: the statement's own arithmetic. */
export const paymentFor = (grounds: PaymentGrounds, estimate: number): Oere => {
  const { expected, error, level, tau } = grounds;
  const bound = estimate - normalPoint(1 - level) * error;
  return settle({
    agreed: termsOf(grounds),
    guardrails: [],
    figures: {
      effect: {
        expected: text(expected),
        observed: text(expected * (1 - estimate)),
        lowerBound: text(expected * bound),
        standardError: text(expected * error),
        tau: text(expected * tau),
      },
    },
    guardrailFigures: {},
    carryIn: 0,
    paidEarlier: 0,
  }).payable;
};

/** Estimates lie at so many equally likely places. */
const PLACES = 200;
const LIKELY = Array.from({ length: PLACES }, (_, place) => normalPoint((place + 0.5) / PLACES));

export interface PaymentRow {
  /** The true share avoided. */
  readonly effect: number;
  /** How often anything is paid. */
  readonly chance: number;
  readonly mean: Oere;
  readonly low: Oere;
  readonly middle: Oere;
  readonly high: Oere;
}

/** The true effects that a distribution is shown for. */
export const SHOWN_EFFECTS = [-0.05, 0, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.25, 0.3] as const;

/** How a period's payment is spread for a true effect: 10th, 50th and 90th percentile of what estimates would pay. */
export const paymentsOver = (
  grounds: PaymentGrounds,
  effects: readonly number[] = SHOWN_EFFECTS,
): PaymentRow[] =>
  effects.map((effect) => {
    // Payment never falls as the estimate rises, so these are in order.
    const paid = LIKELY.map((z) => paymentFor(grounds, effect + z * grounds.error));
    const at = (share: number): Oere => paid[Math.round(share * PLACES)] ?? 0;
    return {
      effect,
      chance: paid.filter((amount) => amount > 0).length / PLACES,
      mean: Math.round(paid.reduce((sum, amount) => sum + amount, 0) / PLACES),
      low: at(0.1),
      middle: at(0.5),
      high: at(0.9),
    };
  });

/** What a count pays: the statement's arithmetic for so many left. */
const paymentForCount = ({ term, periodCap }: PaymentGrounds, rule: CountRule, observed: number): Oere =>
  settle({
    agreed: {
      payersPurse: term.purse,
      terms: [
        {
          kind: 'count',
          id: 'count',
          counted: 'stock',
          below: rule.below,
          purse: term.purse,
          attribution: term.attribution,
          rate: term.rate,
          costs: term.costs,
          share: term.share,
        },
      ],
      periodCap,
      contractCap: null,
      carriesOver: false,
      vat: '0',
    },
    guardrails: [],
    figures: { count: { expected: text(rule.expected), observed } },
    guardrailFigures: {},
    carryIn: 0,
    paidEarlier: 0,
  }).payable;

/** How often the count is each of the numbers that pay, all others together last; and what each pays. */
export const countedPayments = (
  grounds: PaymentGrounds,
  rule: CountRule,
  effects: readonly number[] = SHOWN_EFFECTS,
): PaymentRow[] => {
  const paid = Array.from({ length: rule.below }, (_none, left) => paymentForCount(grounds, rule, left));
  return effects.map((effect) => {
    const below = Array.from({ length: rule.below + 1 }, (_none, left) =>
      chanceOfCount({ ...rule, below: left }, effect),
    );
    const chance = below[rule.below] ?? 0;
    // Fewer left pay more, so the payment that is reached with probability p is that of the p-quantile of those left.
    const at = (share: number): Oere => {
      const left = below.findIndex((under, place) => place > 0 && under >= 1 - share);
      return left < 0 ? 0 : (paid[left - 1] ?? 0);
    };
    const mean = paid.reduce(
      (sum, amount, left) => sum + amount * ((below[left + 1] ?? 0) - (below[left] ?? 0)),
      0,
    );
    return { effect, chance, mean: Math.round(mean), low: at(0.1), middle: at(0.5), high: at(0.9) };
  });
};
