export { SignalsModule } from './signals.module.js';
export { SignalsService, type OnDate } from './signals.service.js';
