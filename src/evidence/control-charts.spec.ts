import {
  countAbove,
  cusumRunLength,
  funnelLimits,
  movingAverageChart,
  movingAverageRunLength,
  rateChart,
  rateLimits,
  shewhartRunLength,
} from './control-charts.js';

describe('control charts', () => {
  it('EWMA: NIST/SEMATECH handbook 6.3.2.4', () => {
    const data = [
      52, 47, 53, 49.3, 50.1, 47, 51, 50.1, 51.2, 50.5, 49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6,
      52.1,
    ];
    const wanted = [
      50.6, 49.52, 50.56, 50.18, 50.16, 49.21, 49.75, 49.85, 50.26, 50.33, 50.11, 49.36, 49.52, 50.05, 49.38,
      49.92, 50.73, 51.23, 51.94, 51.99,
    ];
    const points = movingAverageChart(data, { weight: 0.3, mean: 50, sigma: 2.0539 });
    expect(points.map(({ average }) => Number(average.toFixed(2)))).toEqual(wanted);
    expect(points.at(-1)?.upper).toBeCloseTo(52.5884, 3);
    expect(points.at(-1)?.lower).toBeCloseTo(47.4115, 3);
    expect(points.filter(({ average, lower, upper }) => average < lower || average > upper)).toEqual([]);
  });

  it('Shewhart: 370.398 points between false alarms at three sigmas', () => {
    expect(shewhartRunLength()).toBeCloseTo(370.398, 3);
    expect(shewhartRunLength(3, 1)).toBeCloseTo(740.797, 3);
    // 50 teams looked at every month: 1.6 false alarms a year, 500 teams 16.
    expect((50 * 12) / shewhartRunLength()).toBeCloseTo(1.6, 1);
    expect((500 * 12) / shewhartRunLength()).toBeCloseTo(16.2, 1);
  });

  it.each([
    [4, 335.4, 8.38],
    [5, 930.9, 10.38],
  ])(
    'CUSUM with slack 0.5 and limit %d: %d points, %d after a shift of one sigma',
    (limit, still, shifted) => {
      expect(cusumRunLength(0.5, limit)).toBeCloseTo(still, 0);
      expect(cusumRunLength(0.5, limit, 1)).toBeCloseTo(shifted, 1);
    },
  );

  it.each([
    [0.1, 2.814, 499.5, 10.3],
    [0.2, 2.962, 499.7, 10.5],
    [0.3, 3, 465.5, 11.7],
  ])('EWMA with weight %d and width %d: %d points, %d after a shift', (weight, width, still, shifted) => {
    expect(Math.abs(movingAverageRunLength(weight, width) - still)).toBeLessThan(0.6);
    expect(Math.abs(movingAverageRunLength(weight, width, 1) - shifted)).toBeLessThan(0.06);
  });

  it.each([
    [20, 0.95, 0.3, 0.75],
    [50, 0.95, 0.4, 0.66],
    [200, 0.95, 0.46, 0.6],
    [20, 0.998, 0.2, 0.85],
    [50, 0.998, 0.32, 0.74],
    [200, 0.998, 0.42, 0.635],
  ])('funnel around 0.529 for %d at %d: %d to %d', (size, level, lower, upper) => {
    const limits = funnelLimits(0.529, size, level);
    expect(limits.lower).toBeCloseTo(lower, 2);
    expect(limits.upper).toBeCloseTo(upper, 2);
  });

  it('Laney’s u′: by hand', () => {
    // Four months of 4 each: centre 16/16 = 1, errors 0.5, z = 2, -2, 2, -2; moving ranges 4, so sigma z is 4 / 1.128.
    const points = [8, 0, 8, 0].map((count) => ({ count, exposure: 4 }));
    const chart = rateChart(points);
    expect(chart.centre).toBe(1);
    expect(chart.sigmaZ).toBeCloseTo(4 / 1.128, 10);
    expect(rateLimits(chart, 4).upper).toBeCloseTo(1 + 3 * 0.5 * (4 / 1.128), 10);
    expect(rateLimits(chart, 4).lower).toBe(0);
    // Without over-dispersion it is the ordinary u chart: 1 ± 3 × √(1/9).
    expect(rateLimits({ centre: 1, sigmaZ: 1 }, 9)).toEqual({ lower: 0, upper: 2 });
    expect(() => rateChart([{ count: 1, exposure: 1 }])).toThrow('two points');
    expect(() => rateChart([0, 0].map((count) => ({ count, exposure: 1 })))).toThrow('events');
  });

  it('the tail of a count: Poisson, and wider where it is over-dispersed', () => {
    // Poisson with mean 1: P(X > 1) = 1 - 2/e.
    expect(countAbove(1, 1, 1)).toBeCloseTo(1 - 2 / Math.E, 10);
    // Negative binomial with mean 2 and variance 4 has size 2: P(0) = 1/4, P(1) = 1/4.
    expect(countAbove(1, 2, 2)).toBeCloseTo(0.5, 10);
    expect(countAbove(8, 3, 1)).toBeCloseTo(0.0038, 4);
    expect(countAbove(8, 3, 2)).toBeGreaterThan(countAbove(8, 3, 1));
  });
});
