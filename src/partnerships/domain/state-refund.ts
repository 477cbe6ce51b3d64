import { Exact, toOere, type Oere } from '../../shared/money.js';
import type { ContractContent } from './contract.js';
import type { Term } from './terms.js';

/** A benefit as the municipality pays it out, and the weeks of it that one avoided unit is. */
export interface RefundedBenefit {
  /** A week of it, before the state's refund. */
  readonly weekly: Oere;
  /** Weeks that the person has had public benefits, of whatever kind and over all spells: the steps count these. */
  readonly fromWeek: number;
  readonly toWeek: number;
}

interface RefundSteps {
  readonly validFrom: string;
  readonly source: string;
  /** The state's part until a week; null for all that follow. */
  readonly steps: readonly { readonly until: number | null; readonly part: string }[];
}

/** The state's part falls the longer somebody has had benefits. The latest first; a change in the law is another entry. */
const REFUND_STEPS: readonly RefundSteps[] = [
  {
    validFrom: '2016-01-04',
    source: 'Lov nr. 994 af 30. august 2015 om kommunernes finansiering af visse offentlige ydelser',
    steps: [
      { until: 4, part: '0.8' },
      { until: 26, part: '0.4' },
      { until: 52, part: '0.3' },
      { until: null, part: '0.2' },
    ],
  },
];

const partOf = ({ steps }: RefundSteps, week: number): string =>
  steps.find(({ until }) => until === null || week <= until)?.part ?? '0';

/** What is left for the municipality of one avoided unit (definitions 9.3); null before the first steps that are known. */
export const netOfRefund = ({ weekly, fromWeek, toWeek }: RefundedBenefit, on: string): Oere | null => {
  const inForce = REFUND_STEPS.find(({ validFrom }) => validFrom <= on);
  if (!inForce || fromWeek < 1 || toWeek < fromWeek) return null;
  const weeks = Array.from({ length: toWeek - fromWeek + 1 }, (_, index) => fromWeek + index);
  const kept = weeks.reduce((sum, week) => sum.plus(new Exact(1).minus(partOf(inForce, week))), new Exact(0));
  return toOere(kept.times(weekly));
};

/** What a term pays by is what is left: worked out by the steps in force on the contract's first day, never typed. */
export const withNetRates = (content: ContractContent): ContractContent => {
  const netted = (term: Term): Term => {
    if (term.kind === 'delivery') return term;
    if (term.purse !== 'benefit-municipality') return term.refund ? { ...term, refund: undefined } : term;
    const net = term.refund ? netOfRefund(term.refund, content.period.from) : null;
    return net === null ? term : { ...term, rate: net };
  };
  return { ...content, payment: { ...content.payment, terms: content.payment.terms.map(netted) } };
};
