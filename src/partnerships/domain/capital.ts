import type { Oere } from '../../shared/money.js';
import type { PaymentTerms } from './terms.js';
import { distribute, type Distribution, type Waterfall } from './waterfall.js';

/** What moves money in a partnership (definitions 9.4). */
export const CAPITAL_KINDS = ['paid-in', 'spent', 'outcome-payment'] as const;
export type CapitalKind = (typeof CAPITAL_KINDS)[number];

export const SPENT_ON = ['staff', 'courses', 'specialists', 'tools', 'other'] as const;
export type SpentOn = (typeof SPENT_ON)[number];

/** Entries added up; a reversal is negative. */
export interface CapitalSum {
  readonly kind: CapitalKind;
  readonly purpose: SpentOn | null;
  readonly amount: Oere;
}

export interface CapitalStanding {
  readonly paidIn: Oere;
  readonly spent: Oere;
  readonly spentOn: readonly { readonly purpose: SpentOn; readonly amount: Oere }[];
  /** Paid in and not yet spent; negative where more was spent. */
  readonly left: Oere;
  readonly outcomePayments: Oere;
  /** How outcome payments so far fall; null where no waterfall is agreed. */
  readonly waterfall: Distribution | null;
  /** Agreed principal that has not come back yet, and return that has not been reached. */
  readonly principalLeft: Oere | null;
  readonly returnLeft: Oere | null;
}

/** What is taken from the savings of a settlement before they are shared, all terms together. */
export const agreedCosts = ({ terms }: PaymentTerms): Oere =>
  terms.reduce((sum, term) => sum + (term.kind === 'delivery' ? 0 : term.costs), 0);

const of = (sums: readonly CapitalSum[], kind: CapitalKind): Oere =>
  sums.filter((sum) => sum.kind === kind).reduce((total, { amount }) => total + amount, 0);

/** Where the capital of a partnership stands. */
export const capitalStanding = (
  sums: readonly CapitalSum[],
  waterfall: Waterfall | null,
): CapitalStanding => {
  const [paidIn, spent, outcomePayments] = [
    of(sums, 'paid-in'),
    of(sums, 'spent'),
    of(sums, 'outcome-payment'),
  ];
  const distribution = waterfall && distribute(Math.max(0, outcomePayments), waterfall);
  return {
    paidIn,
    spent,
    spentOn: SPENT_ON.map((purpose) => ({
      purpose,
      amount: of(
        sums.filter((sum) => sum.purpose === purpose),
        'spent',
      ),
    })),
    left: paidIn - spent,
    outcomePayments,
    waterfall: distribution,
    principalLeft: waterfall && distribution ? waterfall.principal - distribution.principal : null,
    returnLeft: waterfall && distribution ? waterfall.returnCap - distribution.return : null,
  };
};
