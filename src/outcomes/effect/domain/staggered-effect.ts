import { groupTimeEffects } from '../../../evidence/group-time-effects.js';
import { byKey, totalOf, type ChosenCell } from './chosen-cells.js';
import type { EffectPlan } from './effect-plan.js';
import { monthNumber, quarterOf } from './month.js';
import type { Avoided } from './avoided.js';

/** From so many workplaces on the interval of the influence functions holds what it promises. */
const ENOUGH_UNITS = 40;

/** 0 is the baseline as one; quarters of the period count from 1. */
const periodsOf = (cells: readonly ChosenCell[]): ReadonlyMap<string, number> =>
  new Map(
    [...new Set(cells.filter(({ after }) => after).map(({ month }) => quarterOf(month)))]
      .sort()
      .map((quarter, place) => [quarter, place + 1]),
  );

/**
 * Where workplaces begin within the period: effects by group and quarter against workplaces that never begin
 * (Callaway and Sant'Anna), on rates against the baseline as one period. Each workplace counts by its exposure.
 * Workplaces that lack a quarter are left out, since every unit is needed in every period.
 * @throws EvidenceError where a group is of one, or nobody is left to compare with
 */
export const staggeredEffect = (
  plan: EffectPlan,
  cells: readonly ChosenCell[],
  confidence: number,
): Avoided => {
  const periods = periodsOf(cells);
  const byUnit = byKey(cells, ({ unit }) => unit.unitId);
  const series = [...byUnit.values()].map((own) => seriesOf(plan, own, periods));
  const whole = series.filter(({ rates }) => rates.size === periods.size + 1);
  const arms = byKey(whole, ({ first }) => first);
  const rows = whole.flatMap((unit) => {
    const peers = arms.get(unit.first) ?? [];
    const usual = peers.reduce((sum, { exposure }) => sum + exposure, 0) / peers.length;
    return [...unit.rates].map(([period, rate]) => ({
      ...unit,
      period,
      outcome: (rate * unit.exposure) / usual,
    }));
  });
  const found = groupTimeEffects(
    {
      outcome: rows.map(({ outcome }) => outcome),
      unit: rows.map(({ unitId }) => unitId),
      period: rows.map(({ period }) => period),
      firstTreated: rows.map(({ first }) => first),
    },
    { control: 'never-treated', confidence },
  );
  const exposed = totalOf(
    cells.filter(({ unit, month }) => unit.arm === 'in' && hasBegun(plan, unit.from, month)),
  );
  const { estimate, lower, upper, standardError, p } = found.simple;
  const descriptive = whole.length < ENOUGH_UNITS;
  return {
    expected: exposed.amount - estimate * exposed.exposure,
    observed: exposed.amount,
    avoided: -estimate * exposed.exposure,
    interval: descriptive ? null : { lower: -upper * exposed.exposure, upper: -lower * exposed.exposure },
    standardError: standardError * exposed.exposure,
    p: descriptive ? null : p,
    smallestP: null,
    descriptive,
  };
};

const hasBegun = ({ period }: EffectPlan, from: string, month: string): boolean =>
  month >= period.from && month >= from;

const seriesOf = (
  plan: EffectPlan,
  own: readonly ChosenCell[],
  periods: ReadonlyMap<string, number>,
): {
  readonly unitId: string;
  readonly first: number;
  readonly exposure: number;
  readonly rates: ReadonlyMap<number, number>;
} => {
  const byPeriod = byKey(own, ({ month, after }) => (after ? (periods.get(quarterOf(month)) ?? 0) : 0));
  const rates = new Map(
    [...byPeriod].map(([period, cells]) => {
      const { amount, exposure } = totalOf(cells);
      return [period, amount / exposure];
    }),
  );
  const [{ unit } = { unit: null }] = own;
  const begins = unit?.arm === 'in' ? unit.from : null;
  const late = begins !== null && monthNumber(begins) > monthNumber(plan.period.from);
  const first = begins === null ? 0 : late ? (periods.get(quarterOf(begins)) ?? 0) : 1;
  return {
    unitId: unit?.unitId ?? '',
    first,
    exposure: totalOf(own.filter(({ after }) => after)).exposure,
    rates,
  };
};
