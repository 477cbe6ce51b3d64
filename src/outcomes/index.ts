export { readSettling } from './settling.dto.js';
export { settle, trueUp, type Settling, type Statement } from './domain/settlement.js';
export { LabModule } from './lab/lab.module.js';
