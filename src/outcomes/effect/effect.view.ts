import { ApiProperty } from '@nestjs/swagger';
import { EFFECT_DESIGNS, type EffectDesign, type Sensitivity } from './domain/estimate-effect.js';
import { FIDELITY, type FidelityKind, type FidelityState } from './domain/fidelity.js';
import { READINGS, type Reading } from './domain/reading.js';
import { SENSITIVITIES, type SensitivityKind } from './domain/sensitivities.js';

const FIDELITY_STATES = [
  'measured',
  'not-yet-measured',
  'too-few',
] as const satisfies readonly FidelityState[];

export class EffectRangeView {
  expected: string;
  observed: string;
  avoided: string;
  lower: string | null;
  upper: string | null;
}

export class RatioView {
  ratio: string;
  lower: string | null;
  upper: string | null;
}

export class PreTrendView extends RatioView {
  p: string;
  /** Whether the arms ran apart before the contract already. */
  apart: boolean;
}

export class ArmCountsView {
  units: number;
  amountBefore: string;
  exposureBefore: string;
  amountAfter: string;
  exposureAfter: string;
}

export class SensitivityView {
  @ApiProperty({ enum: SENSITIVITIES, enumName: 'SensitivityKind' })
  kind: SensitivityKind;
  @ApiProperty({ type: EffectRangeView, nullable: true })
  effect: EffectRangeView | null;
  @ApiProperty({ type: String, nullable: true })
  why: Sensitivity['why'];
}

/** A calendar quarter; rates a full-time year. */
export class LinePointView {
  quarter: string;
  after: boolean;
  treated: string | null;
  comparison: string | null;
  expected: string | null;
}

/** An estimate of both arms as wholes. Figures are decimals as text. */
export class ToldEstimateView {
  indicator: string;
  @ApiProperty({ enum: EFFECT_DESIGNS, enumName: 'EffectDesign' })
  design: EffectDesign;
  @ApiProperty({ type: String, nullable: true })
  method: string | null;
  @ApiProperty({ type: EffectRangeView, nullable: true })
  effect: EffectRangeView | null;
  @ApiProperty({ type: RatioView, nullable: true })
  ratio: RatioView | null;
  standardError: string | null;
  /** The one-sided lower bound at the contract's level, which may be paid by. */
  payingBound: string | null;
  p: string | null;
  smallestP: string;
  @ApiProperty({ type: String, nullable: true })
  refusal: string | null;
  @ApiProperty({ type: String, nullable: true })
  fault: string | null;
  @ApiProperty({ enum: READINGS, enumName: 'EffectReading' })
  reading: Reading;
  treated: ArmCountsView;
  comparison: ArmCountsView;
  /** Workplaces without months on both sides. */
  leftOut: number;
  baselineMonths: string[];
  provisionalMonths: string[];
  @ApiProperty({ type: PreTrendView, nullable: true })
  preTrend: PreTrendView | null;
  sensitivities: SensitivityView[];
}

export class EstimateView extends ToldEstimateView {
  lines: LinePointView[];
  /** Why nothing is shown; null where it is. */
  @ApiProperty({ type: String, nullable: true })
  hidden: string | null;
}

export class FidelityView {
  @ApiProperty({ enum: FIDELITY, enumName: 'FidelityKind' })
  kind: FidelityKind;
  @ApiProperty({ enum: FIDELITY_STATES, enumName: 'FidelityState' })
  state: FidelityState;
  percent: number | null;
  /** Whole days that a referral waited. */
  days: number | null;
}

/** What an estimate was told as, kept as it was shown. */
export class EstimateContent {
  estimate: EstimateView;
  fidelity: FidelityView[];
  knownOn: string;
}

export class PlanEstimateView {
  id: string;
  @ApiProperty({ enum: ['building', 'ready', 'failed'], enumName: 'EstimateState' })
  state: 'building' | 'ready' | 'failed';
  failure: string | null;
  orderedAt: string;
  finishedAt: string | null;
  @ApiProperty({ type: EstimateContent, nullable: true })
  content: EstimateContent | null;
}

/** How an effect is told, and what was last told by it. */
export class EffectPlanView {
  id: string;
  indicator: string;
  measure: string;
  from: string;
  to: string;
  contractVersion: number;
  hash: string;
  savedAt: string;
  /** Saved before the first day of what it evaluates. */
  preregistered: boolean;
  /** Whether the period is over. */
  over: boolean;
  @ApiProperty({ type: PlanEstimateView, nullable: true })
  estimate: PlanEstimateView | null;
}

export class EffectView {
  /** The latest period first. */
  plans: EffectPlanView[];
  /** Whether a contract has been agreed, without which there is nothing to plan by. */
  agreed: boolean;
  /** Settlement periods of the contract without a plan. */
  unplanned: number;
  abilities: string[];
}
