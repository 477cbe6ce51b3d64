import { drawsOf } from '../../../evidence/random.js';
import type { EffectCell, EffectPlan, PlannedUnit } from './effect-plan.js';
import { designFor, estimateEffect } from './estimate-effect.js';
import { monthsBetween } from './month.js';

const units = (treated: number, comparison: number, from = '2026-01'): PlannedUnit[] =>
  Array.from({ length: treated + comparison }, (_, place) => ({
    unitId: `unit-${String(place).padStart(2, '0')}`,
    tenantId: place % 3 === 0 ? 'own' : 'other',
    arm: place < treated ? 'in' : 'comparison',
    from,
  }));

const plan = (over: Partial<EffectPlan> = {}): EffectPlan => ({
  indicator: 'spells',
  measure: 'spells',
  definitionVersion: '1',
  baseline: { from: '2024-01', to: '2025-12' },
  period: { from: '2026-01', to: '2026-12' },
  units: units(10, 14),
  choice: 'lot',
  level: '0.05',
  shocks: [],
  seed: 7,
  draws: 399,
  ...over,
});

/** Spells with a level of each unit, a season, a common fall after, and the effect on those treated once they begin. */
const cellsOf = (of: EffectPlan, effect: number, seed = 1): EffectCell[] => {
  const draws = drawsOf(seed);
  const about = (mean: number): number => {
    let [left, many] = [mean, 0];
    for (left += Math.log(draws.uniform()); left > 0; left += Math.log(draws.uniform())) many += 1;
    return many;
  };
  return of.units.flatMap((unit, place) =>
    monthsBetween(of.baseline.from, of.period.to).map((month) => {
      const exposure = 60 + 5 * (place % 7);
      const season = Number(month.slice(5)) < 4 ? 1.3 : 0.9;
      const common = month >= '2026-01' ? 0.8 : 1;
      const own = unit.arm === 'in' && month >= unit.from ? effect : 1;
      const rate = 0.16 * (1 + 0.05 * (place % 5)) * season * common * own;
      return {
        unitId: unit.unitId,
        month,
        exposure: String(exposure),
        amount: String(about(rate * exposure)),
        provisional: month > '2026-10',
      };
    }),
  );
};

/** Two numbers a unit: one month before, one after. */
const twoMonths = (amounts: readonly (readonly [number, number])[]): EffectCell[] =>
  amounts.flatMap(([before, after], place) =>
    (['2025-03', '2026-03'] as const).map((month) => ({
      unitId: `unit-${String(place).padStart(2, '0')}`,
      month,
      exposure: '100',
      amount: String(month === '2025-03' ? before : after),
      provisional: false,
    })),
  );

describe('the effect of a partnership', () => {
  it('is what was expected by the comparison less what was observed, by hand', () => {
    // Treated 100 before, 80 after; comparison 200 before, 190 after. They kept 95 in 100, so 95 were expected and 15
    // avoided; (80/100)/(190/200) = 0.842105263158.
    const small = plan({
      units: units(4, 8),
      baseline: { from: '2025-03', to: '2025-03' },
      period: { from: '2026-03', to: '2026-03' },
    });
    const told = estimateEffect(
      small,
      twoMonths([
        ...([
          [22, 19],
          [28, 21],
          [25, 20],
          [25, 20],
        ] as const),
        ...([
          [25, 22],
          [25, 26],
          [20, 19],
          [30, 28],
          [26, 25],
          [24, 24],
          [27, 25],
          [23, 21],
        ] as const),
      ]),
    );
    expect(told.effect).toMatchObject({ expected: '95', observed: '80', avoided: '15' });
    expect(told.ratio?.ratio).toBe('0.842105263158');
    expect(told).toMatchObject({
      design: 'ratio-difference',
      method: 'wild-cluster-bootstrap',
      refusal: null,
      treated: { units: 4, amountBefore: '100', exposureAfter: '400' },
      // One of 495 ways in which four of twelve could have been drawn.
      smallestP: '0.0020202020202',
    });
    expect(told.lines).toEqual([
      { quarter: '2025-Q1', after: false, treated: '3', comparison: '3', expected: '3' },
      { quarter: '2026-Q1', after: true, treated: '2.4', comparison: '2.85', expected: '2.85' },
    ]);
  });

  it('that is there is found, with the truth in its interval', () => {
    const told = estimateEffect(plan(), cellsOf(plan(), 0.75));
    expect(Number(told.ratio?.lower)).toBeLessThan(0.75);
    expect(Number(told.ratio?.upper)).toBeGreaterThan(0.75);
    expect(told.reading).toBe('fewer');
    expect(Number(told.payingBound)).toBeGreaterThan(Number(told.effect?.lower));
    expect(Number(told.payingBound)).toBeLessThan(Number(told.effect?.avoided));
    expect(told.preTrend?.apart).toBe(false);
    expect(told.provisionalMonths).toEqual(['2026-11', '2026-12']);
  });

  it('that is not there cannot be told from no change, and nothing is paid by its bound', () => {
    const told = estimateEffect(plan(), cellsOf(plan(), 1, 3));
    expect(told.reading).toBe('no-change-told');
    expect(Number(told.payingBound)).toBeLessThan(0);
    // Who has nobody to compare with takes the common fall for an effect.
    const own = told.sensitivities.find(({ kind }) => kind === 'own-history');
    expect(Number(own?.effect?.lower)).toBeGreaterThan(0);
  });

  it('is the same to the last digit, in whatever order the cells come', () => {
    // Amounts with decimals: the sum of whole numbers is the same in any order.
    const cells = cellsOf(plan(), 0.9).map((cell, place) => ({
      ...cell,
      amount: (Number(cell.amount) / 7).toFixed(9),
      exposure: (Number(cell.exposure) + (place % 13) / 13).toFixed(9),
    }));
    const otherOrder = cells.toSorted((a, b) => (a.month + a.unitId < b.month + b.unitId ? 1 : -1));
    expect(estimateEffect(plan(), otherOrder)).toEqual(estimateEffect(plan(), cells));
  });

  it('is told otherwise of the same observed amount, so that no difference tells what was left out', () => {
    // A strike at one workplace in one month, whose spells are nobody else's to know.
    const shocks = [{ kind: 'strike', from: '2026-02', to: '2026-02', unitIds: ['unit-00'] }];
    const cells = cellsOf(plan(), 0.8);
    const told = estimateEffect(plan({ shocks }), cells);
    const kept = estimateEffect(
      plan(),
      cells.filter(({ unitId, month }) => unitId !== 'unit-00' || month !== '2026-02'),
    );
    const beside = told.sensitivities.find(({ kind }) => kind === 'without-shocks')?.effect;
    const few = (value: number): string => String(Number(value.toPrecision(3)));
    const [observed, left] = [Number(told.treated.amountAfter), Number(kept.treated.amountAfter)];
    expect(left).toBeLessThan(observed);
    expect(beside?.observed).toBe(few(observed));
    // The ratio is that of the months kept.
    expect(beside?.expected).toBe(few((Number(kept.effect?.expected) * observed) / left));
    for (const { effect } of told.sensitivities) expect(effect?.observed).toBe(few(observed));
  });

  it('is told otherwise too: another comparison, without shocks, without what is provisional', () => {
    const shocks = [{ kind: 'strike', from: '2026-02', to: '2026-03', unitIds: null }];
    const told = estimateEffect(plan({ shocks }), cellsOf(plan(), 0.8));
    expect(told.sensitivities.map(({ kind, why }) => [kind, why])).toEqual([
      ['other-comparison', null],
      ['without-shocks', null],
      ['without-provisional', null],
      ['own-history', null],
      ['controlled-series', null],
    ]);
    for (const { effect } of told.sensitivities) expect(Number(effect?.avoided)).toBeGreaterThan(0);
    expect(estimateEffect(plan(), cellsOf(plan(), 0.8)).sensitivities[1]).toEqual({
      kind: 'without-shocks',
      effect: null,
      why: 'same-cells',
    });
  });

  it('of a quarter is held against the same quarters before', () => {
    const quarter = plan({ period: { from: '2026-01', to: '2026-03' } });
    const told = estimateEffect(quarter, cellsOf(plan(), 1, 5));
    expect(told.baselineMonths).toEqual(['2024-01', '2024-02', '2024-03', '2025-01', '2025-02', '2025-03']);
  });

  it('sees trends that ran apart before', () => {
    const drifting = cellsOf(plan(), 1).map((cell) =>
      cell.unitId < 'unit-10' && cell.month >= '2025-01'
        ? { ...cell, amount: String(Math.round(Number(cell.amount) * 1.6)) }
        : cell,
    );
    expect(estimateEffect(plan(), drifting).preTrend?.apart).toBe(true);
  });

  it.each([
    ['too-few-treated', { units: units(3, 20) }, 'descriptive-fewer'],
    ['p-out-of-reach', { units: units(8, 12), choice: 'chosen' as const }, 'fewer'],
    ['no-interval', { units: units(4, 5) }, 'descriptive-fewer'],
    ['no-comparison', { units: units(10, 0) }, 'descriptive-fewer'],
  ] as const)('is refused as ground for paying: %s', (refusal, over, reading) => {
    const told = estimateEffect(plan(over), cellsOf(plan(over), 0.7));
    expect(told).toMatchObject({ refusal, payingBound: null, reading });
  });

  it('of workplaces that begin within the period is told by group and quarter', () => {
    const staggered = plan({
      units: units(24, 30).map((unit, place) => ({
        ...unit,
        from: place % 2 === 0 ? '2026-01' : '2026-07',
      })),
    });
    const told = estimateEffect(staggered, cellsOf(staggered, 0.7));
    expect(designFor(staggered)).toBe('group-time');
    expect(told).toMatchObject({ method: 'influence', refusal: null, reading: 'fewer' });
    const relative = Number(told.effect?.avoided) / Number(told.effect?.expected);
    expect(relative).toBeGreaterThan(0.2);
    expect(relative).toBeLessThan(0.4);
  });

  it('is not told where nothing can be, and says why', () => {
    const told = estimateEffect(plan(), []);
    expect(told).toMatchObject({ effect: null, reading: 'not-estimated', refusal: 'too-few-treated' });
    expect(told.leftOut).toBe(24);
  });
});
