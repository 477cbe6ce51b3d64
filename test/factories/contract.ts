import type { ContractContent } from '../../src/partnerships/index.js';
import { localDate } from '../../src/shared/local-date.js';

const unit = (place: number, arm: 'in' | 'comparison') => ({
  tenantId: '0196a1f0-0000-7000-8000-0000000000aa',
  unitId: `0196a1f0-0000-7000-8000-0000000001${String(place).padStart(2, '0')}`,
  name: `Arbejdsplads ${place}`,
  employerName: 'Fjordby Kommune',
  arm,
  from: localDate('2025-07-01'),
});

/** Four workplaces in, nineteen compared with, paid by the effect on days cut at 30: what may just be agreed. */
export const soundContract = (): ContractContent => ({
  name: 'Nærvær i Fjordby',
  period: { from: localDate('2025-07-01'), to: localDate('2028-06-30') },
  parties: [
    {
      id: '0196a1f0-0000-7000-8000-000000000001',
      role: 'municipality',
      name: 'Fjordby Kommune',
      sees: ['figures', 'effect', 'money', 'minutes'],
    },
    {
      id: '0196a1f0-0000-7000-8000-000000000002',
      role: 'provider',
      name: 'Fastholdelse Øst',
      sees: ['figures', 'effect', 'money'],
    },
    { id: '0196a1f0-0000-7000-8000-000000000003', role: 'observer', name: 'FOA', sees: ['figures'] },
  ],
  tracks: ['prevention'],
  units: [
    ...[1, 2, 3, 4].map((place) => unit(place, 'in')),
    ...Array.from({ length: 19 }, (_, index) => unit(index + 10, 'comparison')),
  ],
  choice: 'chosen',
  indicators: [
    {
      id: 'days',
      measure: 'days-cut-at-30',
      definitionVersion: '2026-1',
      purse: 'employer',
      contractUse: 'payment',
    },
  ],
  targets: [{ indicatorId: 'days', reduction: '0.1' }],
  baseline: { months: 24, from: localDate('2023-07-01'), to: localDate('2025-06-30') },
  evidence: { level: '0.05', design: 'difference-in-differences-ratio', tau: null },
  payment: {
    payersPurse: 'employer',
    terms: [
      {
        kind: 'effect',
        id: 'days',
        purse: 'employer',
        evidence: 'lower-bound',
        attribution: '1',
        threshold: null,
        rate: 180_000,
        costs: 0,
        share: '0.5',
      },
    ],
    periodCap: 50_000_000,
    contractCap: 200_000_000,
    carriesOver: true,
    vat: '0.25',
  },
  guardrails: [{ name: 'completeness', side: 'at-least', limit: '0.98' }],
  waterfall: { principal: 300_000_000, returnCap: 36_000_000, investorsPart: '0.4' },
  shocks: [
    {
      kind: 'strike',
      name: 'Konflikt på plejeområdet',
      from: localDate('2026-04-01'),
      to: localDate('2026-04-30'),
      unitIds: null,
    },
  ],
  settlementCut: 'half-year',
  disputeDays: 30,
  rounding: 'half-away-from-zero',
});
