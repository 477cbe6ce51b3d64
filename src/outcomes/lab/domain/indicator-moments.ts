import { INDICATOR_MEASURES, type IndicatorMeasure } from '../../../partnerships/index.js';

/** What a contract may measure by, and the lab tries. */
export const LAB_MEASURES = INDICATOR_MEASURES;
export type LabMeasure = IndicatorMeasure;

/** One year of the persons of a unit: sums over them of amount Y and exposure E in person-years, and of their products. */
export interface YearMoments {
  readonly amount: number;
  readonly exposure: number;
  /** ΣY², ΣYE, ΣE². */
  readonly amountSquared: number;
  readonly amountExposure: number;
  readonly exposureSquared: number;
}

/** Two years of a unit's persons in one indicator. No person can be told from sums of many. */
export interface UnitMoments {
  readonly unitId: string;
  readonly first: YearMoments;
  readonly second: YearMoments;
  /** ΣY₁Y₂, ΣY₁E₂, ΣE₁Y₂, ΣE₁E₂: who was there in one year only adds nothing. */
  readonly amounts: number;
  readonly amountThenExposure: number;
  readonly exposureThenAmount: number;
  readonly exposures: number;
}

/** Measures §4.5 in a customer's own figures: all that power rests on. */
export interface IndicatorFigures {
  /** Person-years a year, the mean of both years. */
  readonly persons: number;
  readonly units: number;
  /** Of the second year, a person-year. */
  readonly mean: number;
  /** Standard deviation between persons over the mean, the mean square of both years. */
  readonly variation: number;
  /** Between a person's two years. Who left or came in between lowers it, as it lowers what comparing years gains. */
  readonly correlation: number;
  /** How much of the change between years goes together in a unit; null where too few units tell. */
  readonly intraclassCorrelation: number | null;
  /** Persons in a unit as the error meets them: larger units weigh more. */
  readonly unitSize: number;
  /** Between a unit's level in one year and in the next; null where too few units tell. */
  readonly unitCorrelation: number | null;
}

/** Fewer units tell nothing of how units differ. */
const FEWEST_UNITS = 8;

const total = (units: readonly UnitMoments[], part: (unit: UnitMoments) => number): number =>
  units.reduce((sum, unit) => sum + part(unit), 0);

/** Σ(Y - mE)². */
const squares = (moments: YearMoments, mean: number): number =>
  moments.amountSquared - 2 * mean * moments.amountExposure + mean ** 2 * moments.exposureSquared;

/** Σ(Y₁ - m₁E₁)(Y₂ - m₂E₂). */
const products = (unit: UnitMoments, first: number, second: number): number =>
  unit.amounts -
  second * unit.amountThenExposure -
  first * unit.exposureThenAmount +
  first * second * unit.exposures;

const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

interface Totals {
  readonly means: readonly [number, number];
  readonly exposures: readonly [number, number];
  readonly squares: readonly [number, number];
  readonly products: number;
}

const totalsOf = (units: readonly UnitMoments[]): Totals => {
  const exposures = [total(units, (u) => u.first.exposure), total(units, (u) => u.second.exposure)] as const;
  const means = [
    total(units, (u) => u.first.amount) / exposures[0],
    total(units, (u) => u.second.amount) / exposures[1],
  ] as const;
  return {
    exposures,
    means,
    squares: [
      total(units, (u) => squares(u.first, means[0])),
      total(units, (u) => squares(u.second, means[1])),
    ],
    products: total(units, (u) => products(u, ...means)),
  };
};

/** How far a unit lies above what its persons would have had at the mean of all, as a share of all there was. */
const excessOf = (unit: UnitMoments, { means, exposures }: Totals): readonly [number, number] => [
  (unit.first.amount - means[0] * unit.first.exposure) / (means[0] * exposures[0]),
  (unit.second.amount - means[1] * unit.second.exposure) / (means[1] * exposures[1]),
];

/**
 * The design effect of the change between the years, squares of units' changes over those of their persons, turned into
 * Kish's 1 + (m - 1)·ICC. It is the change that a before-after comparison errs by; lasting differences cancel.
 */
const intraclass = (units: readonly UnitMoments[], totals: Totals, unitSize: number): number | null => {
  if (units.length < FEWEST_UNITS || unitSize <= 1) return null;
  const [first, second] = totals.exposures.map((exposure, year) => (totals.means[year] ?? NaN) * exposure);
  if (first === undefined || second === undefined) return null;
  const persons =
    totals.squares[0] / first ** 2 +
    totals.squares[1] / second ** 2 -
    (2 * totals.products) / (first * second);
  const changes = total(units, (unit) => {
    const [then, now] = excessOf(unit, totals);
    return (now - then) ** 2;
  });
  const inflation = ((changes / persons) * units.length) / (units.length - 1);
  return within((inflation - 1) / (unitSize - 1), 0, 1);
};

const unitCorrelation = (units: readonly UnitMoments[], totals: Totals): number | null => {
  if (units.length < FEWEST_UNITS) return null;
  const excesses = units.map((unit) => excessOf(unit, totals));
  const sum = (part: (excess: readonly [number, number]) => number): number =>
    excesses.reduce((all, excess) => all + part(excess), 0);
  const spread = Math.sqrt(sum(([then]) => then ** 2) * sum(([, now]) => now ** 2));
  return spread > 0 ? within(sum(([then, now]) => then * now) / spread, 0, 1) : null;
};

/**
 * The figures of some units together. Amounts over exposure are a ratio of sums, so its residuals Y - mE carry the error
 * (Cochran, Sampling Techniques, ch. 6): with a whole year for everybody these are the usual variance and correlation.
 * @returns null where there is nothing to count in one of the years, or nobody differs
 */
export const figuresOf = (units: readonly UnitMoments[]): IndicatorFigures | null => {
  const totals = totalsOf(units);
  const { means, exposures } = totals;
  if (!(means[0] > 0 && means[1] > 0 && totals.squares[0] > 0 && totals.squares[1] > 0)) return null;
  const relative = (year: 0 | 1): number => totals.squares[year] / exposures[year] / means[year] ** 2;
  const unitSize =
    total(units, (u) => (u.first.exposure + u.second.exposure) ** 2) / (2 * (exposures[0] + exposures[1]));
  return {
    persons: (exposures[0] + exposures[1]) / 2,
    units: units.length,
    mean: means[1],
    variation: Math.sqrt((relative(0) + relative(1)) / 2),
    correlation: within(totals.products / Math.sqrt(totals.squares[0] * totals.squares[1]), 0, 0.99),
    intraclassCorrelation: intraclass(units, totals, unitSize),
    unitSize: Math.max(1, unitSize),
    unitCorrelation: unitCorrelation(units, totals),
  };
};
