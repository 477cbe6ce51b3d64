export { absenceChanged, employmentsFollowed, refreshMonthFacts } from './absence.jobs.js';
export { AbsenceModule } from './absence.module.js';
export * from './domain/absence-footprints.js';
export * from './domain/kinds.js';
export * from './domain/measures.js';
export { isProvisional, lastCompleteMonth, PROVISIONAL_MONTHS } from './domain/provisional.js';
export * from './domain/spell.js';
export { ImportModule } from './import/import.module.js';
export { ImportService, type FileOutcome, type FileToImport } from './import/import.service.js';
export { indicatorFacts, type IndicatorFact } from './indicator-facts.queries.js';
export { gatherPersonMonths, readPersonMonths, type PersonMonth } from './person-months.queries.js';
export { forgetFile, keepFile } from './import/kept-files.js';
export { spellsChanged, spellsImported } from './stale-units.queries.js';
export { groupFacts, MEASURED_BY, type MeasuredBy } from './measures.queries.js';
export { MeasuresService, type Measured } from './measures.service.js';
export {
  personMoments,
  twoYearsFrom,
  type MomentsOfYear,
  type PersonMoments,
} from './person-moments.queries.js';
export {
  absenceFacts,
  exposureFacts,
  presenceFacts,
  type ExposureFact,
  type FactsWanted,
} from './workplace-facts.queries.js';
