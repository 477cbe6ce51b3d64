import type { Reason } from '../../../disclosure/index.js';
import type { ArmsSight } from './arm-figures.js';
import { knownFigure } from './avoided.js';
import type { ArmCounts, EffectEstimate, ToldEffect } from './estimate-effect.js';

/** An estimate is told again when more is known: to so few digits that no person's days show in the difference. */
const DIGITS = 3;

const few = (text: string): string => knownFigure(Number(Number(text).toPrecision(DIGITS)));
const fewOf = <Text extends string | null>(text: Text) => (text === null ? null : few(text));

const effectInFew = ({ expected, observed, avoided, lower, upper }: ToldEffect): ToldEffect => ({
  expected: few(expected),
  observed: few(observed),
  avoided: few(avoided),
  lower: fewOf(lower),
  upper: fewOf(upper),
});

type ToldRatio = NonNullable<EffectEstimate['ratio']>;

const ratioInFew = ({ ratio, lower, upper }: ToldRatio): ToldRatio => ({
  ratio: few(ratio),
  lower: fewOf(lower),
  upper: fewOf(upper),
});

const countsInFew = ({ units, ...amounts }: ArmCounts): ArmCounts => ({
  units,
  amountBefore: few(amounts.amountBefore),
  exposureBefore: few(amounts.exposureBefore),
  amountAfter: few(amounts.amountAfter),
  exposureAfter: few(amounts.exposureAfter),
});

/** An estimate as readers get it. */
export type ShownEstimate = EffectEstimate & { readonly hidden: Reason | null };

/** Leaves out what the output policy hides: the lines quarter by quarter, and everything where an arm is too small. */
export const shownEstimate = (estimate: EffectEstimate, sight: ArmsSight): ShownEstimate => {
  const hidden = sight.treated.whole ?? sight.comparison.whole;
  const lines = estimate.lines.map((line) => {
    const [treated, comparison] = [sight.treated, sight.comparison].map(
      ({ quarters }) => (quarters.get(line.quarter) ?? null) === null,
    );
    return {
      ...line,
      treated: treated ? fewOf(line.treated) : null,
      comparison: comparison ? fewOf(line.comparison) : null,
      expected: comparison ? fewOf(line.expected) : null,
    };
  });
  if (hidden === null)
    return {
      ...estimate,
      effect: estimate.effect && effectInFew(estimate.effect),
      ratio: estimate.ratio && ratioInFew(estimate.ratio),
      p: fewOf(estimate.p),
      standardError: fewOf(estimate.standardError),
      payingBound: fewOf(estimate.payingBound),
      treated: countsInFew(estimate.treated),
      comparison: countsInFew(estimate.comparison),
      sensitivities: estimate.sensitivities.map(({ effect, ...told }) => ({
        ...told,
        effect: effect && effectInFew(effect),
      })),
      lines,
      hidden,
    };
  const nothing = { amountBefore: '0', exposureBefore: '0', amountAfter: '0', exposureAfter: '0' };
  return {
    ...estimate,
    effect: null,
    ratio: null,
    standardError: null,
    payingBound: null,
    p: null,
    preTrend: null,
    reading: 'not-estimated',
    treated: { ...nothing, units: estimate.treated.units },
    comparison: { ...nothing, units: estimate.comparison.units },
    sensitivities: [],
    lines: [],
    hidden,
  };
};
