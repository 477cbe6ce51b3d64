import fc from 'fast-check';
import { meanCumulative, meanCumulativeAt, type Recurrences } from './mean-cumulative.js';

describe('mean cumulative function', () => {
  it('gives a whole small curve with its robust variance, by hand', () => {
    // A is watched to 10 with events at 2 and 4, B to 10 with events at 4 and 8, C to 5 without any.
    const steps = meanCumulative({ durations: [10, 10, 5], events: [[2, 4], [4, 8], []] });
    expect(steps.map(({ time, atRisk, events }) => [time, atRisk, events])).toEqual([
      [2, 3, 1],
      [4, 3, 2],
      [8, 2, 1],
    ]);
    expect(steps.map(({ mean }) => mean)).toEqual([1 / 3, 1, 1.5]);
    // Residuals at 2: A 2/9, B and C -1/9. At 4: A 2/9 + 1/9, B 0, C -1/3. At 8: A 1/3 - 1/4, B 0 + 1/4, C -1/3 as it was.
    expect(steps[0]?.standardError).toBeCloseTo(Math.sqrt(6 / 81), 12);
    expect(steps[1]?.standardError).toBeCloseTo(Math.sqrt(2 / 9), 12);
    expect(steps[2]?.standardError).toBeCloseTo(Math.sqrt(1 / 144 + 1 / 16 + 1 / 9), 12);
    expect(steps[2]?.lower).toBeCloseTo(1.5 * Math.exp((-1.959963985 * 0.4249182927) / 1.5), 8);
    expect(steps[2]?.upper).toBeCloseTo(1.5 * Math.exp((1.959963985 * 0.4249182927) / 1.5), 8);
  });

  it('counts who was found under way only after that', () => {
    const late = { durations: [9, 9], events: [[3], [6]], entered: [0, 5] };
    expect(meanCumulative(late).map(({ atRisk, mean }) => [atRisk, mean])).toEqual([
      [1, 1],
      [2, 1.5],
    ]);
  });

  it('is 0 before the first event and as before between two', () => {
    const steps = meanCumulative({ durations: [9, 9], events: [[3], [6]] });
    expect(meanCumulativeAt(steps, 2).estimate).toBe(0);
    expect(meanCumulativeAt(steps, 5).estimate).toBe(0.5);
    expect(meanCumulativeAt(steps, 9).estimate).toBe(1);
  });

  it('has nothing to show where nothing happened', () => {
    expect(meanCumulative({ durations: [5, 5], events: [[], []] })).toEqual([]);
  });

  it.each<[string, Recurrences, string]>([
    ['nothing', { durations: [], events: [] }, 'there are no durations'],
    ['rows that differ', { durations: [1], events: [] }, 'events has 0 rows, 1 are wanted'],
    ['a number that is none', { durations: [NaN], events: [[]] }, 'durations of row 1 is not a number'],
    ['an event too late', { durations: [4], events: [[5]] }, 'events of row 1 has one while it was not'],
    ['one too early', { durations: [4], events: [[1]], entered: [2] }, 'events of row 1 has one while'],
  ])('refuses %s', (_, sample, message) => {
    expect(() => meanCumulative(sample)).toThrow(message);
  });

  const subject = fc
    .integer({ min: 1, max: 20 })
    .chain((duration) =>
      fc.record({ duration: fc.constant(duration), events: fc.array(fc.integer({ min: 1, max: duration })) }),
    );
  const columns = (rows: readonly { duration: number; events: number[] }[]): Recurrences => ({
    durations: rows.map(({ duration }) => duration),
    events: rows.map(({ events }) => events),
  });

  it('never falls, keeps its interval around it and does not mind the order', () => {
    fc.assert(
      fc.property(fc.array(subject, { minLength: 1, maxLength: 20 }), (rows) => {
        const steps = meanCumulative(columns(rows));
        const reversed = meanCumulative(columns(rows.toReversed()));
        for (const [index, step] of steps.entries()) {
          expect(step.mean).toBeGreaterThan(steps[index - 1]?.mean ?? 0);
          expect(step.lower).toBeLessThanOrEqual(step.mean);
          expect(step.upper).toBeGreaterThanOrEqual(step.mean);
          expect(reversed[index]?.standardError).toBeCloseTo(step.standardError, 10);
        }
      }),
    );
  });

  it('is events a head where all are watched as long', () => {
    const whole = fc.array(fc.array(fc.integer({ min: 1, max: 20 })), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(whole, (events) => {
        const steps = meanCumulative({ durations: events.map(() => 20), events });
        const total = events.reduce((sum, times) => sum + times.length, 0);
        expect(meanCumulativeAt(steps, 20).estimate).toBeCloseTo(total / events.length, 10);
      }),
    );
  });
});
