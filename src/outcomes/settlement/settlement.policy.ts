import type { Policy } from '../../access/index.js';

export const settlementPolicy = {
  'settlement.read': ['steering-member', 'evaluator', 'payer', 'investor', 'observer'],
  'settlement.draft': ['steering-member', 'payer'],
  'settlement.comment': ['steering-member'],
  'settlement.approve': ['steering-member', 'payer'],
  'settlement.sign': ['steering-member', 'payer'],
  'settlement.send': ['steering-member', 'payer'],
  'settlement.withdraw': ['steering-member', 'payer'],
  'settlement.export': ['evaluator'],
} as const satisfies Policy;
