import { randomStream, type Random } from '../src/demonstration/simulator/random.js';

/** A partnership as counts of spells by unit and month. All columns have a row a cell. */
export interface SimulatedPartnership {
  readonly spells: Float64Array;
  readonly exposure: Float64Array;
  readonly unit: Int32Array;
  readonly month: Float64Array;
  readonly treated: Float64Array;
  readonly after: Float64Array;
}

export interface PartnershipShape {
  readonly units: number;
  readonly treatedUnits: number;
  readonly monthsBefore: number;
  readonly monthsAfter: number;
  /** What the treated units' rate is multiplied with after the beginning; 1 is no effect. */
  readonly effect: number;
  /** Units of very different size (log-normal, standard deviation 1.1 about 35), instead of 20 to 80. */
  readonly isUneven?: boolean;
}

/** Spells a full-time employee has in a month: 1.9 a year. */
const RATE = 1.9 / 12;

/** Knuth's: uniforms are multiplied until their product is below e^-mean. */
const poissonDraw = (random: Random, mean: number): number => {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random.uniform(); product > limit; product *= random.uniform()) count += 1;
  return count;
};

/**
 * Units of 20 to 80 full-time employees, or of very different size, with levels of their own (coefficient of variation .35), drifts of their own
 * from month to month (standard deviation .2, an autocorrelation of .7), a common season, common shocks, and shocks of
 * single months (.3), so that counts are more spread than Poisson's and months of a unit go together, as in real files.
 */
export const simulatePartnership = (shape: PartnershipShape, seed: number): SimulatedPartnership => {
  const random = randomStream(20_261_122, seed);
  const months = shape.monthsBefore + shape.monthsAfter;
  const shocks = Array.from({ length: months }, () => 0.08 * random.normal());
  const cells = Array.from({ length: shape.units }, (_, unit) => {
    const size = shape.isUneven ? 35 * Math.exp(1.1 * random.normal()) : 20 + 60 * random.uniform();
    const level = random.frailty(8);
    let drift = 0.2 * random.normal();
    return shocks.map((shock, month) => {
      drift = 0.7 * drift + 0.2 * Math.sqrt(1 - 0.49) * random.normal();
      const season = 0.25 * Math.cos((2 * Math.PI * month) / 12);
      const isHit = unit < shape.treatedUnits && month >= shape.monthsBefore;
      const noise = 0.3 * random.normal();
      const rate = RATE * level * Math.exp(drift + season + shock + noise) * (isHit ? shape.effect : 1);
      return { unit, month, size, spells: poissonDraw(random, size * rate) };
    });
  }).flat();
  return {
    spells: Float64Array.from(cells, (cell) => cell.spells),
    exposure: Float64Array.from(cells, (cell) => cell.size),
    unit: Int32Array.from(cells, (cell) => cell.unit),
    month: Float64Array.from(cells, (cell) => cell.month),
    treated: Float64Array.from(cells, (cell) => (cell.unit < shape.treatedUnits ? 1 : 0)),
    after: Float64Array.from(cells, (cell) => (cell.month >= shape.monthsBefore ? 1 : 0)),
  };
};
