import type { Settling } from '../../domain/settlement.js';
import { settle } from '../../domain/settlement.js';
import { broughtForward, broughtToCorrection, type SignedSettlement } from './brought-forward.js';
import { forecast } from './forecast.js';

const settling = (over: Partial<Settling> = {}, observed = '900'): Settling => ({
  agreed: {
    payersPurse: 'employer',
    terms: [
      {
        kind: 'effect',
        id: 'days',
        purse: 'employer',
        evidence: 'point',
        attribution: '1',
        threshold: null,
        rate: 100_000,
        costs: 0,
        share: '0.5',
      },
    ],
    periodCap: null,
    contractCap: 18_000_000,
    carriesOver: false,
    vat: '0.25',
  },
  guardrails: [{ name: 'completeness', side: 'at-least', limit: '0.98' }],
  figures: { days: { expected: '1000', observed, lowerBound: null, standardError: null, tau: null } },
  guardrailFigures: { completeness: '0.99' },
  carryIn: 0,
  paidEarlier: 0,
  ...over,
});

describe('a forecast', () => {
  it('settles the periods to come at both ends and the middle of the interval, up to the cap', () => {
    // 100 avoided pay 50,000.00 kr. a period; between 20 and 180 it is 10,000 to 90,000; 180,000 is the cap.
    const ahead = forecast(settling({ paidEarlier: 5_000_000 }), { days: { lower: '20', upper: '180' } }, 3);
    expect(ahead).toEqual([
      { place: 1, low: 6_000_000, middle: 10_000_000, high: 14_000_000 },
      { place: 2, low: 7_000_000, middle: 15_000_000, high: 18_000_000 },
      { place: 3, low: 8_000_000, middle: 18_000_000, high: 18_000_000 },
    ]);
  });

  it('without an interval is one line', () => {
    const [one] = forecast(settling(), {}, 1);
    expect(one).toEqual({ place: 1, low: 5_000_000, middle: 5_000_000, high: 5_000_000 });
  });
});

describe('what is brought forward', () => {
  const signed = (hash: string, from: Settling, over: Partial<SignedSettlement> = {}): SignedSettlement => ({
    hash,
    period: { from: '2026-01-01', to: '2026-12-31' } as SignedSettlement['period'],
    corrects: null,
    trueUps: [],
    carryIn: from.carryIn,
    paidEarlier: from.paidEarlier,
    settled: settle(from),
    ...over,
  });
  const first = signed('first', settling());

  it('is nothing before the first period', () => {
    expect(broughtForward([])).toEqual({ trueUps: [], carryIn: 0, paidEarlier: 0 });
  });

  it('sets a correction off against the next period, once', () => {
    // 100 avoided were 40 after all: 30,000 kr. too much.
    const correction = signed('again', settling(broughtToCorrection(first), '960'), { corrects: 'first' });
    const next = broughtForward([first, correction]);
    expect(next).toEqual({
      trueUps: [{ statementHash: 'again', amount: -3_000_000 }],
      carryIn: -3_000_000,
      paidEarlier: 5_000_000,
    });
    const second = signed('second', settling(next), { trueUps: next.trueUps });
    expect(second.settled.net).toBe(2_000_000);
    expect(broughtForward([first, correction, second])).toEqual({
      trueUps: [],
      carryIn: 0,
      paidEarlier: 7_000_000,
    });
  });

  it('brings what was held once the guardrail has its figure', () => {
    const held = signed('held', settling({ guardrailFigures: {} }));
    const kept = signed('kept', settling(), { corrects: 'held' });
    expect(held.settled).toMatchObject({ held: 5_000_000, net: 0 });
    expect(broughtForward([held, kept]).carryIn).toBe(5_000_000);
  });
});
