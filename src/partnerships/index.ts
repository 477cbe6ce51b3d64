export { DECIMAL, GuardrailDto, PaymentTermsDto } from './contract/terms.dto.js';
export { FIXED_CUTS, fixedPeriodOf, type FixedCut, type FixedPeriod } from './domain/fixed-period.js';
export * from './domain/guardrails.js';
export { refusalOf, smallestP, type Choice, type Refusal } from './domain/smallest-p.js';
export * from './domain/terms.js';
export { distribute, type Distribution, type Waterfall } from './domain/waterfall.js';
export { PartnershipsModule } from './partnerships.module.js';
export type { PartnershipUnit } from './partnerships.repository.js';
export { PartnershipsService, type NewPartnership, type PartnershipTerms } from './partnerships.service.js';
