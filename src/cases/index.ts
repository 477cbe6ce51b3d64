export { CasesModule } from './cases.module.js';
export { CasesService } from './cases.service.js';
export { CASE_OUTCOMES, type CaseOutcome } from './domain/case.js';
export { CONTACT_KINDS, type ContactKind } from './domain/contact.js';
export { dueSignals, type PlacedDueSignal } from './due-signals.queries.js';
export { HELP, helpFacts, type Help, type HelpFact } from './help.queries.js';
export { MeasuresService } from './measures/measures.service.js';
export { WorklistService } from './worklist/worklist.service.js';
export { caseProduction, PRODUCTION, type Production, type ProductionRow } from './production.queries.js';
