import type { Policy } from '../../access/index.js';

const MEMBERS = ['steering-member', 'evaluator', 'payer', 'investor', 'observer'] as const;

/** What a role may do at all; what its party may see of a pack follows from the contract. */
export const packsPolicy = {
  'pack.read': MEMBERS,
  'pack.sign': ['steering-member', 'payer', 'investor'],
  'pack.schedule': ['steering-member'],
} as const satisfies Policy;
