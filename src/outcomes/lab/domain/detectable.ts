import { effectError, minimumDetectableEffect, type PowerSetting } from '../../../evidence/power.js';
import type { IndicatorFigures } from './indicator-moments.js';

/** What power is worked out from; an intraclass correlation that the own units cannot tell is the assumed one. */
export type OwnFigures = Pick<
  IndicatorFigures,
  'variation' | 'correlation' | 'intraclassCorrelation' | 'unitSize'
>;

export interface Sizes {
  /** Persons in each arm. */
  readonly treated: number;
  readonly compared: number;
}

/** Where too few units tell: measures §4.5. */
export const ASSUMED_INTRACLASS = 0.02;

export const settingOf = (
  figures: OwnFigures,
  sizes: Sizes,
  method: PowerSetting['method'] = 'difference-in-differences',
): PowerSetting => ({
  ...sizes,
  method,
  variation: figures.variation,
  correlation: figures.correlation,
  clusterSize: figures.unitSize,
  intraclassCorrelation: figures.intraclassCorrelation ?? ASSUMED_INTRACLASS,
});

/** The standard error of the effect, as a share of the mean. */
export const errorOf = (figures: OwnFigures, sizes: Sizes): number => effectError(settingOf(figures, sizes));

/** The sizes of arm that the table shows. */
export const TABLE_SIZES = [100, 250, 500, 1000, 2500, 5000] as const;

export interface DetectableRow extends Sizes {
  readonly differenceInDifferences: number;
  readonly covariance: number;
}

/** The smallest effect found 4 times in 5 by a two-sided test at 5 per cent, as a share of the mean. */
export const detectable = (figures: OwnFigures, sizes: Sizes): DetectableRow => ({
  ...sizes,
  differenceInDifferences: minimumDetectableEffect(settingOf(figures, sizes)),
  covariance: minimumDetectableEffect(settingOf(figures, sizes, 'covariance')),
});
