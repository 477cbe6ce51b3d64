export { absenceChanged, refreshMonthFacts } from './absence.jobs.js';
export * from './domain/kinds.js';
export { calendarDays, clipped, dayNumber, isOpenOn, merged, type Stretch } from './domain/spell.js';
export { spellsChanged, spellsImported } from './stale-units.queries.js';
