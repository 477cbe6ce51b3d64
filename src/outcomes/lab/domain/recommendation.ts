import { normalPoint } from '../../../evidence/distributions.js';
import { chooseInference, type InferenceMethod } from '../../../evidence/inference-choice.js';
import { effectError } from '../../../evidence/power.js';
import { refusalOf, smallestP, type Choice, type Refusal } from '../../../evidence/smallest-p.js';
import { errorOf, settingOf, type OwnFigures, type Sizes } from './detectable.js';
import type { LabMeasure } from './indicator-moments.js';
import { chanceOfPayment } from './payment-chance.js';

/** The recommended terms: pay by what the one-sided 95 per cent lower bound lies above 0 (definitions 9.5). */
export const RECOMMENDED_LEVEL = 0.05;
const POWER = 0.8;

/** Why payment by effect is refused: definitions 9.5, or because so few units give no interval to read a bound of. */
export type LabRefusal = Refusal | 'no-interval';

export interface Units {
  readonly treated: number;
  readonly comparison: number;
}

export interface Grounds {
  readonly smallestP: number;
  readonly inference: InferenceMethod;
  readonly refusal: LabRefusal | null;
}

/** Whether these units can carry payment by effect. @param imbalance persons of the largest unit over those of the mean one */
export const groundsOf = (choice: Choice, units: Units, level: number, imbalance: number): Grounds => {
  const { method, descriptive } = chooseInference({
    clusters: units.treated + units.comparison,
    treated: units.treated,
    untreated: units.comparison,
    imbalance,
  });
  return {
    smallestP: smallestP(choice, units.treated, units.comparison),
    inference: method,
    refusal: refusalOf(choice, units, level) ?? (descriptive ? 'no-interval' : null),
  };
};

/**
 * Persons in each of two equal arms so that the lower bound lies above 0 four times in five when the target is reached:
 * the formula of the error solved for n.
 */
export const personsNeeded = (figures: OwnFigures, target: number, level = RECOMMENDED_LEVEL): number => {
  const ofOne = effectError(settingOf(figures, { treated: 1, compared: 1 }));
  return Math.ceil((((normalPoint(1 - level) + normalPoint(POWER)) * ofOne) / target) ** 2);
};

export interface Suitability {
  readonly measure: LabMeasure;
  readonly personsNeeded: number;
  readonly unitsNeeded: number;
  /** With the units chosen, how often the lower bound lies above 0 when the target is reached. */
  readonly power: number;
}

/** Indicators by how few persons they need, the best first. */
export const suitabilities = (
  figures: ReadonlyMap<LabMeasure, OwnFigures>,
  sizes: Sizes,
  target: number,
): Suitability[] =>
  [...figures]
    .map(([measure, own]) => {
      const needed = personsNeeded(own, target);
      const rule = { evidence: 'lower-bound', threshold: 0, level: RECOMMENDED_LEVEL } as const;
      return {
        measure,
        personsNeeded: needed,
        unitsNeeded: Math.ceil(needed / own.unitSize),
        power: chanceOfPayment(rule, errorOf(own, sizes), target),
      };
    })
    .sort((a, b) => a.personsNeeded - b.personsNeeded);
