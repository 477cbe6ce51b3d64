export { employmentsChanged } from './people.jobs.js';
export { PeopleModule } from './people.module.js';
export { findReached, type ReachedPerson } from './people.queries.js';
export { fieldShown, reach, type Fragment } from './reach.queries.js';
export { judgeRoster, TooManyUnits } from './roster/judge-roster.queries.js';
export { mergeRoster } from './roster/merge-roster.queries.js';
export { ROSTER_COLUMNS, rosterValues, type RosterRow } from './roster/roster-row.js';
export type { RosterCounts, RosterPlan } from './roster/roster-plan.js';
export { undoRoster } from './roster/undo-roster.queries.js';
