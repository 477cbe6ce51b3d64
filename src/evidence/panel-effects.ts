import { Matrix, pseudoInverse } from 'ml-matrix';
import { biasReducedCovariance } from './bias-reduced-covariance.js';
import { clusteredCovariance, coefficientOf, type Covariance, type Labels } from './covariance.js';
import { indicators, placeOf } from './design.js';
import { fAbove } from './distributions.js';
import type { Estimate } from './estimate.js';
import { EvidenceError, requireNumbers } from './evidence-error.js';
import { leastSquares, type Fit } from './least-squares.js';
import { at, grouped, vector, type Grouping, type Numbers } from './vector.js';

/** Units watched over periods; rows may be missing. */
export interface Panel {
  readonly outcome: Numbers;
  /** One label a row. */
  readonly unit: ArrayLike<string | number>;
  /** Whole numbers. */
  readonly period: Numbers;
  /** Inverse to the variance of each row, such as its exposure. */
  readonly weights?: Numbers;
  /** Which units go together; each its own unless told. */
  readonly clusters?: Labels;
}

export interface PanelEffect {
  readonly effects: readonly (Estimate & { readonly name: string })[];
  readonly covariance: { readonly kind: Covariance['kind']; readonly clusters: number };
  readonly rows: number;
  readonly units: number;
}

interface PanelFit {
  readonly fit: Fit;
  readonly covariance: Covariance;
  readonly units: number;
}

/**
 * Two-way fixed effects: least squares of columns with an own level for every unit and every period. Errors by
 * cluster: CR1 from 40 clusters, CR2 below (Bell and McCaffrey).
 * Where units begin at different times and effects grow, its one number mixes signs: use group-time effects.
 * @throws EvidenceError those of least squares; `too-few-clusters` below 2.
 */
export const twoWayFixedEffects = (
  panel: Panel,
  columns: Readonly<Record<string, Numbers>>,
  confidence = 0.95,
): PanelEffect => told(fitPanel(panel, columns), Object.keys(columns), panel, confidence);

export interface EventStudy extends PanelEffect {
  /** Whether the leads are all 0: F with clusters less one below. Passing is no proof: the test finds large trends only. */
  readonly leads: {
    readonly statistic: number;
    readonly above: number;
    readonly below: number;
    readonly p: number;
  } | null;
}

/**
 * Effects by periods since the start against the period before it, with two-way fixed effects. Lengths beyond
 * `leads` and `lags` are held together with the outermost.
 * @param firstTreated first period in which the row's unit is treated, 0 for never
 * @throws EvidenceError `bad-data` where nobody begins.
 */
export const eventStudy = (
  panel: Panel,
  firstTreated: Numbers,
  {
    leads,
    lags,
    confidence = 0.95,
  }: { readonly leads: number; readonly lags: number; readonly confidence?: number },
): EventStudy => {
  requireNumbers(panel.outcome.length, { 'first treated': firstTreated });
  const lengthOf = (row: number): number | null => {
    if (at(firstTreated, row) === 0) return null;
    return Math.max(-leads, Math.min(lags, at(panel.period, row) - at(firstTreated, row)));
  };
  const lengths = Array.from({ length: leads + lags + 1 }, (_, place) => place - leads).filter(
    (each) => each !== -1,
  );
  const columns = lengths.map((length) => ({
    name: nameOf(length),
    column: vector(panel.outcome.length, (row) => (lengthOf(row) === length ? 1 : 0)),
  }));
  const seen = columns.filter(({ column }) => column.some((value) => value === 1));
  if (seen.length === 0) throw new EvidenceError('bad-data', 'no unit begins: there is nothing to study');
  const fitted = fitPanel(panel, Object.fromEntries(seen.map(({ name, column }) => [name, column])));
  const names = seen.map(({ name }) => name);
  const before = names.filter((name) => name.startsWith('-'));
  return {
    ...told(fitted, names, panel, confidence),
    leads: before.length > 0 ? jointly(fitted, before) : null,
  };
};

const nameOf = (length: number): string => (length < 0 ? String(length) : `+${length}`);

const fitPanel = (panel: Panel, columns: Readonly<Record<string, Numbers>>): PanelFit => {
  const { outcome, unit, period, weights } = panel;
  requireNumbers(outcome.length, { outcome, period, weights, ...columns });
  const units = grouped(unit);
  const all = { ...columns, ...indicators('period', period) };
  const within = (column: Numbers): Float64Array => withoutUnits(column, units, weights);
  const fit = leastSquares(
    within(outcome),
    { names: Object.keys(all), columns: Object.values(all).map(within) },
    weights,
  );
  const clusters = panel.clusters ?? unit;
  const many = grouped(clusters).labels.length;
  const covariance = many >= 40 ? clusteredCovariance(fit, clusters) : biasReducedCovariance(fit, clusters);
  return { fit, covariance, units: units.labels.length };
};

/** Each row less the (weighted) mean of its unit. */
const withoutUnits = (column: Numbers, { codes, labels }: Grouping, weights?: Numbers): Float64Array => {
  const totals = new Float64Array(labels.length);
  const sizes = new Float64Array(labels.length);
  for (let row = 0; row < codes.length; row += 1) {
    const weight = weights ? at(weights, row) : 1;
    totals[at(codes, row)] = at(totals, at(codes, row)) + weight * at(column, row);
    sizes[at(codes, row)] = at(sizes, at(codes, row)) + weight;
  }
  return vector(
    codes.length,
    (row) => at(column, row) - at(totals, at(codes, row)) / at(sizes, at(codes, row)),
  );
};

const told = (
  { fit, covariance, units }: PanelFit,
  names: readonly string[],
  panel: Panel,
  confidence: number,
): PanelEffect => ({
  effects: names.map((name) => ({ name, ...coefficientOf(fit, covariance, name, confidence) })),
  covariance: { kind: covariance.kind, clusters: covariance.clusters ?? units },
  rows: panel.outcome.length,
  units,
});

const jointly = ({ fit, covariance }: PanelFit, names: readonly string[]): EventStudy['leads'] => {
  const places = names.map((name) => placeOf(fit.names, name));
  const values = Matrix.columnVector(places.map((place) => at(fit.coefficients, place)));
  const spread = covariance.matrix.selection(places, places);
  const wald = values.transpose().mmul(pseudoInverse(spread)).mmul(values).get(0, 0);
  const [above, below] = [names.length, (covariance.clusters ?? 2) - 1];
  const statistic = wald / above;
  return { statistic, above, below, p: fAbove(statistic, above, below) };
};
