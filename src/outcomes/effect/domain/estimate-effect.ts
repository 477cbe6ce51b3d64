import { EvidenceError, type EvidenceFault } from '../../../evidence/evidence-error.js';
import type { InferenceMethod } from '../../../evidence/inference-choice.js';
import { refusalOf, smallestP } from '../../../evidence/smallest-p.js';
import type { DecimalText } from '../../../partnerships/index.js';
import { figureOf, knownFigure, type Avoided } from './avoided.js';
import {
  chooseCells,
  compared,
  matchedBaseline,
  totalOf,
  type Chosen,
  type ChosenCell,
} from './chosen-cells.js';
import type { EffectCell, EffectPlan } from './effect-plan.js';
import { controlledSeries, ownHistory } from './own-history.js';
import { BESIDE_DRAWS, preTrend, type PreTrend } from './pre-trend.js';
import { ratioEffect } from './ratio-effect.js';
import { readingOf, type EffectRefusal, type Reading } from './reading.js';
import { otherComparison, withoutProvisional, withoutShocks, type SensitivityKind } from './sensitivities.js';
import { seriesLines, type LinePoint } from './series-lines.js';
import { staggeredEffect } from './staggered-effect.js';

export const EFFECT_DESIGNS = ['ratio-difference', 'group-time', 'own-history'] as const;
export type EffectDesign = (typeof EFFECT_DESIGNS)[number];

export interface ToldEffect {
  readonly expected: DecimalText;
  readonly observed: DecimalText;
  readonly avoided: DecimalText;
  readonly lower: DecimalText | null;
  readonly upper: DecimalText | null;
}

/** One of the ways it could have been told otherwise; null with why not. */
export interface Sensitivity {
  readonly kind: SensitivityKind;
  readonly effect: ToldEffect | null;
  readonly why: EvidenceFault | 'same-cells' | 'no-comparison' | null;
}

export interface ArmCounts {
  readonly units: number;
  readonly amountBefore: DecimalText;
  readonly exposureBefore: DecimalText;
  readonly amountAfter: DecimalText;
  readonly exposureAfter: DecimalText;
}

/** An estimate with everything that a reader needs to believe it or not. Figures have 12 significant digits. */
export interface EffectEstimate {
  readonly indicator: string;
  readonly design: EffectDesign;
  readonly method: InferenceMethod | 'influence' | null;
  readonly effect: ToldEffect | null;
  readonly ratio: {
    readonly ratio: DecimalText;
    readonly lower: DecimalText | null;
    readonly upper: DecimalText | null;
  } | null;
  readonly standardError: DecimalText | null;
  /** The one-sided lower bound at the contract's level, which is paid by; null where nothing can be. */
  readonly payingBound: DecimalText | null;
  readonly p: DecimalText | null;
  readonly smallestP: DecimalText;
  readonly refusal: EffectRefusal | null;
  readonly fault: EvidenceFault | null;
  readonly reading: Reading;
  readonly treated: ArmCounts;
  readonly comparison: ArmCounts;
  /** Workplaces without months on both sides. */
  readonly leftOut: number;
  readonly baselineMonths: readonly string[];
  readonly provisionalMonths: readonly string[];
  readonly preTrend: PreTrendTold | null;
  readonly sensitivities: readonly Sensitivity[];
  readonly lines: readonly LinePoint[];
}

export interface PreTrendTold {
  readonly ratio: DecimalText;
  readonly lower: DecimalText | null;
  readonly upper: DecimalText | null;
  readonly p: DecimalText;
  readonly apart: boolean;
}

const CONFIDENCE = 0.95;

/** Ratio of ratios unless workplaces begin within the period, which needs effects by group; alone without a comparison. */
export const designFor = ({ units, period }: EffectPlan): EffectDesign => {
  if (!units.some(({ arm }) => arm === 'comparison')) return 'own-history';
  const begins = units.filter(({ arm }) => arm === 'in').map(({ from }) => from);
  return begins.some((from) => from > period.from) ? 'group-time' : 'ratio-difference';
};

type Told = Avoided & Partial<Pick<ReturnType<typeof ratioEffect>, 'method' | 'ratio'>>;

const tell = (plan: EffectPlan, chosen: readonly ChosenCell[], confidence: number): Told => {
  const design = designFor(plan);
  if (design === 'own-history') return ownHistory(chosen, confidence);
  if (design === 'group-time') return staggeredEffect(plan, chosen, confidence);
  const { seed, draws } = plan;
  return ratioEffect(chosen, { seed, draws, drawnByLot: plan.choice === 'lot', confidence });
};

const attempt = <T>(work: () => T): { readonly found: T } | { readonly fault: EvidenceFault } => {
  try {
    return { found: work() };
  } catch (fault) {
    if (fault instanceof EvidenceError) return { fault: fault.code };
    throw fault;
  }
};

const toldOf = ({ expected, observed, avoided, interval }: Avoided): ToldEffect => ({
  expected: knownFigure(expected),
  observed: knownFigure(observed),
  avoided: knownFigure(avoided),
  lower: figureOf(interval?.lower ?? null),
  upper: figureOf(interval?.upper ?? null),
});

// Sums differ in their last digits by the order of what is summed, and the search of a series makes more of it.
const inOneOrder = (cells: readonly EffectCell[]): EffectCell[] =>
  cells.toSorted((a, b) => compared(a.unitId, b.unitId) || compared(a.month, b.month));

/** Estimates an effect by a plan from the cells of its workplaces, with every other way that it could have been told. */
export const estimateEffect = (plan: EffectPlan, given: readonly EffectCell[]): EffectEstimate => {
  const cells = inOneOrder(given);
  const chosen = chooseCells(plan, cells);
  const design = designFor(plan);
  const main = attempt(() => tell(plan, chosen.cells, CONFIDENCE));
  const found = 'found' in main ? main.found : null;
  const refusal = refusalFor(plan, chosen, found);
  const trend = design === 'own-history' ? null : attempt(() => preTrend(plan, cells));
  const { treated, comparison } = armsOf(chosen);
  return {
    indicator: plan.indicator,
    design,
    method: found === null ? null : (found.method ?? (design === 'group-time' ? 'influence' : null)),
    effect: found && toldOf(found),
    ratio: ratioOf(found),
    standardError: figureOf(found?.standardError ?? null),
    payingBound: refusal === null ? payingBound(plan, chosen) : null,
    p: figureOf(found?.p ?? null),
    smallestP: knownFigure(smallestP(plan.choice, treated.units, comparison.units)),
    refusal,
    fault: 'fault' in main ? main.fault : null,
    reading: readingOf(found),
    treated,
    comparison,
    leftOut: chosen.leftOut.length,
    baselineMonths: matchedBaseline(plan),
    provisionalMonths: provisionalOf(plan, cells),
    preTrend: trend && 'found' in trend && trend.found ? trendOf(trend.found) : null,
    sensitivities: sensitivitiesOf(plan, cells, Number(treated.amountAfter)),
    lines: seriesLines(plan, cells),
  };
};

const refusalFor = (plan: EffectPlan, chosen: Chosen, found: Avoided | null): EffectRefusal | null => {
  if (designFor(plan) === 'own-history') return 'no-comparison';
  const { treated, comparison } = armsOf(chosen);
  const refused = refusalOf(
    plan.choice,
    { treated: treated.units, comparison: comparison.units },
    Number(plan.level),
  );
  if (refused) return refused;
  if (found === null) return 'cannot-be-estimated';
  return found.descriptive || found.interval === null ? 'no-interval' : null;
};

/** The lower end of the two-sided interval of twice the level is the one-sided bound of the level. */
const payingBound = (plan: EffectPlan, chosen: Chosen): DecimalText | null => {
  const told = attempt(() => tell(plan, chosen.cells, 1 - 2 * Number(plan.level)));
  return 'found' in told ? figureOf(told.found.interval?.lower ?? null) : null;
};

const armsOf = ({ cells }: Chosen): { treated: ArmCounts; comparison: ArmCounts } => {
  const of = (arm: 'in' | 'comparison'): ArmCounts => {
    const own = cells.filter(({ unit }) => unit.arm === arm);
    const before = totalOf(own.filter(({ after }) => !after));
    const after = totalOf(own.filter((cell) => cell.after));
    return {
      units: new Set(own.map(({ unit }) => unit.unitId)).size,
      amountBefore: knownFigure(before.amount),
      exposureBefore: knownFigure(before.exposure),
      amountAfter: knownFigure(after.amount),
      exposureAfter: knownFigure(after.exposure),
    };
  };
  return { treated: of('in'), comparison: of('comparison') };
};

const ratioOf = (found: Told | null): EffectEstimate['ratio'] =>
  found?.ratio
    ? {
        ratio: knownFigure(found.ratio.ratio),
        lower: figureOf(found.ratio.lower),
        upper: figureOf(found.ratio.upper),
      }
    : null;

const trendOf = ({ ratio, lower, upper, p, apart }: PreTrend): PreTrendTold => ({
  ratio: knownFigure(ratio),
  lower: figureOf(lower),
  upper: figureOf(upper),
  p: knownFigure(p),
  apart,
});

const provisionalOf = ({ period }: EffectPlan, cells: readonly EffectCell[]): string[] => {
  const months = cells.filter(
    ({ provisional, month }) => provisional && month >= period.from && month <= period.to,
  );
  return [...new Set(months.map(({ month }) => month))].sort();
};

/** Digits of another telling. */
const BESIDE_DIGITS = 3;

/**
 * Another telling, of the same observed amount as the estimate: told of the months that it keeps, it would tell by the
 * difference what those come to that it leaves out, be they one workplace's. So it can be held against the estimate too.
 */
const toldBeside = (told: Avoided, observed: number): ToldEffect | null => {
  if (told.observed === 0) return null;
  const scaled = (value: number): number =>
    Number(((value * observed) / told.observed).toPrecision(BESIDE_DIGITS));
  const { interval } = told;
  return toldOf({
    ...told,
    expected: scaled(told.expected),
    observed: scaled(told.observed),
    avoided: scaled(told.avoided),
    interval: interval && { lower: scaled(interval.lower), upper: scaled(interval.upper) },
  });
};

const sensitivitiesOf = (plan: EffectPlan, cells: readonly EffectCell[], observed: number): Sensitivity[] => {
  const again = (of: EffectPlan, used: readonly EffectCell[]): Avoided =>
    tell({ ...of, draws: Math.min(plan.draws, BESIDE_DRAWS) }, chooseCells(of, used).cells, CONFIDENCE);
  const compares = designFor(plan) !== 'own-history';
  const other = compares ? otherComparison(plan, cells) : null;
  const [calm, settled] = [withoutShocks(plan, cells), withoutProvisional(cells)];
  const told = (kind: SensitivityKind, work: () => Avoided): Sensitivity => {
    const result = attempt(work);
    return 'found' in result
      ? { kind, effect: toldBeside(result.found, observed), why: null }
      : { kind, effect: null, why: result.fault };
  };
  const absent = (kind: SensitivityKind, why: Sensitivity['why']): Sensitivity => ({
    kind,
    effect: null,
    why,
  });
  return [
    other ? told('other-comparison', () => again(other, cells)) : absent('other-comparison', 'no-comparison'),
    calm ? told('without-shocks', () => again(plan, calm)) : absent('without-shocks', 'same-cells'),
    settled
      ? told('without-provisional', () => again(plan, settled))
      : absent('without-provisional', 'same-cells'),
    told('own-history', () => ownHistory(chooseCells(plan, cells).cells, CONFIDENCE)),
    compares
      ? told('controlled-series', () => controlledSeries(plan, cells, CONFIDENCE))
      : absent('controlled-series', 'no-comparison'),
  ];
};
