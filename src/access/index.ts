export { AccessModule } from './access.module.js';
export { audit, auditEmployer, auditShown, type AuditEntry } from './audit.js';
export { AuditModule } from './audit/audit.module.js';
export { DenialsService, writeDenials } from './audit/denials.service.js';
export { callerOf } from './audit/domain/origin.js';
export { listLookUps, type LookUp } from './audit/audit.queries.js';
export { purposeIn, type Purpose } from './domain/purposes.js';
export { SealService } from './audit/seal.service.js';
export { VerifyService, type SealFault, type Verified } from './audit/verify.service.js';
export { Doors } from './doors.js';
export { isProvider, systemActor, ROLES, ROLES_OF } from './domain/actor.js';
export type { Actor, HatActor, Language, PartyKind, Role, SystemActor } from './domain/actor.js';
export { abilities, may, type Policy } from './domain/policy.js';
export type { UnmandatedRule } from './domain/mandate.js';
export { MandatesService } from './mandates.service.js';
export { HatsService, type NewHat } from './hats.service.js';
export { inReach } from './in-reach.js';
export { AccessGuard, CurrentActor, Permit, SignedIn } from './permit.js';
export { prepareSignIn } from './sign-in/prepare.js';
export { caseHeld, personHeld } from './privacy/legal-holds.queries.js';
export * from './privacy/legal-holds.repository.js';
export {
  erasedBefore,
  listRules,
  retentionDays,
  type RetentionRule,
} from './privacy/retention.repository.js';
export { RETENTION_CLASSES, type RetentionClass } from './privacy/domain/retention.js';
export { ContractEndService, type ContractEnd } from './privacy/contract-end.service.js';
export { KeysService, type KeyDestruction, type TenantKeys } from './privacy/keys.service.js';
export { forgetPeople } from './privacy/access.holder.js';
export * from './privacy/personal-data-holder.js';
export { PersonalDataHolders } from './privacy/personal-data-holders.js';
export { SamlCertificates } from './sso/saml-certificates.service.js';
export { SignIn } from './sign-in/sign-in.js';
export { Public } from '../platform/http/public.js';
export { TokensService } from './tokens.service.js';
export { Clock } from '../platform/clock.js';
export { placeMember } from './colleagues/colleagues.jobs.js';
export { PartyCircle } from './colleagues/party-circle.js';
export { EmployeeDirectory, type FoundEmployee } from './users/employee-directory.js';
