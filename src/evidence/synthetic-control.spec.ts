import fc from 'fast-check';
import { publishedData } from '../../test/factories/published-data.js';
import { simplexWeights } from './simplex-weights.js';
import { syntheticControl, type ComparedUnit } from './synthetic-control.js';
import { at } from './vector.js';

const panel = publishedData('proposition99.csv');
const columns = ['sales', 'income', 'price', 'young', 'beer'].map((name) => panel.numbers(name));
const labels = panel.text('state');
const states = [...new Set(labels)];
const units: ComparedUnit[] = states.map((label) => {
  const first = labels.indexOf(label);
  const [outcomes = [], ...fixed] = columns.map((column) => column.slice(first, first + 31));
  const sold = (year: number): number => at(outcomes, year - 1970);
  return {
    label,
    outcomes,
    predictors: [...fixed.map((column) => at(column, 0)), sold(1988), sold(1980), sold(1975)],
  };
});
const california = units.find(({ label }) => label === 'California') ?? { label: '', outcomes: [] };
const others = units.filter((unit) => unit !== california);

describe('Proposition 99', () => {
  // Found by fitting to the printed donors, as the paper prints no weights of predictors: income, price, young, beer,
  // sales of 1988, 1980 and 1975. From them the printed figures follow; the library's own search fits a little closer.
  const importance = [0.0002582, 0.1805, 0.03507, 0.01083, 0.02987, 9.623e-7, 0.7435];
  const effect = syntheticControl(california, others, { periodsBefore: 19, placebos: false, importance });
  const weightsOf = (fit: typeof effect) =>
    fit.weights.filter(({ weight }) => weight > 0.01).toSorted((one, other) => other.weight - one.weight);

  it('gives the published weights and gap', () => {
    expect(weightsOf(effect).map(({ label, weight }) => [label, weight.toFixed(3)])).toEqual([
      ['Utah', '0.334'],
      ['Nevada', '0.234'],
      ['Montana', '0.199'],
      ['Colorado', '0.164'],
      ['Connecticut', '0.069'],
    ]);
    expect(Math.sqrt(effect.errorBefore).toFixed(4)).toBe('1.7576');
    expect(effect.meanGapAfter.toFixed(2)).toBe('-18.97');
    expect(effect.gaps[29]?.toFixed(2)).toBe('-26.33');
    expect(effect.gaps[30]?.toFixed(2)).toBe('-25.73');
    expect(effect.errorBefore.toFixed(3)).toBe('3.089');
    expect(effect.ratio.toFixed(1)).toBe('128.4');
  });

  it('gives the published rank of the gap among all 39', () => {
    const ranked = syntheticControl(california, others, { periodsBefore: 19, importance });
    expect(ranked.p?.toFixed(3)).toBe('0.026');
    expect(ranked.placebos).toHaveLength(38);
  });

  it('searches the importance of the predictors itself, and further than was published', () => {
    const searched = syntheticControl(california, others, { periodsBefore: 19, placebos: false });
    expect(searched.errorBefore).toBeLessThan(effect.errorBefore);
    expect(weightsOf(searched).map(({ label }) => label)).toEqual(
      weightsOf(effect).map(({ label }) => label),
    );
    for (const [place, { weight }] of weightsOf(searched).entries())
      expect(Math.abs(weight - (weightsOf(effect)[place]?.weight ?? NaN))).toBeLessThan(0.005);
    expect(searched.meanGapAfter).toBeCloseTo(-19, 1);
  });

  it('ranks among the first when outcomes alone are matched', () => {
    const plain = units.map(({ label, outcomes }) => ({ label, outcomes }));
    const treated = plain.find(({ label }) => label === 'California') ?? { label: '', outcomes: [] };
    const ranked = syntheticControl(
      treated,
      plain.filter((unit) => unit !== treated),
      { periodsBefore: 19 },
    );
    expect(ranked.errorBefore).toBeLessThan(effect.errorBefore);
    expect(ranked.p).toBeLessThan(0.11);
    expect(ranked.smallestP).toBeCloseTo(0.0256, 4);
    expect(ranked.placebos).toHaveLength(38);
  });
});

describe('weights', () => {
  it('are those of a line, by hand', () => {
    expect(Array.from(simplexWeights([[0], [10]], [3]))).toEqual([
      expect.closeTo(0.7, 10),
      expect.closeTo(0.3, 10),
    ]);
    expect(Array.from(simplexWeights([[0], [10]], [12]))).toEqual([0, 1]);
  });

  it('are no worse than any other', () => {
    const point = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 3 });
    const share = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(point, { minLength: 5, maxLength: 5 }), point, share, (points, target, shares) => {
        const total = shares.reduce((sum, each) => sum + each, 0);
        fc.pre(total > 0);
        const distance = (weights: ArrayLike<number>): number =>
          target.reduce((sum, goal, axis) => {
            const reached = points.reduce(
              (value, each, place) => value + at(weights, place) * at(each, axis),
              0,
            );
            return sum + (reached - goal) ** 2;
          }, 0);
        const found = simplexWeights(points, target);
        expect(found.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 9);
        expect(Math.min(...found)).toBeGreaterThanOrEqual(0);
        expect(distance(found)).toBeLessThanOrEqual(distance(shares.map((each) => each / total)) + 1e-7);
      }),
    );
  });
});

it.each([
  ['one donor', [others[0]], 19, 'at least 2 donors'],
  ['no time after', others, 31, '31 of 31 periods before'],
])('refuses %s', (_, donors, periodsBefore, message) => {
  const given = donors.filter((donor) => donor !== undefined);
  expect(() => syntheticControl(california, given, { periodsBefore })).toThrow(message);
});
