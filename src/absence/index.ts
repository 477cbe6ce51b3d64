export { absenceChanged, refreshMonthFacts } from './absence.jobs.js';
export { AbsenceModule } from './absence.module.js';
export * from './domain/kinds.js';
export * from './domain/spell.js';
export { ImportModule } from './import/import.module.js';
export { ImportService, type FileOutcome, type FileToImport } from './import/import.service.js';
export { spellsChanged, spellsImported } from './stale-units.queries.js';
export { MEASURED_BY, type MeasuredBy } from './measures.queries.js';
export { MeasuresService, type Measured } from './measures.service.js';
