import type { Policy } from '../../access/index.js';

const MEMBERS = ['steering-member', 'evaluator', 'payer', 'investor', 'observer'] as const;
const SIGNATORIES = ['steering-member', 'payer', 'investor'] as const;

/** What a role may do at all; what its party may see follows from the contract (`sight.ts`). */
export const contractPolicy = {
  'contract.read': MEMBERS,
  'contract.draft': SIGNATORIES,
  'contract.agree': SIGNATORIES,
  'capital.read': MEMBERS,
  'capital.record': SIGNATORIES,
  'barrier.read': MEMBERS,
  'barrier.record': ['steering-member', 'evaluator'],
} as const satisfies Policy;
