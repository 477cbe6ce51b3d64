import type { Views } from '../api/client';

export type JourneyRow = Views['JourneyRow'];
export type JourneyView = Views['JourneyView'];
export type JourneyStep = Views['JourneyStepView'];
export type CheckIn = Views['CheckInView'];
export type JourneyFilter = Views['IntroductionFilter'];
export type JourneyOrder = Views['IntroductionOrder'];
export type LinkHolder = Views['IntroductionLinkHolder'];
export type ProgrammeView = Views['ProgrammeView'];
export type StepDraft = Views['StepDto'];
export type Moment = Views['IntroductionMoment'];
export type StepHand = Views['StepHand'];
export type LinkPageView = Views['LinkPageView'];
export type Cohorts = Views['CohortsView'];
export type Cohort = Views['CohortView'];
export type CohortCell = Views['CohortCellView'];
export type CohortCurve = Views['CohortCurveView'];
export type Wording = Views['WordingView'];

export const JOURNEY_FILTERS = [
  'active',
  'attention',
  'upcoming',
  'running',
  'paused',
  'completed',
  'lapsed',
  'ended',
  'all',
] as const satisfies readonly JourneyFilter[];

export const JOURNEY_ORDERS = [
  'urgency',
  'startsOn',
  '-startsOn',
  'name',
  '-name',
  'unit',
  '-unit',
] as const satisfies readonly JourneyOrder[];

export const MOMENTS = [
  'before-day-1',
  'day-1',
  'week-1',
  'day-30',
  'day-60',
  'day-90',
  'day-180',
] as const satisfies readonly Moment[];

export const HANDS = ['leader', 'buddy', 'hr', 'employee', 'amo'] as const satisfies readonly StepHand[];

export type ProgrammeRow = Views['ProgrammeRow'];
