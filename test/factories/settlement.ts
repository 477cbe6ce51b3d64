import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { drawsOf } from '../../src/evidence/random.js';
import type { EffectCell, EffectPlan } from '../../src/outcomes/effect/domain/effect-plan.js';
import { monthsBetween } from '../../src/outcomes/effect/domain/month.js';
import { signedText, type Bundle, type BundleContent } from '../../src/outcomes/settlement/bundle.js';
import { estimatesOf, type SavedPlan } from '../../src/outcomes/settlement/domain/estimates.js';
import type { Snapshot } from '../../src/outcomes/settlement/domain/snapshot.js';
import { hashOf, statementOf, statementText } from '../../src/outcomes/settlement/statement.js';
import { hashOfVersion, type ContractContent } from '../../src/partnerships/index.js';
import { canonicalJson } from '../../src/shared/canonical-json.js';
import { localDate } from '../../src/shared/local-date.js';

const unitId = (place: number): string => `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`;
const TENANT = '00000000-0000-4000-9000-000000000001';
const [TREATED, COMPARISON] = [10, 14];

/** A contract by spells that pays by the lower bound, with a cap of each kind, a guardrail and a rate card beside. */
export const contractContent = (over: Partial<ContractContent> = {}): ContractContent => ({
  name: 'Færre sygemeldinger',
  period: { from: localDate('2026-01-01'), to: localDate('2027-12-31') },
  parties: [
    { id: unitId(901), role: 'municipality', name: 'Havlund Kommune', sees: ['figures', 'effect', 'money'] },
    { id: unitId(902), role: 'provider', name: 'Falkeblik', sees: ['figures', 'effect', 'money'] },
  ],
  tracks: ['prevention'],
  units: Array.from({ length: TREATED + COMPARISON }, (_, place) => ({
    tenantId: TENANT,
    unitId: unitId(place),
    name: `Workplace ${place}`,
    employerName: 'Havlund Kommune',
    arm: place < TREATED ? 'in' : 'comparison',
    from: localDate('2026-01-01'),
  })),
  choice: 'lot',
  indicators: [
    {
      id: 'spells',
      measure: 'spells',
      definitionVersion: '2026-1',
      purse: 'employer',
      contractUse: 'payment',
    },
  ],
  targets: [{ indicatorId: 'spells', reduction: '0.1' }],
  baseline: { months: 24, from: localDate('2024-01-01'), to: localDate('2025-12-31') },
  evidence: { level: '0.05', design: 'difference-in-differences-ratio', tau: null },
  payment: {
    payersPurse: 'employer',
    terms: [
      {
        kind: 'effect',
        id: 'spells',
        purse: 'employer',
        evidence: 'lower-bound',
        attribution: '0.8',
        threshold: '0.02',
        rate: 900_000,
        costs: 10_000_000,
        share: '0.5',
      },
      { kind: 'delivery', id: 'visits', price: 350_000 },
    ],
    periodCap: 100_000_000,
    contractCap: 150_000_000,
    carriesOver: true,
    vat: '0.25',
  },
  guardrails: [{ name: 'completeness', side: 'at-least', limit: '0.98' }],
  waterfall: null,
  shocks: [],
  settlementCut: 'year',
  disputeDays: 30,
  rounding: 'half-away-from-zero',
  ...over,
});

export const effectPlan = (contract: ContractContent): EffectPlan => ({
  indicator: 'spells',
  measure: 'spells',
  definitionVersion: '2026-1',
  baseline: { from: '2024-01', to: '2025-12' },
  period: { from: '2026-01', to: '2026-12' },
  units: contract.units.map((unit) => ({
    unitId: unit.unitId,
    tenantId: unit.tenantId,
    arm: unit.arm,
    from: unit.from.slice(0, 7),
  })),
  choice: contract.choice,
  level: contract.evidence.level,
  shocks: [],
  seed: 5,
  draws: 199,
});

/** Spells of each workplace and month, a third fewer of them where the work was done. */
export const spellCells = (plan: EffectPlan): EffectCell[] => {
  const draws = drawsOf(11);
  return plan.units.flatMap((unit, place) =>
    monthsBetween(plan.baseline.from, plan.period.to).map((month) => {
      const effect = unit.arm === 'in' && month >= plan.period.from ? 0.67 : 1;
      const mean = (14 + (place % 5)) * effect;
      return {
        unitId: unit.unitId,
        month,
        amount: String(Math.max(0, Math.round(mean + (draws.uniform() - 0.5) * 8))),
        exposure: String(80 + place),
        provisional: false,
      };
    }),
  );
};

const FLOW = { atStart: 900, joined: 80, left: 70, atEnd: 910, exposure: '10140' };

export const snapshotOf = (contract: ContractContent, cells: readonly EffectCell[]): Snapshot => ({
  format: 1,
  partnershipId: unitId(900),
  contract: {
    version: 1,
    hash: hashOfVersion({
      partnershipId: unitId(900),
      version: 1,
      validFrom: contract.period.from,
      content: contract,
    }),
  },
  period: { from: localDate('2026-01-01'), to: localDate('2026-12-31'), cut: 'year' },
  knownOn: localDate('2027-03-01'),
  baselineHash: null,
  indicators: [{ id: 'spells', cells }],
  counts: {},
  delivered: { visits: 4 },
  guardrailFigures: { completeness: '0.991' },
  guardrailsOfFew: [],
  limits: { count: 5 },
  population: { treated: FLOW, comparison: FLOW },
  completeness: { share: '0.991', correctedSpells: 3, provisionalMonths: [] },
  trueUps: [],
  carryIn: 0,
  paidEarlier: 0,
});

/** A settlement that two people have settled, as it is exported. */
export const signedBundle = (): { readonly bundle: Bundle; readonly key: KeyObject } => {
  const contract = contractContent();
  const plan = effectPlan(contract);
  const plans: SavedPlan[] = [
    { plan, hash: hashOf(canonicalJson(plan)), savedAt: '2025-12-01T09:00:00.000Z', preregistered: true },
  ];
  const snapshot = snapshotOf(contract, spellCells(plan));
  const estimates = estimatesOf({ snapshot, plans });
  const statement = statementOf({ contract, snapshot, plans, corrects: null }, estimates);
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const step = (name: string, hat: number, party: { role: string; name: string }) => ({
    step: name,
    hatId: unitId(hat),
    person: hashOf(String(hat)),
    party,
    at: '2027-03-02T09:00:00.000Z',
    note: '',
  });
  const content: BundleContent = {
    format: 'naervaer-settlement-1',
    codeVersion: '0.1.0',
    settlementId: unitId(800),
    contract: { ...snapshot.contract, validFrom: contract.period.from, content: contract },
    plans,
    snapshot,
    estimates,
    statement,
    statementHash: hashOf(statementText(statement)),
    steps: [
      step('comment', 1, { role: 'provider', name: 'Falkeblik' }),
      step('approve', 2, { role: 'municipality', name: 'Havlund Kommune' }),
      step('sign', 3, { role: 'payer', name: 'Havlund Forsikring' }),
    ],
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
  const signature = sign(null, Buffer.from(signedText(content)), privateKey).toString('hex');
  return { bundle: { content, signature }, key: privateKey };
};
