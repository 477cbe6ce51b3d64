import fc from 'fast-check';
import type { CountTerm, EffectTerm, PaymentTerms } from '../../partnerships/index.js';
import { settle, trueUp, type Settling } from './settlement.js';

const EFFECT: EffectTerm = {
  kind: 'effect',
  id: 'days',
  purse: 'employer',
  evidence: 'shrunk',
  attribution: '0.75',
  threshold: '0.05',
  rate: 180_000,
  costs: 2_960_001,
  share: '0.5',
};
const LONG_CASES: CountTerm = {
  kind: 'count',
  id: 'long-cases',
  purse: 'benefit-municipality',
  counted: 'stock',
  below: 80,
  attribution: '1',
  rate: 10_000_000,
  costs: 0,
  share: '0.5',
};
const agreedOn = (over: Partial<PaymentTerms>): PaymentTerms => ({
  payersPurse: 'employer',
  terms: [EFFECT],
  periodCap: null,
  contractCap: null,
  carriesOver: true,
  vat: '0.25',
  ...over,
});
const settlingOf = (over: Partial<Settling>): Settling => ({
  agreed: agreedOn({}),
  guardrails: [],
  figures: {},
  guardrailFigures: {},
  carryIn: 0,
  paidEarlier: 0,
  ...over,
});

describe('a statement with every line of definitions 9.2 active', () => {
  // 1,000 days expected, 850 observed: 150 avoided. Shrunk by 80^2 / (80^2 + 60^2) = 0.64 to 96; three quarters are 72,
  // 7.2 % of what was expected, above 5 %. At 1,800 kr. 129,600.00 kr. saved, less 29,600.01 kr.: 99,999.99 kr.; half of
  // it is 49,999.995 kr., rounded away from zero to 50,000.00 kr. Less 2,000 kr. from before: 48,000 kr.; the period
  // pays at most 45,000 kr.; of the contract's 100,000 kr. 57,000 are paid, 43,000 left. VAT of a quarter.
  const settling = settlingOf({
    agreed: agreedOn({ periodCap: 4_500_000, contractCap: 10_000_000 }),
    figures: {
      days: { expected: '1000', observed: '850', lowerBound: null, standardError: '60', tau: '80' },
    },
    guardrails: [{ name: 'completeness', side: 'at-least', limit: '0.98' }],
    guardrailFigures: { completeness: '0.991' },
    carryIn: -200_000,
    paidEarlier: 5_700_000,
  });

  it('stands line by line', () => {
    expect(settle(settling)).toEqual({
      terms: [
        {
          id: 'days',
          lines: [
            { step: 'expected', figure: '1000' },
            { step: 'observed', figure: '850' },
            { step: 'avoided', figure: '150' },
            { step: 'counted', figure: '96' },
            { step: 'attributed', figure: '72' },
            { step: 'part-of-expected', figure: '0.072' },
            { step: 'threshold', met: true },
            { step: 'saved', amount: 12_960_000 },
            { step: 'after-costs', amount: 9_999_999 },
            { step: 'shared', amount: 5_000_000 },
          ],
          amount: 5_000_000,
        },
      ],
      earned: 5_000_000,
      carryIn: -200_000,
      withCarryIn: 4_800_000,
      withinPeriodCap: 4_500_000,
      withinContractCap: 4_300_000,
      payable: 4_300_000,
      guardrails: [{ name: 'completeness', side: 'at-least', limit: '0.98', figure: '0.991', state: 'kept' }],
      held: 0,
      net: 4_300_000,
      vat: 1_075_000,
      total: 5_375_000,
      carryOut: 300_000,
      cumulative: 10_000_000,
    });
  });

  it('gives the same bytes for the same figures', () => {
    expect(JSON.stringify(settle(settling))).toBe(JSON.stringify(settle(structuredClone(settling))));
  });

  it.each([
    ['broken', '0.979'],
    ['missing', null],
  ])('holds everything while a guardrail is %s, and loses none of it', (state, completeness) => {
    const held = settle({ ...settling, guardrailFigures: { completeness } });
    expect(held.guardrails.map((guardrail) => guardrail.state)).toEqual([state]);
    expect([held.payable, held.held, held.net, held.vat, held.cumulative]).toEqual([
      4_300_000, 4_300_000, 0, 0, 5_700_000,
    ]);
  });
});

describe('the Peterborough social impact bond', () => {
  // 155 reconvictions a hundred in the matched control group, 142 in the first cohort: 8.387 % fewer.
  const cohortOne = { expected: '155', observed: '142', lowerBound: null, standardError: null, tau: null };
  const paysAbove = (threshold: string) =>
    settle(
      settlingOf({
        agreed: agreedOn({
          terms: [{ ...EFFECT, evidence: 'point', attribution: '1', costs: 0, share: '1', threshold }],
        }),
        figures: { days: cohortOne },
      }),
    );

  it('pays nothing for a cohort below its 10 %', () => {
    const [term] = paysAbove('0.10').terms;
    expect(term?.lines).toContainEqual({ step: 'part-of-expected', figure: '0.0838709677419' });
    expect(term?.lines).toContainEqual({ step: 'threshold', met: false });
    expect(term?.amount).toBe(0);
  });

  it('would have paid at the 7.5 % of all cohorts', () => {
    expect(paysAbove('0.075').net).toBe(13 * 180_000);
  });
});

describe('the threshold of Vordingborg', () => {
  // Fewer than 80 cases over 52 weeks where there were 200; half of what is saved.
  const withCases = (observed: number) =>
    settle(
      settlingOf({
        agreed: agreedOn({ payersPurse: 'benefit-municipality', terms: [LONG_CASES], vat: '0' }),
        figures: { 'long-cases': { expected: '200', observed } },
      }),
    ).net;

  it('is strict: 80 pays nothing, 79 opens the share', () => {
    expect(withCases(80)).toBe(0);
    expect(withCases(79)).toBe((121 * 10_000_000) / 2);
  });
});

describe('a period', () => {
  const withEffect = (over: Partial<EffectTerm>, observed: string, lowerBound: string | null = null) =>
    settle(
      settlingOf({
        agreed: agreedOn({
          terms: [{ ...EFFECT, evidence: 'point', attribution: '1', threshold: null, costs: 0, ...over }],
        }),
        figures: { days: { expected: '1000', observed, lowerBound, standardError: null, tau: null } },
      }),
    );

  it('with more absence than expected earns nothing and costs nothing', () => {
    expect(withEffect({}, '1100')).toMatchObject({ payable: 0, carryOut: 0 });
  });

  it('with costs above the saving earns nothing', () => {
    expect(withEffect({ costs: 18_000_001 }, '900').earned).toBe(0);
    expect(withEffect({ costs: 17_999_999 }, '900').earned).toBe(1);
  });

  it('paid by the lower bound counts that much, and nothing where it is below zero', () => {
    expect(withEffect({ evidence: 'lower-bound' }, '850', '12.5').earned).toBe((12.5 * 180_000) / 2);
    expect(withEffect({ evidence: 'lower-bound' }, '850', '-3').earned).toBe(0);
  });

  it('refuses a figure that is missing, of another kind or without what the rule asks', () => {
    expect(() => settle(settlingOf({}))).toThrow('there is no figure of days');
    expect(() => settle(settlingOf({ figures: { days: { delivered: 3 } } }))).toThrow('not of its kind');
    expect(() => withEffect({ evidence: 'shrunk' }, '850')).toThrow('lacks tau');
  });

  it('refuses terms by which a saving of another purse would be shared', () => {
    const agreed = agreedOn({ terms: [{ ...EFFECT, purse: 'state', attribution: '0' }], vat: '1.5' });
    expect(() => settle(settlingOf({ agreed }))).toThrow('terms.0.purse');
  });

  it('pays by rate card beside the effect', () => {
    const agreed = agreedOn({ terms: [{ kind: 'delivery', id: 'visits', price: 350_050 }] });
    expect(settle(settlingOf({ agreed, figures: { visits: { delivered: 7 } } })).net).toBe(2_450_350);
  });

  it('sets a true-up of an earlier period off against what it earns', () => {
    const signed = withEffect({}, '850');
    const corrected = withEffect({}, '950');
    // 100 of the 150 days had been there after all: 90,000.00 kr. too much.
    expect(trueUp(signed, corrected)).toBe(-9_000_000);
    const next = settle(
      settlingOf({
        agreed: agreedOn({ terms: [{ kind: 'delivery', id: 'visits', price: 1_000_000 }] }),
        figures: { visits: { delivered: 4 } },
        carryIn: -9_000_000,
      }),
    );
    expect([next.net, next.carryOut]).toEqual([0, -5_000_000]);
  });
});

describe('any statement', () => {
  const amounts = fc.integer({ min: 0, max: 10_000_000_00 });
  const cases = fc.record({
    observed: fc.integer({ min: 0, max: 2_000 }),
    rate: fc.integer({ min: 1, max: 10_000_00 }),
    costs: amounts,
    periodCap: fc.option(amounts),
    contractCap: fc.option(amounts),
    carryIn: fc.integer({ min: -1_000_000_00, max: 1_000_000_00 }),
    paidEarlier: amounts,
    carriesOver: fc.boolean(),
  });

  it('pays whole øre, never below nothing, never above a cap, and loses nothing that carries over', () => {
    fc.assert(
      fc.property(cases, ({ observed, rate, costs, periodCap, contractCap, ...rest }) => {
        const statement = settle(
          settlingOf({
            agreed: agreedOn({
              terms: [{ ...EFFECT, evidence: 'point', rate, costs }],
              periodCap,
              contractCap,
              carriesOver: rest.carriesOver,
            }),
            figures: {
              days: {
                expected: '1000',
                observed: `${observed}`,
                lowerBound: null,
                standardError: null,
                tau: null,
              },
            },
            carryIn: rest.carryIn,
            paidEarlier: rest.paidEarlier,
          }),
        );
        expect(Number.isSafeInteger(statement.total)).toBe(true);
        expect(statement.net).toBeGreaterThanOrEqual(0);
        expect(statement.net).toBeLessThanOrEqual(periodCap ?? Infinity);
        if (contractCap !== null && rest.paidEarlier <= contractCap)
          expect(statement.cumulative).toBeLessThanOrEqual(contractCap);
        if (rest.carriesOver && contractCap === null)
          expect(statement.net + statement.carryOut).toBe(statement.withCarryIn);
      }),
    );
  });
});
