export { markActed } from './acting.queries.js';
export { timelinessOf, type ContactMade, type DueSignal } from './domain/contacted-in-time.js';
export { SignalsModule } from './signals.module.js';
export { SignalsService, type OnDate } from './signals.service.js';
