export { EmployersService, SECTORS, type NewEmployer, type Sector } from './employers.service.js';
export { GoLiveService } from './go-live.service.js';
export { ImpactAssessments } from './impact-assessments.js';
export { DEFAULT_NOTICE_DAYS, type GoLiveRecord } from './domain/go-live.js';
export { findNoticeDays, isLive } from './go-live.repository.js';
export { OrganisationsModule } from './organisations.module.js';
export { unitTreeChanged } from './organisations.jobs.js';
export { UNIT_KINDS, type UnitKind } from './domain/unit-history.js';
export {
  mandatedUnits,
  mandatedUnitsShowing,
  namesApart,
  unitNames,
  unitsOnDay,
  withUnitsApart,
  type UnitOnDay,
} from './unit-tree.queries.js';
export { UnitNode, UnitNameView } from './units.view.js';
export { findRosterUnits, type RosterUnits } from './roster-units.js';
