import type { Views } from '../api/client';

export type EffectView = Views['EffectView'];
export type EffectPlan = Views['EffectPlanView'];
/** A settlement's has no quarters, and is kept only where it may be told. */
export type EffectEstimate = Omit<Views['EstimateView'], 'lines' | 'hidden'> &
  Partial<Pick<Views['EstimateView'], 'lines' | 'hidden'>>;
export type EffectRange = Views['EffectRangeView'];
export type LinePoint = Views['LinePointView'];
export type Fidelity = Views['FidelityView'];
export type Sensitivity = Views['SensitivityView'];
export type SettlementPageView = Views['SettlementPage'];
export type SettlementRow = Views['SettlementRow'];
export type SettlementView = Views['SettlementView'];
export type Statement = Views['StatementView'];
export type StatementLine = Views['LineView'];
export type ForecastPeriod = Views['ForecastView'];
