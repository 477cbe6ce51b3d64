import { negativeBinomialBelow, normalBelow, normalPoint } from '../../../evidence/distributions.js';

/** When an estimated effect opens payment. Thresholds and effects are shares of what was expected. */
export type EffectRule =
  | { readonly evidence: 'point'; readonly threshold: number }
  | { readonly evidence: 'lower-bound'; readonly threshold: number; readonly level: number }
  | { readonly evidence: 'shrunk'; readonly threshold: number; readonly tau: number };

/** Payment once a count is strictly below a number (definitions 9.1). */
export interface CountRule {
  /** How many there would be without the contract. */
  readonly expected: number;
  readonly below: number;
  /** How far the expected number itself may drift with nobody's doing, as a standard deviation over it. */
  readonly drift: number;
}

/** The smallest estimate that the rule counts as reaching its threshold. @param error of the estimate */
export const leastEstimate = (rule: EffectRule, error: number): number => {
  if (rule.evidence === 'point') return rule.threshold;
  if (rule.evidence === 'lower-bound') return rule.threshold + normalPoint(1 - rule.level) * error;
  return rule.threshold * (1 + (error / rule.tau) ** 2);
};

/** The probability that something is paid. @param effect the true one; 0 is none */
export const chanceOfPayment = (rule: EffectRule, error: number, effect = 0): number =>
  normalBelow((effect - leastEstimate(rule, error)) / error);

/** The same for a count: Poisson about a mean that itself drifts by a gamma, a negative binomial. */
export const chanceOfCount = ({ expected, below, drift }: CountRule, effect = 0): number =>
  negativeBinomialBelow(below, expected * (1 - effect), drift === 0 ? Infinity : 1 / drift ** 2);

/** The thresholds of the table of measures §5.5. */
export const TABLE_THRESHOLDS = [0.05, 0.075, 0.1, 0.15] as const;
/** The true effect that its last column is about. */
export const TABLE_EFFECT = 0.1;

export interface FalsePaymentRow {
  readonly persons: number;
  /** For each threshold on the point estimate how often it is paid for nothing. */
  readonly point: readonly number[];
  /** How often the one-sided 95 per cent lower bound is above 0 when a tenth is avoided; without effect it is .05. */
  readonly lowerBound: number;
}

export const falsePayments = (persons: number, error: number): FalsePaymentRow => ({
  persons,
  point: TABLE_THRESHOLDS.map((threshold) => chanceOfPayment({ evidence: 'point', threshold }, error)),
  lowerBound: chanceOfPayment({ evidence: 'lower-bound', threshold: 0, level: 0.05 }, error, TABLE_EFFECT),
});
