import { agreedCosts, capitalStanding } from './capital.js';

describe('where capital stands', () => {
  const sums = [
    { kind: 'paid-in', purpose: null, amount: 150_000_000 },
    { kind: 'spent', purpose: 'staff', amount: 60_000_000 },
    { kind: 'spent', purpose: 'courses', amount: 12_500_050 },
    { kind: 'outcome-payment', purpose: null, amount: 160_000_000 },
  ] as const;

  it('is what was paid in less what was spent, and what came back by the waterfall', () => {
    // 1,500,000.00 paid in; 600,000.00 and 125,000.50 spent. Of 1,600,000.00 paid for outcomes the principal takes
    // 1,500,000.00 and the return, capped at 180,000.00, the rest.
    const agreed = { principal: 150_000_000, returnCap: 18_000_000, investorsPart: '0.5' };
    expect(capitalStanding(sums, agreed)).toMatchObject({
      paidIn: 150_000_000,
      spent: 72_500_050,
      left: 77_499_950,
      outcomePayments: 160_000_000,
      waterfall: { principal: 150_000_000, return: 10_000_000, investorsSplit: 0, providersSplit: 0 },
      principalLeft: 0,
      returnLeft: 8_000_000,
    });
    expect(capitalStanding(sums, agreed).spentOn).toEqual([
      { purpose: 'staff', amount: 60_000_000 },
      { purpose: 'courses', amount: 12_500_050 },
      { purpose: 'specialists', amount: 0 },
      { purpose: 'tools', amount: 0 },
      { purpose: 'other', amount: 0 },
    ]);
  });

  it('names the costs that every settlement deducts, of all terms together', () => {
    const saving = { purse: 'employer', attribution: '1', rate: 100, share: '0.5' } as const;
    const terms = [
      { ...saving, id: 'days', kind: 'effect', evidence: 'point', threshold: null, costs: 15_000_000 },
      { ...saving, id: 'cases', kind: 'count', counted: 'stock', below: 40, costs: 2_500_050 },
      { id: 'courses', kind: 'delivery', price: 4_500_000 },
    ] as const;
    const payment = { payersPurse: 'employer', periodCap: null, contractCap: null, vat: '0.25' } as const;
    expect(agreedCosts({ ...payment, carriesOver: false, terms })).toBe(17_500_050);
  });

  it('has no waterfall where none is agreed', () => {
    expect(capitalStanding(sums, null)).toMatchObject({ waterfall: null, principalLeft: null });
  });
});
