import { publishedData } from '../../test/factories/published-data.js';
import { interruptedSeries } from './interrupted-series.js';
import { durbinWatson } from './residual-checks.js';
import { at } from './vector.js';

const panel = publishedData('proposition99.csv');
const states = panel.text('state');
const sales = panel.numbers('sales').filter((_, row) => states[row] === 'California');
const years = Array.from({ length: 31 }, (_, year) => year);

describe('one series', () => {
  it('gives the published effect of Proposition 99', () => {
    const effect = interruptedSeries(
      { outcome: sales, time: years, interruptedAt: 19 },
      { family: 'linear', slopeChange: true, lags: 1 },
    );
    const printed = effect.coefficients.map(({ estimate, standardError }) => [
      estimate.toFixed(5),
      standardError.toFixed(5),
    ]);
    expect(printed).toEqual([
      ['132.22579', '4.25305'],
      ['-1.77947', '0.38342'],
      ['-20.05810', '4.72440'],
      ['-1.49465', '0.43682'],
    ]);
    const residuals = sales.map((value, year) => value - at(effect.fitted, year));
    expect(durbinWatson(residuals).toFixed(3)).toBe('0.535');
    // The mean of twelve years: the step and 5.5 years of the new trend.
    expect(effect.average.estimate).toBeCloseTo(-20.058097 + 5.5 * -1.494652, 5);
    expect(at(effect.withoutInterruption, 30)).toBeCloseTo(132.22579 - 30 * 1.779474, 4);
  });

  it('gives the published effect of the smoking ban in Sicily', () => {
    const sicily = publishedData('sicily.csv');
    const effect = interruptedSeries(
      {
        outcome: sicily.numbers('aces'),
        time: sicily.numbers('time'),
        interruptedAt: 37,
        exposure: sicily.numbers('stdpop'),
      },
      {
        family: 'quasi-poisson',
        slopeChange: false,
        season: { period: 12, pairs: 2 },
        errors: 'classical',
      },
    );
    expect(effect.levelRatio?.ratio.toFixed(5)).toBe('0.88507');
    expect(effect.level.standardError.toFixed(5)).toBe('0.02703');
    expect(effect.covariance.kind).toBe('classical');
    expect(effect.residualAutocorrelation.toFixed(3)).toBe('-0.216');
  });
});

describe('two series', () => {
  const time = years.flatMap((year) => [year, year]);
  const interrupted = time.map((_, row) => row % 2);
  const wobble = (row: number): number => Math.sin(row * 7.3);

  it('takes away what happens to both', () => {
    const outcome = time.map(
      (year, row) =>
        10 + at(interrupted, row) * 3 + year * 0.5 + (year >= 19 ? -4 - at(interrupted, row) * 2 : 0),
    );
    const noisy = outcome.map((value, row) => value + wobble(row) * 1e-6);
    const effect = interruptedSeries(
      { outcome: noisy, time, interrupted, interruptedAt: 19 },
      { family: 'linear', slopeChange: true },
    );
    expect(effect.level.estimate).toBeCloseTo(-2, 4);
    expect(effect.slope?.estimate).toBeCloseTo(0, 5);
    expect(effect.covariance).toEqual({ kind: 'Newey-West', lags: 3, times: 31 });
  });

  it('is the difference of the two single series', () => {
    const outcome = time.map((year, row) => 20 + wobble(row) + year * (0.2 + 0.1 * at(interrupted, row)));
    const model = { family: 'linear', slopeChange: true, lags: 2 } as const;
    const one = (kind: number) =>
      interruptedSeries(
        { outcome: outcome.filter((_, row) => row % 2 === kind), time: years, interruptedAt: 12 },
        model,
      ).level.estimate;
    const both = interruptedSeries({ outcome, time, interrupted, interruptedAt: 12 }, model);
    expect(both.level.estimate).toBeCloseTo(one(1) - one(0), 9);
  });

  it.each([
    ['too short a time before', 5, 'there are 5 and 26'],
    ['too short a time after', 30, 'there are 30 and 1'],
  ])('refuses %s', (_, interruptedAt, message) => {
    const model = { family: 'linear', slopeChange: false } as const;
    expect(() => interruptedSeries({ outcome: sales, time: years, interruptedAt }, model)).toThrow(message);
  });
});
