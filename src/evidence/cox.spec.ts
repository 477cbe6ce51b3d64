import fc from 'fast-check';
import { publishedData } from '../../test/factories/published-data.js';
import { cox } from './cox.js';
import { logRank } from './log-rank.js';

const lung = publishedData('cancer.csv');
const sex = lung.numbers('sex');
const age = lung.numbers('age');
const sample = {
  durations: lung.numbers('time'),
  ended: lung.numbers('status').map((status) => status - 1),
};
const estimates = (fit: ReturnType<typeof cox>): string[] =>
  fit.effects.map(({ estimate }) => estimate.toFixed(8));

describe('proportional hazards', () => {
  it('gives the published hazard ratio of the lung cancer trial', () => {
    const fit = cox(sample, { sex });
    expect(estimates(fit)).toEqual(['-0.53102354']);
    expect(fit.effects[0]?.standardError.toFixed(8)).toBe('0.16717858');
    expect(fit.effects[0]?.hazard.ratio.toFixed(8)).toBe('0.58800282');
    expect([fit.subjects, fit.events]).toEqual([228, 165]);
  });

  it('gives the published pair of age and sex, and Breslow’s ties', () => {
    expect(estimates(cox(sample, { age, sex }))).toEqual(['0.01704533', '-0.51321852']);
    expect(estimates(cox(sample, { sex }, { ties: 'breslow' }))).toEqual(['-0.53039658']);
  });

  it('agrees with another program on strata and on late entry', () => {
    // Python's statsmodels 0.15: PHReg with the 227 rows that name their institution.
    const rows = lung.numbers('inst').flatMap((inst, row) => (Number.isFinite(inst) ? [row] : []));
    const of = (column: readonly number[]): number[] => rows.map((row) => column[row] ?? NaN);
    const some = { durations: of(sample.durations), ended: of(sample.ended) };
    const columns = { age: of(age), sex: of(sex) };
    const strata = of(lung.numbers('ph.ecog')).map(String);
    const printed = (fit: ReturnType<typeof cox>): string[] =>
      fit.effects.flatMap(({ estimate, standardError }) => [estimate.toFixed(8), standardError.toFixed(7)]);
    expect(printed(cox(some, columns, { strata }))).toEqual([
      '0.01098568',
      '0.0092467',
      '-0.55989111',
      '0.1712693',
    ]);
    const entered = some.durations.map((duration, place) => Math.min(duration - 0.5, (place % 50) + 0.5));
    expect(printed(cox({ ...some, entered }, columns))).toEqual([
      '0.01731299',
      '0.0093185',
      '-0.51266892',
      '0.1676585',
    ]);
  });

  it('has errors by cluster: each subject its own gives nearly the model’s', () => {
    const own = cox(sample, { sex }, { clusters: sex.map((_, row) => row) });
    expect(own.errors).toBe('cluster-robust');
    expect(own.effects[0]?.standardError).toBeCloseTo(0.16, 2);
    expect(own.effects[0]?.degrees).toBe(227);
    expect(() => cox(sample, { sex }, { clusters: sex.map(() => 1) })).toThrow('one cluster alone');
  });

  it('agrees with another program on errors by cluster', () => {
    // statsmodels prints .12792286 without √(18/17); its ties in the residuals are Breslow's.
    const rows = lung.numbers('inst').flatMap((inst, row) => (Number.isFinite(inst) ? [row] : []));
    const of = (column: readonly number[]): number[] => rows.map((row) => column[row] ?? NaN);
    const some = { durations: of(sample.durations), ended: of(sample.ended) };
    const fit = cox(some, { age: of(age), sex: of(sex) }, { clusters: of(lung.numbers('inst')) });
    expect(fit.clusters).toBe(18);
    expect(fit.effects[1]?.standardError).toBeCloseTo(0.12792286 * Math.sqrt(18 / 17), 3);
  });

  it('gives robust errors by hand', () => {
    // Ends at 1 (x = 1), 2 (x = 0), 3 (x = 1), 4 (x = 0). With r = e^b the score is
    // 2 - 2r/(2r+2) - r/(r+2) - r/(r+1) = 0, and a subject's residual follows from the risk sets {all}, {3 left}, ….
    const tiny = { durations: [1, 2, 3, 4], ended: [1, 1, 1, 1] };
    const fit = cox(tiny, { x: [1, 0, 1, 0] }, { clusters: [1, 2, 3, 4] });
    const r = Math.exp(fit.effects[0]?.estimate ?? NaN);
    const means = [r / (r + 1), r / (r + 2), r / (r + 1), 0];
    expect(2 - means.reduce((sum, mean) => sum + mean, 0)).toBeCloseTo(0, 8);
    const totals = [2 * r + 2, r + 2, r + 1, 1];
    const residual = (subject: number, x: number): number =>
      x -
      (means[subject] ?? NaN) -
      (x === 1 ? r : 1) *
        totals
          .slice(0, subject + 1)
          .reduce((sum, total, time) => sum + (x - (means[time] ?? NaN)) / total, 0);
    const information = means.reduce((sum, mean) => sum + mean * (1 - mean), 0);
    const meat = [1, 0, 1, 0].reduce((sum, x, subject) => sum + residual(subject, x) ** 2, 0);
    expect(fit.covariance.get(0, 0)).toBeCloseTo((meat / information ** 2) * (4 / 3), 8);
  });

  it.each([
    ['a column that is the same for all', { x: [1, 1, 1, 1] }, 'column x is the same for all at risk'],
    ['a column that tells without fail', { x: [1, 2, 3, 4] }, 'without fail'],
    ['twice the same', { x: [1, 3, 2, 1], y: [2, 6, 4, 2] }, 'make each other up'],
  ])('refuses %s', (_, columns: Record<string, number[]>, message) => {
    expect(() => cox({ durations: [1, 2, 3, 4], ended: [1, 1, 1, 1] }, columns)).toThrow(message);
  });

  it('refuses a likelihood that has flattened out at a ratio without an end', () => {
    const x = [1, 1, 1, 1, 0, 0, 0, 0, 0, 0];
    const durations = [1, 1, 1, 1, 2, 2, 2, 2, 1, 1];
    const ended = [1, 1, 1, 1, 1, 1, 1, 1, 0, 0];
    expect(() => cox({ durations, ended }, { x })).toThrow('without fail');
    expect(() => cox({ durations, ended }, { x: x.map((one) => -one) })).toThrow('without fail');
  });
});

describe('properties', () => {
  const subject = fc.record({
    duration: fc.integer({ min: 1, max: 20 }),
    ended: fc.integer({ min: 0, max: 1 }),
    group: fc.integer({ min: 0, max: 1 }),
  });
  const both = fc
    .array(subject, { minLength: 12, maxLength: 40 })
    .filter((all) =>
      [0, 1].every((group) => all.filter((one) => one.group === group && one.ended).length > 3),
    );

  it('does not mind the order, turns with the sign of a column and finds what the log-rank test finds', () => {
    fc.assert(
      fc.property(both, (all) => {
        const fitted = (rows: typeof all, sign: number) => {
          const durations = {
            durations: rows.map((one) => one.duration),
            ended: rows.map((one) => one.ended),
          };
          const x = rows.map(({ group }) => sign * group);
          try {
            return { effect: cox(durations, { x }).effects[0]?.estimate ?? NaN, rank: logRank(durations, x) };
          } catch {
            return null;
          }
        };
        const one = fitted(all, 1);
        const other = fitted(all.toReversed(), -1);
        fc.pre(one !== null && other !== null);
        expect(other?.effect).toBeCloseTo(-(one?.effect ?? NaN), 5);
        const second = one?.rank.groups.find(({ label }) => label === '1');
        const excess = (second?.observed ?? NaN) - (second?.expected ?? NaN);
        if (Math.abs(excess) > 0.5) expect(Math.sign(one?.effect ?? NaN)).toBe(Math.sign(excess));
      }),
      { numRuns: 60 },
    );
  });
});
