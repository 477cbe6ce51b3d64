import { publishedData } from '../../test/factories/published-data.js';
import { groupTimeEffects, type StaggeredPanel } from './group-time-effects.js';

const file = publishedData('mpdta.csv');
const counties: StaggeredPanel = {
  outcome: file.numbers('lemp'),
  unit: file.text('countyreal'),
  period: file.numbers('year'),
  firstTreated: file.numbers('first.treat'),
};

describe('the minimum wage of Callaway and Sant’Anna', () => {
  const result = groupTimeEffects(counties, { control: 'never-treated' });
  const of = (group: number): string[] =>
    result.effects.filter((effect) => effect.group === group).map(({ estimate }) => estimate.toFixed(4));

  it('gives the published effects by group and time', () => {
    expect(of(2004)).toEqual(['-0.0105', '-0.0704', '-0.1373', '-0.1008']);
    expect(of(2006)).toEqual(['0.0065', '-0.0028', '-0.0046', '-0.0412']);
    expect(of(2007)).toEqual(['0.0305', '-0.0027', '-0.0311', '-0.0261']);
    expect([result.units, result.neverTreated]).toEqual([500, 309]);
  });

  it('gives the published aggregates', () => {
    expect(result.simple.estimate.toFixed(6)).toBe('-0.039951');
    expect(result.overall.estimate.toFixed(6)).toBe('-0.031018');
    const after = result.byLength.filter(({ length }) => length >= 0);
    expect(after.map(({ estimate }) => estimate.toPrecision(5))).toEqual([
      '-0.019932',
      '-0.050957',
      '-0.13726',
      '-0.10081',
    ]);
    expect(result.overLengths.estimate.toFixed(5)).toBe('-0.07724');
  });

  it('compares with those not yet treated, too', () => {
    const wider = groupTimeEffects(counties, { control: 'not-yet-treated' });
    const first = wider.effects.find(({ group, period }) => group === 2004 && period === 2004);
    expect(first?.compared).toBe(309 + 40 + 131);
    const last = wider.effects.find(({ group, period }) => group === 2007 && period === 2007);
    expect(last?.compared).toBe(309);
  });
});

describe('errors', () => {
  const row = (unit: string, firstTreated: number, changes: readonly number[]) =>
    changes.map((outcome, period) => ({ unit, firstTreated, outcome, period: period + 1 }));
  const panelOf = (rows: ReturnType<typeof row>): StaggeredPanel => ({
    outcome: rows.map(({ outcome }) => outcome),
    unit: rows.map(({ unit }) => unit),
    period: rows.map(({ period }) => period),
    firstTreated: rows.map(({ firstTreated }) => firstTreated),
  });
  const four = [
    ...row('a', 2, [0, 5]),
    ...row('b', 2, [0, 7]),
    ...row('c', 0, [0, 1]),
    ...row('d', 0, [0, 2]),
  ];

  it('are those of two means, by hand', () => {
    // Changes 5, 7 against 1, 2: effect 4.5, variance (1 + 1)/2/2 + (.25 + .25)/2/2 = .625.
    const { effects, overall } = groupTimeEffects(panelOf(four), { control: 'never-treated' });
    expect(effects).toHaveLength(1);
    expect(effects[0]?.estimate).toBeCloseTo(4.5, 12);
    expect(effects[0]?.standardError).toBeCloseTo(Math.sqrt(0.625), 12);
    expect(overall.standardError).toBeCloseTo(Math.sqrt(0.625), 12);
  });

  it.each([
    ['a missing row', four.slice(1), 'unit a has no row in period 1'],
    ['a row twice', [...four, ...four.slice(0, 1)], 'unit a has period 1 twice: row 9'],
    ['two beginnings', [...four, ...row('a', 3, [1])], 'unit a begins twice: row 9'],
    ['one unit alone', four.slice(2), 'only one unit begins in period 2'],
    ['nobody treated', [...four.slice(4), ...row('e', 1, [0, 1])], 'no unit begins within'],
  ])('refuses %s', (_, rows, message) => {
    expect(() => groupTimeEffects(panelOf(rows), { control: 'never-treated' })).toThrow(message);
  });
});
