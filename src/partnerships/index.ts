export { FIXED_CUTS, fixedPeriodOf, type FixedCut, type FixedPeriod } from './domain/fixed-period.js';
export { PartnershipsModule } from './partnerships.module.js';
export type { PartnershipUnit } from './partnerships.repository.js';
export { PartnershipsService, type NewPartnership, type PartnershipTerms } from './partnerships.service.js';
