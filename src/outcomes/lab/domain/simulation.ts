import { studentPoint } from '../../../evidence/distributions.js';
import { drawsOf, gammaDraw, type Draws } from '../../../evidence/random.js';
import { ASSUMED_INTRACLASS, type OwnFigures } from './detectable.js';
import type { EffectRule } from './payment-chance.js';

/** Partnerships as they might turn out: units of equal size, a year before and a year after. */
export interface Simulated {
  readonly figures: OwnFigures;
  readonly treatedUnits: number;
  readonly comparedUnits: number;
  /** The share of the treated units' absence that is avoided. */
  readonly effect: number;
  readonly runs: number;
  readonly seed: number;
}

/** What one of them would be told: the share avoided, by the ratio of ratios, and how sure that is. */
export interface SimulatedEstimate {
  readonly estimate: number;
  /** Plain differences over the known mean: what the closed form is about. */
  readonly difference: number;
  /** On the scale of logarithms, by clusters. */
  readonly error: number;
  readonly clusters: number;
}

interface Cell {
  readonly before: number;
  readonly after: number;
}

interface Shapes {
  readonly lasting: number;
  readonly own: number;
  readonly common: number;
  readonly lastingPart: number;
}

/**
 * Persons' years as gammas with the wanted variation and correlation: a part that both years share and one of each
 * year's own. Sums of gammas of one scale are gammas, so a unit of any size takes five draws.
 */
const shapesOf = ({ variation, correlation, ...figures }: OwnFigures): Shapes => {
  const between = figures.intraclassCorrelation ?? ASSUMED_INTRACLASS;
  const spread = variation ** 2;
  return {
    lasting: (figures.unitSize * correlation) / spread,
    own: (figures.unitSize * (1 - correlation)) / (spread * Math.max(1e-6, 1 - between)),
    common: between > 0 ? 1 / (between * spread * (1 - correlation)) : Infinity,
    lastingPart: correlation,
  };
};

/** Mean 1. */
const around = (draws: Draws, shape: number): number =>
  shape === Infinity ? 1 : gammaDraw(draws, shape) / shape;

const drawUnit = (draws: Draws, shapes: Shapes, effect: number): Cell => {
  const lasting = shapes.lastingPart > 0 ? shapes.lastingPart * around(draws, shapes.lasting) : 0;
  const year = (): number =>
    (lasting + (1 - shapes.lastingPart) * around(draws, shapes.own)) * around(draws, shapes.common);
  return { before: year(), after: year() * (1 - effect) };
};

const meanOf = (cells: readonly Cell[]): Cell => ({
  before: cells.reduce((sum, cell) => sum + cell.before, 0) / cells.length,
  after: cells.reduce((sum, cell) => sum + cell.after, 0) / cells.length,
});

/** Squares of what each unit adds to the logarithm of its arm's ratio. */
const spreadOf = (cells: readonly Cell[], { before, after }: Cell): number =>
  cells.reduce((sum, cell) => sum + ((cell.after / after - cell.before / before) / cells.length) ** 2, 0);

/** One partnership after another; the same seed gives the same ones. */
export const simulateEstimates = (simulated: Simulated): SimulatedEstimate[] => {
  const { treatedUnits, comparedUnits, effect, runs, seed } = simulated;
  const draws = drawsOf(seed);
  const shapes = shapesOf(simulated.figures);
  const arm = (units: number, own: number): Cell[] =>
    Array.from({ length: units }, () => drawUnit(draws, shapes, own));
  const clusters = treatedUnits + comparedUnits;
  return Array.from({ length: runs }, () => {
    const [treated, compared] = [arm(treatedUnits, effect), arm(comparedUnits, 0)];
    const [of, other] = [meanOf(treated), meanOf(compared)];
    const spread = spreadOf(treated, of) + spreadOf(compared, other);
    return {
      estimate: 1 - (of.after * other.before) / (of.before * other.after),
      difference: other.after - other.before - (of.after - of.before),
      error: clusters > 2 ? Math.sqrt((spread * clusters) / (clusters - 1)) : NaN,
      clusters,
    };
  });
};

/** What of the expected a rule counts as avoided. The bound is the interval's on the scale of logarithms, with Student's t. */
export const countedBy = (rule: EffectRule, { estimate, error, clusters }: SimulatedEstimate): number => {
  if (rule.evidence === 'point') return estimate;
  if (rule.evidence === 'shrunk')
    return (estimate * rule.tau ** 2) / (rule.tau ** 2 + (error * (1 - estimate)) ** 2);
  return 1 - (1 - estimate) * Math.exp(studentPoint(1 - rule.level, clusters - 1) * error);
};

/** In which share of them the rule opens payment. */
export const simulatedChance = (rule: EffectRule, estimates: readonly SimulatedEstimate[]): number =>
  estimates.filter((one) => {
    const counted = countedBy(rule, one);
    return counted >= rule.threshold && counted > 0;
  }).length / estimates.length;
