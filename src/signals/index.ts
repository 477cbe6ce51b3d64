export { audienceOf, AUDIENCES, isUrgent, type Audience } from './domain/audience.js';
export { contactedInTime, timelinessOf, type DueSignal } from './domain/contacted-in-time.js';
export type { SignalFacts } from './domain/facts.js';
export { findRule, RULE_KINDS, type Rule, type RuleKind } from './domain/rules.js';
export { findRunningSpell, type RunningSpell } from './running-spell.queries.js';
export * from './signal-acts.repository.js';
export { signalsRaised } from './signals.jobs.js';
export { SignalsModule } from './signals.module.js';
export { SignalsService, type OnDate } from './signals.service.js';
