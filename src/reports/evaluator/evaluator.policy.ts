import type { Policy } from '../../access/index.js';

/**
 * The evaluator's two exits. Cells are figures of groups, for every party that the contract shows figures and effect.
 * Data about persons are decided by the employer and opened by the evaluator alone; the steering group sees that they
 * were handed over. Provider, payer and investor have no way to them.
 */
export const evaluatorPolicy = {
  'evaluator-cells.read': ['steering-member', 'evaluator', 'payer', 'investor', 'observer'],
  'evaluator-cells.order': ['steering-member', 'evaluator'],
  'evaluator-delivery.read': ['steering-member', 'evaluator'],
  'evaluator-delivery.open': ['evaluator'],
  'panel.read': ['administrator', 'hr-manager'],
  'panel.decide': ['administrator', 'hr-manager'],
} as const satisfies Policy;
