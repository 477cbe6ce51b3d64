import { estimateOf, type Estimate } from './estimate.js';
import type { Influenced } from './group-time-effects.js';
import { at, distinct, mean, sum, vector, type Numbers } from './vector.js';

export interface Aggregates {
  /** All effects after the start, weighted by the size of their group. */
  readonly simple: Estimate;
  /** Mean after the start of each group, and over groups by size: the one to report. */
  readonly byGroup: readonly (Estimate & { readonly group: number })[];
  readonly overall: Estimate;
  /** By periods since the start; negative ones are before it and should be 0. */
  readonly byLength: readonly (Estimate & { readonly length: number })[];
  /** The mean over the lengths from 0 on. */
  readonly overLengths: Estimate;
  readonly byPeriod: readonly (Estimate & { readonly period: number })[];
}

/** A weighted mean of effects and its influence function. */
interface Mean {
  readonly estimate: number;
  readonly influence: Float64Array;
}

/** Aggregates of group-time effects (Callaway and Sant'Anna 2021, section 3). @param first first period treated by unit */
export const aggregate = (effects: readonly Influenced[], first: Numbers, confidence = 0.95): Aggregates => {
  const units = first.length;
  const told = ({ estimate, influence }: Mean): Estimate => {
    const squares = mean(vector(units, (unit) => at(influence, unit) ** 2));
    return estimateOf(estimate, Math.sqrt(squares / units), Infinity, confidence);
  };
  const bySize = (chosen: readonly Influenced[]): Mean => sized(chosen, first);
  const after = effects.filter(({ group, period }) => period >= group);
  const groups = distinct(after.map(({ group }) => group));
  const ofGroups = groups.map((group) => ({
    group,
    ...even(after.filter((effect) => effect.group === group)),
  }));
  const lengths = distinct(effects.map(({ group, period }) => period - group));
  const ofLengths = lengths.map((length) => ({
    length,
    ...bySize(effects.filter(({ group, period }) => period - group === length)),
  }));
  const periods = distinct(after.map(({ period }) => period));
  return {
    simple: told(bySize(after)),
    byGroup: ofGroups.map((each) => ({ group: each.group, ...told(each) })),
    overall: told(sized(ofGroups, first)),
    byLength: ofLengths.map((each) => ({ length: each.length, ...told(each) })),
    overLengths: told(even(ofLengths.filter(({ length }) => length >= 0))),
    byPeriod: periods.map((period) => ({
      period,
      ...told(bySize(after.filter((effect) => effect.period === period))),
    })),
  };
};

const even = (means: readonly Mean[]): Mean => ({
  estimate: mean(means.map(({ estimate }) => estimate)),
  influence: vector(means[0]?.influence.length ?? 0, (unit) =>
    mean(means.map(({ influence }) => at(influence, unit))),
  ),
});

/** Weighted by the shares of units in each effect's group; that these shares are estimated counts too. */
const sized = (means: readonly (Mean & { readonly group: number })[], first: Numbers): Mean => {
  const units = first.length;
  const share = (group: number): number =>
    Array.from(first).filter((begins) => begins === group).length / units;
  const shares = means.map(({ group }) => share(group));
  const total = sum(shares);
  const estimate = sum(means.map((each, place) => (each.estimate * at(shares, place)) / total));
  const influence = vector(units, (unit) => {
    let pull = 0;
    means.forEach((each, place) => {
      const own = at(shares, place);
      const surprise = (at(first, unit) === each.group ? 1 : 0) - own;
      pull += (own / total) * at(each.influence, unit) + (surprise / total) * (each.estimate - estimate);
    });
    return pull;
  });
  return { estimate, influence };
};
