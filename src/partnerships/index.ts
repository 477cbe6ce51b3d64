export { attestationDue } from './attestation-due.jobs.js';
export { IndicatorCellsService } from './cells/indicator-cells.service.js';
export { BarriersService } from './barriers/barriers.service.js';
export { CapitalService } from './capital/capital.service.js';
export { BaselinesService } from './contract/baselines.service.js';
export { listOffered } from './contract/offered-units.repository.js';
export {
  agreedContract,
  agreedContracts,
  findVersion,
  latestAgreed,
  type ContractVersion,
} from './contract/contracts.repository.js';
export { ContractAgreementsService } from './contract/contract-agreements.service.js';
export { ContractDraftsService } from './contract/contract-drafts.service.js';
export { ContractsService } from './contract/contracts.service.js';
export { MembersService } from './contract/members.service.js';
export * from './contract/terms.dto.js';
export { contentHash, hashOfVersion } from './contract/version-hash.js';
export type { BarrierKind } from './domain/barrier.js';
export type { CapitalKind, SpentOn } from './domain/capital.js';
export * from './domain/contract.js';
export { FIXED_CUTS, fixedPeriodOf, fixedPeriodsOver, type FixedCut } from './domain/fixed-period.js';
export * from './domain/guardrails.js';
export type { AskedFamily, AskedFigure, DecidedFigure } from './domain/indicator-release.js';
export { QUANTITY_OF } from './domain/indicator-release.js';
export { IndicatorReleasesService, type DecidedRelease } from './release/indicator-releases.service.js';
export type { IndicatorCell } from './domain/indicator-cell.js';
export { refusalOf, smallestP, type Choice, type Refusal } from '../evidence/smallest-p.js';
export * from './domain/terms.js';
export { EvaluatorsService, type Evaluator } from './evaluators.service.js';
export { packReady } from './pack-ready.jobs.js';
export { PartnershipsModule } from './partnerships.module.js';
export type { PartnershipUnit } from './partnerships.repository.js';
export { PartnershipsService, type PartnershipTerms } from './partnerships.service.js';
export { AuthoritiesService } from './tracks/authorities.service.js';
export { TrackImportsService } from './tracks/import/track-imports.service.js';
export { TrackWorkersService } from './tracks/workers/track-workers.service.js';
export { formOf, type FigureForm, type Track, type TrackMeasure } from './tracks/domain/track-measures.js';
export { TrackReleasesService } from './tracks/release/track-releases.service.js';
