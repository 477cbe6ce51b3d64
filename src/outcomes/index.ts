export { readSettling } from './settling.dto.js';
export { settle, trueUp, type Settling, type Statement } from './domain/settlement.js';
export { distribute, type Distribution, type Waterfall } from './domain/waterfall.js';
export { refusalOf, smallestP, type Choice, type Refusal } from './domain/smallest-p.js';
