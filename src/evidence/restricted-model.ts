import { inverse, Matrix } from 'ml-matrix';
import { placeOf, type Design } from './design.js';
import type { FamilyName } from './families.js';
import { generalisedLinear, type GeneralisedOptions } from './generalised-linear.js';
import { leastSquares, type Fit } from './least-squares.js';
import { at, vector, type Numbers } from './vector.js';

/** A model that can be fitted with one of its coefficients held at a value, as a test of that value asks for. */
export interface RestrictedModel {
  readonly name: string;
  readonly place: number;
  /** The fit with nothing held. */
  readonly full: Fit;
  /** The whole design, weighted, with the errors that are left when the coefficient is held. */
  heldAt(value: number): Pick<Fit, 'weighted' | 'errors' | 'bread' | 'rows' | 'degrees' | 'names'>;
}

const without = ({ names, columns }: Design, place: number): Design => ({
  names: names.filter((_, other) => other !== place),
  columns: columns.filter((_, other) => other !== place),
});

/** Least squares; the errors are linear in the value held, so that it is fitted once for all values. */
export const restrictedLeastSquares = (
  y: Numbers,
  design: Design,
  name: string,
  weights?: Numbers,
): RestrictedModel => {
  const place = placeOf(design.names, name);
  const full = leastSquares(y, design, weights);
  const others = without(design, place);
  const unexplained = (column: Numbers): Float64Array =>
    others.names.length > 0 ? leastSquares(column, others, weights).errors : weightedBy(column, weights);
  const ofOutcome = unexplained(y);
  const ofColumn = unexplained(design.columns[place] ?? []);
  return {
    name,
    place,
    full,
    heldAt: (value) => ({
      ...full,
      errors: vector(y.length, (row) => at(ofOutcome, row) - value * at(ofColumn, row)),
    }),
  };
};

const weightedBy = (column: Numbers, weights?: Numbers): Float64Array =>
  vector(column.length, (row) => at(column, row) * (weights ? Math.sqrt(at(weights, row)) : 1));

/** A generalised linear model, fitted anew for every value with value times column as offset. */
export const restrictedGeneralised = (
  family: FamilyName,
  y: Numbers,
  design: Design,
  name: string,
  options: GeneralisedOptions = {},
): RestrictedModel => {
  const place = placeOf(design.names, name);
  const column = design.columns[place] ?? [];
  const full = generalisedLinear(family, y, design, options);
  return {
    name,
    place,
    full,
    heldAt: (value) => {
      const offset = vector(
        y.length,
        (row) => (options.offset ? at(options.offset, row) : 0) + value * at(column, row),
      );
      const held = generalisedLinear(family, y, without(design, place), { ...options, offset });
      const weighted = new Matrix(y.length, design.names.length);
      for (let row = 0; row < y.length; row += 1) {
        const root = Math.sqrt(at(held.workingWeights, row));
        design.columns.forEach((each, other) => weighted.set(row, other, root * at(each, row)));
      }
      const bread = inverse(weighted.transpose().mmul(weighted));
      return { ...full, weighted, errors: held.errors, bread };
    },
  };
};
