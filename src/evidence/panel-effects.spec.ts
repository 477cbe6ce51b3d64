import { publishedData } from '../../test/factories/published-data.js';
import { groupTimeEffects } from './group-time-effects.js';
import { eventStudy, twoWayFixedEffects, type Panel } from './panel-effects.js';

const file = publishedData('mpdta.csv');
const panel: Panel = {
  outcome: file.numbers('lemp'),
  unit: file.text('countyreal'),
  period: file.numbers('year'),
};
const first = file.numbers('first.treat');
const begun = first.map((year, row) => (year > 0 && (file.numbers('year')[row] ?? NaN) >= year ? 1 : 0));

describe('two-way fixed effects', () => {
  it('give the published number for the minimum wage', () => {
    const { effects, covariance, units } = twoWayFixedEffects(panel, { begun });
    expect(effects[0]?.estimate.toFixed(6)).toBe('-0.036549');
    expect(covariance).toEqual({ kind: 'CR1', clusters: 500 });
    expect(units).toBe(500);
  });

  it('take CR2 below forty clusters, and any clusters above the units', () => {
    const regions = file.text('countyreal').map((county) => Number(county) % 40);
    const { covariance, effects } = twoWayFixedEffects({ ...panel, clusters: regions }, { begun });
    expect(covariance).toEqual({ kind: 'CR2', clusters: new Set(regions).size });
    expect(effects[0]?.degrees).toBeLessThan(new Set(regions).size);
  });
});

describe('event study', () => {
  it('is the difference in differences of each period where all begin at once', () => {
    const rows = first.flatMap((year, row) => (year === 0 || year === 2006 ? [row] : []));
    const of = <T>(column: ArrayLike<T>): T[] => rows.flatMap((row) => column[row] ?? []);
    const some = { outcome: of(panel.outcome), unit: of(panel.unit), period: of(panel.period) };
    const study = eventStudy(some, of(first), { leads: 3, lags: 1 });
    const effects = groupTimeEffects(
      { ...some, firstTreated: of(first) },
      { control: 'never-treated' },
    ).effects;
    expect(study.effects.map(({ name }) => name)).toEqual(['-3', '-2', '+0', '+1']);
    const after = study.effects.slice(2).map(({ estimate }) => estimate.toFixed(10));
    expect(after).toEqual(effects.slice(2).map(({ estimate }) => estimate.toFixed(10)));
    // Before, group-time effects go from year to year: 2005 less 2004 is the lead of 2004 turned round.
    expect(study.effects[1]?.estimate).toBeCloseTo(-(effects[1]?.estimate ?? NaN), 10);
    expect(study.leads).toMatchObject({ above: 2, below: study.units - 1 });
    expect(study.leads?.p).toBeGreaterThan(0.05);
  });

  it('finds trends that ran apart before', () => {
    const drift = Array.from(panel.outcome, (value, row) =>
      (first[row] ?? 0) > 0 ? value + 0.2 * (panel.period[row] ?? NaN) : value,
    );
    expect(eventStudy({ ...panel, outcome: drift }, first, { leads: 3, lags: 3 }).leads?.p).toBeLessThan(
      1e-6,
    );
  });

  it('refuses where nobody begins', () => {
    expect(() =>
      eventStudy(
        panel,
        first.map(() => 0),
        { leads: 2, lags: 2 },
      ),
    ).toThrow('no unit begins');
  });
});
