import { normalBelow, normalPoint } from './distributions.js';
import { EvidenceError } from './evidence-error.js';

/** Two arms that are measured before and after. Effects are shares of the mean: 0.1 is ten per cent. */
export interface PowerSetting {
  /** Persons (or units) in each arm. */
  readonly treated: number;
  readonly compared: number;
  /** Standard deviation over mean between persons in one period. */
  readonly variation: number;
  /** Of a person's outcome in one period with that in the other. */
  readonly correlation: number;
  /** Difference in differences, or analysis of covariance with the period before as covariate. */
  readonly method: 'difference-in-differences' | 'covariance';
  /** Persons in a cluster and how much of the variance lies between clusters; none unless told. */
  readonly clusterSize?: number;
  readonly intraclassCorrelation?: number;
}

/** @throws EvidenceError `bad-data` naming the number that cannot be. */
const requireSetting = (setting: PowerSetting): void => {
  const { treated, compared, variation, correlation, clusterSize = 1, intraclassCorrelation = 0 } = setting;
  const faults: readonly (readonly [boolean, string])[] = [
    [treated > 0 && compared > 0, 'each arm needs persons'],
    [variation > 0, 'variation must be above 0'],
    [correlation > -1 && correlation < 1, 'correlation must be between -1 and 1'],
    [clusterSize >= 1, 'a cluster has at least one person'],
    [intraclassCorrelation >= 0 && intraclassCorrelation <= 1, 'the intraclass correlation is from 0 to 1'],
  ];
  const fault = faults.find(([holds]) => !holds);
  if (fault) throw new EvidenceError('bad-data', fault[1]);
};

/**
 * The standard error of the effect as a share of the mean: CV √(2(1-ρ)(1/n₁ + 1/n₀)) √DEFF, with covariance 1-ρ² for
 * 2(1-ρ); DEFF = 1 + (m-1)·ICC (Kish). Supposes equal correlation between periods: with more periods than two see
 * Burlig, Preonas and Woerman 2020.
 */
export const effectError = (setting: PowerSetting): number => {
  requireSetting(setting);
  const { treated, compared, variation, correlation, clusterSize = 1, intraclassCorrelation = 0 } = setting;
  const kept = setting.method === 'covariance' ? 1 - correlation ** 2 : 2 * (1 - correlation);
  const inflation = 1 + (clusterSize - 1) * intraclassCorrelation;
  return variation * Math.sqrt(kept * (1 / treated + 1 / compared) * inflation);
};

/** The smallest effect that is found with the given power by a two-sided test of the given level. */
export const minimumDetectableEffect = (setting: PowerSetting, power = 0.8, level = 0.05): number =>
  (normalPoint(1 - level / 2) + normalPoint(power)) * effectError(setting);

/** The probability that the one-sided lower bound lies above 0 when the effect is `effect`. @param level 0.05 unless told */
export const powerOfLowerBound = (setting: PowerSetting, effect: number, level = 0.05): number =>
  normalBelow(effect / effectError(setting) - normalPoint(1 - level));

/** The probability that the point estimate reaches a threshold when the effect is `effect`. */
export const chanceOfReaching = (setting: PowerSetting, threshold: number, effect = 0): number =>
  normalBelow((effect - threshold) / effectError(setting));

/**
 * The coefficient of variation of a count with mean μ and negative binomial shape θ: √(1/μ + 1/θ).
 * @param shape the smaller, the more unequal persons are
 */
export const countVariation = (mean: number, shape: number): number => Math.sqrt(1 / mean + 1 / shape);

/**
 * What comes back by itself when units are chosen because they were high: (1 - ρ) times the excess over the mean
 * (regression to the mean; Galton). @returns in the unit of the excess
 */
export const expectedReturn = (excess: number, correlation: number): number => (1 - correlation) * excess;
