export type { Answers, Instrument, Item } from './instruments/domain/instrument.js';
export { findOwn } from './instruments/registry/registry.js';
export { ActionPlansService } from './results/action-plans.service.js';
export { latestItem, type ItemOfRound } from './results/latest-item.queries.js';
export { ApvService } from './results/apv.service.js';
export {
  latestRounds,
  listDrops,
  listStandingDrops,
  type Drop,
  type StandingDrop,
} from './results/results.repository.js';
export { reportingGroups, type GroupedUnit, type ReportingGroup } from './rounds/domain/reporting-groups.js';
export { surveyedMeans, type SurveyedSum } from './results/surveyed-means.queries.js';
export { roundClosed } from './rounds/rounds.jobs.js';
export { SurveysModule } from './surveys.module.js';
