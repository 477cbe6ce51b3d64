import type { ContractContent, Evidence, Sight } from './contract.js';
import type { PaymentTerms } from './terms.js';

/** A contract as a party that does not see all of it reads it. */
export interface VisibleContract extends Omit<ContractContent, 'payment' | 'evidence'> {
  /** Null without the sight `money`, as is the waterfall. */
  readonly payment: PaymentTerms | null;
  /** Null without the sight `effect`, as are the workplaces compared with. */
  readonly evidence: Evidence | null;
}

/** What of a contract may be read with a sight. Everybody reads who takes part, where, when and by which measures. */
export const visibleContract = (content: ContractContent, sight: ReadonlySet<Sight>): VisibleContract => ({
  ...content,
  payment: sight.has('money') ? content.payment : null,
  waterfall: sight.has('money') ? content.waterfall : null,
  evidence: sight.has('effect') ? content.evidence : null,
  units: sight.has('effect') ? content.units : content.units.filter((unit) => unit.arm === 'in'),
});
