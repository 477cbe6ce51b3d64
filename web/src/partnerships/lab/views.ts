import type { Views } from '../../api/client';

export type LabView = Views['LabView'];
export type LabUnit = Views['LabUnitView'];
export type TrialView = Views['TrialView'];
export type TrialRow = Views['TrialRow'];
export type TrialAnswer = Views['TrialAnswerView'];
export type TrialQuestion = Views['TrialQuestionDto'];
export type TriedIndicator = Views['TriedIndicatorView'];
export type TriedRule = Views['TriedRuleView'];
export type Payment = Views['PaymentView'];
export type FalsePayment = Views['FalsePaymentView'];
export type LabMeasure = Views['IndicatorMeasure'];
export type LabRule = Views['LabRule'];

export const LAB_MEASURES = [
  'spells',
  'days-cut-at-30',
  'long-spells',
  'days',
] as const satisfies readonly LabMeasure[];
export const LAB_RULES = ['lower-bound', 'point', 'shrunk', 'count'] as const satisfies readonly LabRule[];
