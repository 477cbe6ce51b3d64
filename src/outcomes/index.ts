export { readSettling } from './settling.dto.js';
export { settle, trueUp, type Settling, type Statement } from './domain/settlement.js';
export { LabModule } from './lab/lab.module.js';
export { type Line } from './domain/term-lines.js';
export { verifyBundle, type Bundle, type CheckResult } from './settlement/bundle.js';
export { readBundle } from './settlement/bundle.dto.js';
export { OutcomesModule } from './outcomes.module.js';
