import {
  classicalCovariance,
  combine,
  coefficientOf,
  neweyWestCovariance,
  type Covariance,
} from './covariance.js';
import { CONSTANT, harmonics, placeOf, type Design } from './design.js';
import { ratioOf, type Estimate, type Ratio } from './estimate.js';
import { EvidenceError, requireNumbers } from './evidence-error.js';
import type { FamilyName } from './families.js';
import { generalisedLinear } from './generalised-linear.js';
import { fittedBy, leastSquares, type Fit } from './least-squares.js';
import { autocorrelation } from './residual-checks.js';
import { at, distinct, vector, type Numbers } from './vector.js';

/** A series that something interrupts, or two of which it interrupts one. One row a time and series, in order of time. */
export interface InterruptedSeries {
  readonly outcome: Numbers;
  /** Whole numbers that count periods. */
  readonly time: Numbers;
  /** The first time after the interruption. */
  readonly interruptedAt: number;
  /** 1 where a row belongs to the interrupted series, 0 where to the one it is compared with; all 1 when left out. */
  readonly interrupted?: Numbers;
  /** What the outcome is counted over; its logarithm is the offset. For families of counts. */
  readonly exposure?: Numbers;
}

export interface InterruptedSeriesModel {
  /** `linear` for an outcome that is a number, else a family of counts. */
  readonly family: 'linear' | FamilyName;
  /** Whether the trend may change besides the level. */
  readonly slopeChange: boolean;
  /** How many periods make a year and how many waves it has; none unless told. */
  readonly season?: { readonly period: number; readonly pairs: number };
  /** How far apart errors may go together; by the number of times unless told. 0 with `classical` errors. */
  readonly lags?: number;
  readonly errors?: 'Newey-West' | 'classical';
  readonly confidence?: number;
}

export interface InterruptedSeriesEffect {
  /** The step at the interruption, with two series over that of the other; on the log scale for counts. */
  readonly level: Estimate;
  /** The same as a ratio, for counts. */
  readonly levelRatio: Ratio | null;
  /** The change of the trend per period; null where it may not change. */
  readonly slope: Estimate | null;
  /** The mean of the effect over the times after it. */
  readonly average: Estimate;
  readonly averageRatio: Ratio | null;
  readonly coefficients: readonly (Estimate & { readonly name: string })[];
  /** What the model says a row is, and what it would be without the interruption. */
  readonly fitted: Float64Array;
  readonly withoutInterruption: Float64Array;
  readonly dispersion: number;
  /** Of the residuals of the interrupted series: neighbours alike (1), independent (0), opposite (-1). */
  readonly residualAutocorrelation: number;
  readonly covariance: { readonly kind: Covariance['kind']; readonly lags: number; readonly times: number };
}

const LEVEL = 'level after';
const SLOPE = 'slope after';

/**
 * Interrupted time series by segmented regression (Lopez Bernal, Cummins and Gasparrini 2017), controlled where a
 * second series is given (the same 2018): level and trend before, step and change of trend after, harmonics of the
 * year; the effect is that of the interrupted series less that of the other. Errors by Newey and West.
 * @throws EvidenceError `bad-data` with fewer than 8 times before or 2 after; those of the model.
 */
export const interruptedSeries = (
  series: InterruptedSeries,
  model: InterruptedSeriesModel,
): InterruptedSeriesEffect => {
  const times = requireSeries(series);
  const design = segments(series, model);
  const { fit, fitted, residuals, dispersion } = fitOf(series, model, design);
  const lags = model.errors === 'classical' ? 0 : (model.lags ?? usualLags(times.length));
  const covariance =
    model.errors === 'classical' ? classicalCovariance(fit) : neweyWestCovariance(fit, lags, series.time);
  const of = (name: string): Estimate => coefficientOf(fit, covariance, name, model.confidence);
  const average = combine(fit, covariance, averageContrast(series, design, times), model.confidence);
  const level = of(LEVEL);
  const isCount = model.family !== 'linear';
  return {
    level,
    levelRatio: isCount ? ratioOf(level) : null,
    slope: model.slopeChange ? of(SLOPE) : null,
    average,
    averageRatio: isCount ? ratioOf(average) : null,
    coefficients: design.names.map((name) => ({ name, ...of(name) })),
    fitted,
    withoutInterruption: undisturbed(series, model, design, fit),
    dispersion,
    residualAutocorrelation: autocorrelation(
      residuals.filter((_, row) => !series.interrupted || at(series.interrupted, row) === 1),
    ),
    covariance: { kind: covariance.kind, lags, times: times.length },
  };
};

/** ⌊4 (T/100)^(2/9)⌋ (Newey and West 1994). */
const usualLags = (times: number): number => Math.floor(4 * (times / 100) ** (2 / 9));

const requireSeries = ({
  outcome,
  time,
  interrupted,
  exposure,
  interruptedAt,
}: InterruptedSeries): number[] => {
  requireNumbers(outcome.length, { outcome, time, interrupted, exposure });
  const times = distinct(time);
  const before = times.filter((each) => each < interruptedAt).length;
  if (before < 8 || times.length - before < 2)
    throw new EvidenceError(
      'bad-data',
      `a trend needs at least 8 times before and 2 after: there are ${before} and ${times.length - before}`,
    );
  const unordered = Array.from(time).findIndex((each, row) => row > 0 && each < at(time, row - 1));
  if (unordered > 0 && !interrupted)
    throw new EvidenceError('bad-data', `time of row ${unordered + 1} is before that of the row above`);
  return times;
};

/** The columns: for each series its own level and trend; the step and the change of trend common and of the effect. */
const segments = (series: InterruptedSeries, { slopeChange, season }: InterruptedSeriesModel): Design => {
  const { time, interrupted, interruptedAt } = series;
  const rows = time.length;
  const of = (value: (row: number) => number) => vector(rows, value);
  const after = of((row) => (at(time, row) >= interruptedAt ? 1 : 0));
  const since = of((row) => Math.max(0, at(time, row) - interruptedAt));
  const own = (column: Numbers) => of((row) => at(column, row) * (interrupted ? at(interrupted, row) : 1));
  const columns: Record<string, Numbers> = {
    [CONSTANT]: of(() => 1),
    trend: time,
    ...(interrupted && { interrupted, 'trend of interrupted': own(time), 'level of both': after }),
    ...(interrupted && slopeChange && { 'slope of both': since }),
    [LEVEL]: own(after),
    ...(slopeChange && { [SLOPE]: own(since) }),
    ...(season && harmonics(time, season.period, season.pairs)),
  };
  return { names: Object.keys(columns), columns: Object.values(columns) };
};

const fitOf = (series: InterruptedSeries, { family }: InterruptedSeriesModel, design: Design) => {
  const { outcome } = series;
  if (family === 'linear') {
    const fit = leastSquares(outcome, design);
    return { fit, fitted: fit.fitted, residuals: fit.residuals, dispersion: fit.dispersion };
  }
  const fit = generalisedLinear(family, outcome, design, { offset: logExposure(series) });
  return { fit, fitted: fit.fitted, residuals: fit.errors, dispersion: fit.pearsonDispersion };
};

const logExposure = ({ exposure }: InterruptedSeries): Numbers | undefined =>
  exposure && vector(exposure.length, (row) => Math.log(at(exposure, row)));

const averageContrast = (
  { interruptedAt }: InterruptedSeries,
  { names }: Design,
  times: readonly number[],
): Numbers => {
  const after = times.filter((time) => time >= interruptedAt);
  const since = after.reduce((sum, time) => sum + time - interruptedAt, 0) / after.length;
  const level = placeOf(names, LEVEL);
  return vector(names.length, (place) => {
    if (names[place] === SLOPE) return since;
    return place === level ? 1 : 0;
  });
};

/** What the rows would have been without step and change of trend. */
const undisturbed = (
  series: InterruptedSeries,
  { family }: InterruptedSeriesModel,
  design: Design,
  { coefficients }: Fit,
): Float64Array => {
  const kept = coefficients.map((coefficient, place) =>
    [LEVEL, SLOPE].includes(design.names[place] ?? '') ? 0 : coefficient,
  );
  const predictor = fittedBy(design, kept);
  if (family === 'linear') return predictor;
  const offset = logExposure(series);
  const mean = (row: number): number => at(predictor, row) + (offset ? at(offset, row) : 0);
  if (family === 'logit') return predictor.map((_, row) => 1 / (1 + Math.exp(-mean(row))));
  return predictor.map((_, row) => Math.exp(mean(row)));
};
