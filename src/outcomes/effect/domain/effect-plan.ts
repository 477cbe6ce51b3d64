import type { Choice, DecimalText, IndicatorMeasure } from '../../../partnerships/index.js';
import type { Month } from './month.js';

/** What happened at a workplace in a month: units of the indicator over months of full-time work. */
export interface EffectCell {
  readonly unitId: string;
  readonly month: Month;
  readonly amount: DecimalText;
  readonly exposure: DecimalText;
  /** One of the latest months, about which more will be reported. */
  readonly provisional: boolean;
}

/** A workplace of the plan; `from` is the first month of the work there. */
export interface PlannedUnit {
  readonly unitId: string;
  readonly arm: 'in' | 'comparison';
  readonly from: Month;
  /** Whose workplace it is: another comparison is made of those of the same or of other employers. */
  readonly tenantId: string;
}

/** Something agreed beforehand to lie outside the contract, such as a strike; `unitIds` null for everybody. */
export interface PlannedShock {
  readonly kind: string;
  readonly from: Month;
  readonly to: Month;
  readonly unitIds: readonly string[] | null;
}

export interface MonthSpan {
  readonly from: Month;
  readonly to: Month;
}

/** How an effect will be told, written down before there are data of it: the same cells give the same estimate. */
export interface EffectPlan {
  readonly indicator: string;
  readonly measure: IndicatorMeasure;
  readonly definitionVersion: string;
  readonly baseline: MonthSpan;
  readonly period: MonthSpan;
  readonly units: readonly PlannedUnit[];
  readonly choice: Choice;
  /** The contract's, such as "0.05": of the one-sided bound that is paid by, and of the smallest p. */
  readonly level: DecimalText;
  readonly shocks: readonly PlannedShock[];
  /** Of the bootstrap and of drawn assignments. */
  readonly seed: number;
  /** How many of them; 9,999 unless there is a reason. */
  readonly draws: number;
}
