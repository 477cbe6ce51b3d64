import type { Views } from '../../api/client';

export type Results = Views['ResultsView'];
export type UnitResult = Views['UnitResultView'];
export type ScaleCell = Views['ScaleCellView'];
export type ResultScale = Views['ResultScaleView'];
export type ResultRound = Views['ResultRoundView'];
export type UnitResults = Views['UnitResultsView'];
export type ItemResult = Views['ItemResultView'];
export type TrendPoint = Views['TrendPointView'];
export type BothLanguages = Views['BothLanguages'];
export type ActionPlan = Views['ActionPlanView'];
export type ActionPlans = Views['ActionPlansView'];
export type Apv = Views['ApvView'];
export type ApvAssessment = Views['ApvAssessmentView'];
export type ApvPhase = Views['ApvPhaseView'];
export type BesideAbsence = Views['BesideAbsenceView'];
export type BesideUnit = Views['BesideUnitView'];
export type HiddenReason = Views['SurveyHiddenReason'];

export const RESULT_FILTERS = [
  'all',
  'drops',
  'changes',
  'hidden',
] as const satisfies readonly Views['ResultFilter'][];
export type ResultFilter = (typeof RESULT_FILTERS)[number];
export const PLAN_FILTERS = [
  'planned',
  'under-way',
  'overdue',
  'done',
  'dropped',
] as const satisfies readonly Views['ActionPlanFilter'][];
export type PlanFilter = (typeof PLAN_FILTERS)[number];
export const PLAN_STATUSES = [
  'planned',
  'under-way',
  'done',
  'dropped',
] as const satisfies readonly Views['ActionPlanStatus'][];
export type PlanStatus = (typeof PLAN_STATUSES)[number];
