import type { Oere } from '../../shared/money.js';
import type { RefundedBenefit } from './state-refund.js';

/** Whose budget a saving falls in (definitions 9.3). Only the payer's own can be shared. */
export const PURSES = ['employer', 'benefit-municipality', 'state'] as const;
export type Purse = (typeof PURSES)[number];

/**
 * How much of an estimate counts: the estimate itself, the lower bound of its interval, or the estimate drawn towards
 * nothing by its own uncertainty, `tau^2 / (tau^2 + se^2)`.
 */
export const EVIDENCE_RULES = ['point', 'lower-bound', 'shrunk'] as const;
export type EvidenceRule = (typeof EVIDENCE_RULES)[number];

/** A decimal as text, such as `0.075`: what was agreed, digit by digit. */
export type DecimalText = string;

/** What effect and count terms agree on alike. */
interface SavingTerm {
  readonly id: string;
  readonly purse: Purse;
  /** The part of the effect that is this contract's, above 0 and at most 1. */
  readonly attribution: DecimalText;
  /** What one avoided unit saves the purse; the benefit municipality's is net of the state's refund. */
  readonly rate: Oere;
  /** What the benefit municipality's rate is worked out from. */
  readonly refund?: RefundedBenefit | undefined;
  /** Costs of the work, taken from the saving before it is shared. */
  readonly costs: Oere;
  /** The provider's part of what is left, 0 to 1. */
  readonly share: DecimalText;
}

/** Payment for an estimated effect: units avoided against what was expected without the contract. */
export interface EffectTerm extends SavingTerm {
  readonly kind: 'effect';
  readonly evidence: EvidenceRule;
  /** The least part of the expected units that must be avoided for anything to be paid; null where nothing is asked. */
  readonly threshold: DecimalText | null;
}

/** Payment once a count is strictly below a number (definitions 9.1). */
export interface CountTerm extends SavingTerm {
  readonly kind: 'count';
  /** Open cases on the day, or those left of the ones open at signing. */
  readonly counted: 'stock' | 'cohort';
  readonly below: number;
}

/** Payment by rate card: so much for each piece of work that was delivered. */
export interface DeliveryTerm {
  readonly kind: 'delivery';
  readonly id: string;
  readonly price: Oere;
}

export type Term = EffectTerm | CountTerm | DeliveryTerm;

/** What was agreed about payment, frozen by version. */
export interface PaymentTerms {
  readonly payersPurse: Purse;
  readonly terms: readonly Term[];
  readonly periodCap: Oere | null;
  readonly contractCap: Oere | null;
  /** Whether what a period's cap cuts off may be paid in a later one. */
  readonly carriesOver: boolean;
  readonly vat: DecimalText;
}

const DECIMAL = /^\d{1,12}(\.\d{1,12})?$/;

const isWithin = (text: DecimalText, least: number, most: number): boolean =>
  DECIMAL.test(text) && Number(text) >= least && Number(text) <= most;

const isAmount = (amount: Oere): boolean => Number.isSafeInteger(amount) && amount >= 0;

const faultsOfSaving = (term: EffectTerm | CountTerm, payersPurse: Purse): string[] => [
  ...(term.purse === payersPurse ? [] : ['purse']),
  ...(isWithin(term.attribution, 0, 1) && Number(term.attribution) > 0 ? [] : ['attribution']),
  ...(isAmount(term.rate) && term.rate > 0 ? [] : ['rate']),
  ...(isAmount(term.costs) ? [] : ['costs']),
  ...(isWithin(term.share, 0, 1) ? [] : ['share']),
];

const faultsOfTerm = (term: Term, payersPurse: Purse): string[] => {
  if (term.kind === 'delivery') return isAmount(term.price) ? [] : ['price'];
  const own =
    term.kind === 'count'
      ? Number.isSafeInteger(term.below) && term.below > 0
        ? []
        : ['below']
      : term.threshold === null || isWithin(term.threshold, 0, 1)
        ? []
        : ['threshold'];
  return [...faultsOfSaving(term, payersPurse), ...own];
};

/** What is wrong with payment terms, as paths of the fields at fault; empty where they can be settled by. */
export const faultsOfTerms = (agreed: PaymentTerms): readonly string[] => {
  const { terms, payersPurse, periodCap, contractCap, vat } = agreed;
  const ids = terms.map((term) => term.id);
  return [
    ...terms.flatMap((term, place) =>
      faultsOfTerm(term, payersPurse).map((field) => `terms.${place}.${field}`),
    ),
    ...ids.flatMap((id, place) => (id === '' || ids.indexOf(id) < place ? [`terms.${place}.id`] : [])),
    ...(periodCap === null || isAmount(periodCap) ? [] : ['periodCap']),
    ...(contractCap === null || isAmount(contractCap) ? [] : ['contractCap']),
    ...(isWithin(vat, 0, 1) ? [] : ['vat']),
  ];
};
