import { clusteredCovariance, coefficientOf } from '../../../evidence/covariance.js';
import { designOf } from '../../../evidence/design.js';
import { generalisedLinear } from '../../../evidence/generalised-linear.js';
import { interruptedSeries } from '../../../evidence/interrupted-series.js';
import type { Avoided } from './avoided.js';
import { byKey, totalOf, type ChosenCell } from './chosen-cells.js';
import type { EffectCell, EffectPlan } from './effect-plan.js';
import { monthNumber } from './month.js';

const AFTER = 'after';
const WAVES = { period: 12, pairs: 1 };
const LONG_ENOUGH = 24;

const saved = (observed: number, logarithm: number): number => observed * (Math.exp(-logarithm) - 1);

/**
 * The treated after against before, with nobody to compare with: what a contract without a comparison would have said.
 * For reading only; it takes every change of the times for an effect.
 */
export const ownHistory = (cells: readonly ChosenCell[], confidence: number): Avoided => {
  const own = cells.filter(({ unit }) => unit.arm === 'in');
  const fit = generalisedLinear(
    'quasi-poisson',
    own.map(({ amount }) => amount),
    designOf(own.length, { [AFTER]: own.map(({ after }) => (after ? 1 : 0)) }),
    { offset: own.map(({ exposure }) => Math.log(exposure)) },
  );
  const covariance = clusteredCovariance(
    fit,
    own.map(({ unit }) => unit.unitId),
  );
  const effect = coefficientOf(fit, covariance, AFTER, confidence);
  return read(totalOf(own.filter(({ after }) => after)).amount, effect);
};

const read = (
  observed: number,
  effect: {
    readonly estimate: number;
    readonly lower: number;
    readonly upper: number;
    readonly standardError: number;
  },
): Avoided => ({
  expected: observed * Math.exp(-effect.estimate),
  observed,
  avoided: saved(observed, effect.estimate),
  interval: { lower: saved(observed, effect.upper), upper: saved(observed, effect.lower) },
  standardError: observed * Math.exp(-effect.estimate) * effect.standardError,
  p: null,
  smallestP: null,
  descriptive: true,
});

/**
 * Both arms as monthly series with own levels and trends, the step of the treated over that of the others (controlled
 * interrupted time series). For reading only: with few months its errors are too small to pay by.
 */
export const controlledSeries = (
  plan: EffectPlan,
  cells: readonly EffectCell[],
  confidence: number,
): Avoided => {
  const arms = new Map(plan.units.map((unit) => [unit.unitId, unit.arm]));
  const used = cells
    .filter(
      ({ unitId, month }) =>
        arms.has(unitId) && (isWithin(plan.baseline, month) || isWithin(plan.period, month)),
    )
    .map((cell) => ({ arm: arms.get(cell.unitId), month: cell.month, ...numbers(cell) }));
  const sums = [...byKey(used, ({ arm, month }) => `${month} ${arm ?? ''}`)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, rows]) => {
      const [first] = rows;
      const total = totalOf(rows);
      return first && total.exposure > 0 ? [{ arm: first.arm, month: first.month, ...total }] : [];
    });
  const begins = monthNumber(plan.period.from);
  const months = new Set(sums.filter(({ month }) => monthNumber(month) < begins).map(({ month }) => month));
  const { level } = interruptedSeries(
    {
      outcome: sums.map(({ amount }) => amount),
      exposure: sums.map(({ exposure }) => exposure),
      time: sums.map(({ month }) => monthNumber(month)),
      interrupted: sums.map(({ arm }) => (arm === 'in' ? 1 : 0)),
      interruptedAt: begins,
    },
    {
      family: 'quasi-poisson',
      slopeChange: false,
      confidence,
      ...(months.size >= LONG_ENOUGH && { season: WAVES }),
    },
  );
  const after = sums.filter(({ arm, month }) => arm === 'in' && monthNumber(month) >= begins);
  return read(totalOf(after).amount, level);
};

const numbers = ({ amount, exposure }: EffectCell) => ({
  amount: Number(amount),
  exposure: Number(exposure),
});

const isWithin = ({ from, to }: EffectPlan['period'], month: string): boolean => month >= from && month <= to;
