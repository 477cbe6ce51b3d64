import type { Reason } from '../../../disclosure/index.js';
import type { EffectEstimate } from './estimate-effect.js';

/** Why figures of an arm are not shown, by quarter and over the period; null where they are. */
export interface ArmSight {
  readonly whole: Reason | null;
  readonly quarters: ReadonlyMap<string, Reason | null>;
}

/** An estimate as readers get it. */
export type ShownEstimate = EffectEstimate & { readonly hidden: Reason | null };

/** Leaves out what the output policy hides: the lines quarter by quarter, and everything where an arm is too small. */
export const shownEstimate = (
  estimate: EffectEstimate,
  sight: { readonly treated: ArmSight; readonly comparison: ArmSight },
): ShownEstimate => {
  const hidden = sight.treated.whole ?? sight.comparison.whole;
  const lines = estimate.lines.map((line) => {
    const [treated, comparison] = [sight.treated, sight.comparison].map(
      ({ quarters }) => (quarters.get(line.quarter) ?? null) === null,
    );
    return {
      ...line,
      treated: treated ? line.treated : null,
      comparison: comparison ? line.comparison : null,
      expected: comparison ? line.expected : null,
    };
  });
  if (hidden === null) return { ...estimate, lines, hidden };
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
