export { readSettling } from './settling.dto.js';
export { settle, trueUp, type Settling, type Statement } from './domain/settlement.js';
