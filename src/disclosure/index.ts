export { DisclosureModule } from './disclosure.module.js';
export { absenceChangedByFew, absenceChangeTells, absenceJudge } from './domain/absence-judge.js';
export { atomOf, atomsOf, common, monthOf, type Atoms } from './domain/atoms.js';
export { boundOf, isSmallCount } from './domain/count-judge.js';
export { decideAbsence, decideCounts, decideShares, type AskedFigures } from './domain/decide-figures.js';
export type { EarlierCell } from './domain/difference.js';
export { everyCell, familyCell, unitFamily, type Decisions, type FamilyCell } from './domain/family.js';
export { countedReason, totalOf, type Footprint, type Held, type Person } from './domain/footprint.js';
export {
  POLICY_LIMITS,
  POLICY_NUMBERS,
  strictestOf,
  type DisclosureLimits,
  type OutputNumbers,
} from './domain/limits.js';
export { limitsOf } from './limits.queries.js';
export { isTelling, REASONS, type Reason } from './domain/reason.js';
export { decideRelease } from './domain/release.js';
export * from './domain/survey-judge.js';
export { decideTree, type TreeCell, type TreeDecisions } from './domain/tree.js';
export * from './released-cells.repository.js';
export { recordSurveyRelease, type SurveyReleaseLine } from './survey-releases.repository.js';
