import { soundContract } from '../../../test/factories/contract.js';
import { faultsOfContract } from './contract-faults.js';
import type { ContractContent } from './contract.js';
import { netOfRefund, withNetRates, type RefundedBenefit } from './state-refund.js';

const WEEKLY = 508_500;

describe('what is left of a benefit after the state’s refund', () => {
  it.each([
    // 5,085.00 kr a week: a fifth, three fifths, seven tenths and four fifths are left.
    [1, 101_700],
    [4, 101_700],
    [5, 305_100],
    [26, 305_100],
    [27, 355_950],
    [52, 355_950],
    [53, 406_800],
    [200, 406_800],
  ])('in week %d is %d øre', (week, net) => {
    expect(netOfRefund({ weekly: WEEKLY, fromWeek: week, toWeek: week }, '2026-01-01')).toBe(net);
  });

  it('of 22 weeks from the first on is 4 × 1,017 + 18 × 3,051 = 58,986 kr', () => {
    expect(netOfRefund({ weekly: WEEKLY, fromWeek: 1, toWeek: 22 }, '2026-01-01')).toBe(5_898_600);
  });

  it('is not known before the steps, or of weeks that end before they begin', () => {
    expect(netOfRefund({ weekly: WEEKLY, fromWeek: 1, toWeek: 1 }, '2016-01-03')).toBeNull();
    expect(netOfRefund({ weekly: WEEKLY, fromWeek: 5, toWeek: 4 }, '2026-01-01')).toBeNull();
  });
});

describe('a saving of the benefit municipality', () => {
  const contractOf = (refund: RefundedBenefit | undefined): ContractContent => {
    const sound = soundContract();
    const purse = 'benefit-municipality';
    return {
      ...sound,
      indicators: sound.indicators.map((indicator) => ({ ...indicator, measure: 'long-spells', purse })),
      payment: {
        ...sound.payment,
        payersPurse: purse,
        terms: sound.payment.terms.map((term) =>
          term.kind === 'delivery' ? term : { ...term, purse, refund },
        ),
      },
    };
  };
  const codes = (content: ContractContent): string[] => faultsOfContract(content).map(({ code }) => code);
  const refund = { weekly: WEEKLY, fromWeek: 53, toWeek: 53 };

  it('names the benefit and its weeks, and is paid by what is left', () => {
    expect(codes(contractOf(undefined))).toContain('refund-not-stated');
    expect(codes(contractOf(refund))).toContain('not-net-of-refund');
    const netted = withNetRates(contractOf(refund));
    expect(codes(netted)).toEqual([]);
    const [rate] = netted.payment.terms.flatMap((term) => (term.kind === 'delivery' ? [] : [term.rate]));
    expect(rate).toBe(406_800);
  });

  it('is another purse’s no more when that is changed', () => {
    const sound = soundContract();
    const terms = sound.payment.terms.map((term) => (term.kind === 'delivery' ? term : { ...term, refund }));
    const netted = withNetRates({ ...sound, payment: { ...sound.payment, terms } });
    expect(JSON.stringify(netted)).toBe(JSON.stringify(sound));
  });
});
