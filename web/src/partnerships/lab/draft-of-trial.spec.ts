import type { ContractWritten, OfferedUnit } from '../contract/views';
import { withTrial } from './draft-of-trial';
import { blankTrial, questionOf } from './trial-values';
import type { LabUnit } from './views';

const unit = (unitId: string): OfferedUnit => ({
  tenantId: 't',
  unitId,
  name: `Sted ${unitId}`,
  employerName: 'Fjordby',
});
const OFFERED = ['a', 'b', 'c'].map(unit);
const TRIED: LabUnit[] = [
  { id: 'a', name: 'Sted a', employer: 'Fjordby', arm: 'in' },
  { id: 'b', name: 'Sted b', employer: 'Fjordby', arm: 'comparison' },
];
const DRAFT: ContractWritten = {
  name: 'Nærvær',
  period: { from: '2027-01-01', to: '2029-12-31' },
  parties: [],
  tracks: ['prevention'],
  units: [
    { ...unit('a'), arm: 'comparison', from: '2027-07-01' },
    { ...unit('c'), arm: 'in', from: '2027-01-01' },
  ],
  choice: 'chosen',
  indicators: [
    { id: 'dage', measure: 'days', definitionVersion: '2026-1', purse: 'state', contractUse: 'payment' },
  ],
  targets: [{ indicatorId: 'dage', reduction: '0.2' }],
  baseline: { months: 24, from: '2025-01-01', to: '2026-12-31' },
  evidence: { level: '0.1', design: 'difference-in-differences-ratio', tau: null },
  payment: {
    payersPurse: 'state',
    terms: [
      { kind: 'delivery', id: 'besog', price: 350_000 },
      {
        kind: 'effect',
        id: 'dage',
        purse: 'state',
        evidence: 'point',
        attribution: '1',
        threshold: null,
        rate: 1,
        costs: 0,
        share: '1',
      },
    ],
    periodCap: 1_000_000,
    contractCap: 2_000_000,
    carriesOver: false,
    vat: '0.25',
  },
  guardrails: [],
  waterfall: null,
  shocks: [],
  settlementCut: 'year',
  disputeDays: 30,
  rounding: 'half-away-from-zero',
};

describe('terms that were tried', () => {
  const tried = { ...blankTrial(TRIED), choice: 'lot' as const, threshold: 2.5 };

  it('stand in the draft with what is delivered beside them, and one indicator is paid by', () => {
    const written = withTrial(DRAFT, questionOf(tried), OFFERED);
    expect(written.choice).toBe('lot');
    expect(written.indicators.map(({ id, contractUse }) => [id, contractUse])).toEqual([
      ['spells', 'payment'],
      ['dage', 'reported'],
    ]);
    expect(written.targets).toEqual([
      { indicatorId: 'spells', reduction: '0.1' },
      { indicatorId: 'dage', reduction: '0.2' },
    ]);
    expect(written.payment).toMatchObject({
      payersPurse: 'employer',
      periodCap: 1_000_000,
      contractCap: 2_000_000,
      terms: [
        { kind: 'effect', id: 'spells', evidence: 'lower-bound', threshold: '0.025', rate: 200_000 },
        { kind: 'delivery', id: 'besog' },
      ],
    });
    expect(written.evidence.level).toBe('0.05');
    expect(written.settlementCut).toBe('year');
  });

  it('name the workplaces that were tried, each from the day on which it stood', () => {
    const { units } = withTrial(DRAFT, questionOf(tried), OFFERED);
    expect(units.map(({ unitId, arm, from }) => [unitId, arm, from])).toEqual([
      ['a', 'in', '2027-07-01'],
      ['b', 'comparison', '2027-01-01'],
    ]);
  });

  it('leave the workplaces where the figures were published ones, and count where a count was tried', () => {
    const published = { ...blankTrial([]), rule: 'count' as const, below: 80 };
    const written = withTrial(DRAFT, questionOf(published), OFFERED);
    expect(written.units).toEqual(DRAFT.units);
    expect(written.payment.terms[0]).toMatchObject({ kind: 'count', below: 80, counted: 'stock' });
    expect(written.indicators.every(({ contractUse }) => contractUse === 'reported')).toBe(true);
  });
});
