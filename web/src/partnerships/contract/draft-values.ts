import type { UseFormReturnType } from '@mantine/form';
import type { ContractWritten, PaymentTerm } from './views';

export type DraftValues = {
  content: ContractWritten;
  validFrom: string;
  reason: string;
  /** The first version holds from the first day of the contract. */
  first: boolean;
};
export type DraftFormType = UseFormReturnType<DraftValues>;

const BASELINE_YEARS = 2;

/** The 24 months before a day, as the contract asks for them. */
export const baselineBefore = (from: string): ContractWritten['baseline'] => {
  const [year = '', ...monthAndDay] = from.split('-');
  const before = new Date(`${from}T12:00:00Z`);
  before.setUTCDate(before.getUTCDate() - 1);
  return {
    months: 12 * BASELINE_YEARS,
    from: [String(Number(year) - BASELINE_YEARS), ...monthAndDay].join('-'),
    to: before.toISOString().slice(0, 10),
  };
};

type SavingTerm = Exclude<PaymentTerm, { kind: 'delivery' }>;

const SAVING = { purse: 'employer', attribution: '1', rate: 200_000, costs: 0, share: '0.5' } as const;

/** A week of sickness benefit after a year, which is where most of what a municipality saves lies. */
const REFUND = { weekly: 500_000, fromWeek: 53, toWeek: 53 };

/** A term whose saving falls in a purse: the benefit municipality's is worked out from the benefit, all others are stated. */
export const ofPurse = ({ refund, ...term }: SavingTerm, purse: SavingTerm['purse']): SavingTerm => ({
  ...term,
  purse,
  ...(purse === 'benefit-municipality' ? { refund: refund ?? REFUND } : {}),
});

/** A draft as it is written on: one from the lab says no benefit yet, which its municipality's saving wants. */
export const withRefunds = (content: ContractWritten): ContractWritten => ({
  ...content,
  payment: {
    ...content.payment,
    terms: content.payment.terms.map((term) => (term.kind === 'delivery' ? term : ofPurse(term, term.purse))),
  },
});

/** A term of a kind as it begins: effect by the lower bound, as recommended. */
export const newTerm = (kind: PaymentTerm['kind'], id: string): PaymentTerm => {
  if (kind === 'effect') return { ...SAVING, kind, id, evidence: 'lower-bound', threshold: null };
  if (kind === 'count') return { ...SAVING, kind, id, counted: 'stock', below: 80 };
  return { kind, id, price: 350_000 };
};
