import { addDays, addMonths, firstOfMonth, lastOfMonth } from '../../shared/local-date.js';
import type { Period } from '../../shared/period.js';
import { BASELINE_MONTHS } from './contract-faults.js';
import type { ContractContent, ContractParty, ContractUnit } from './contract.js';

/** What is known before anything is agreed. */
export interface Beginning {
  readonly name: string;
  readonly period: Period;
  readonly parties: readonly ContractParty[];
  readonly units: readonly ContractUnit[];
}

/**
 * Where a first draft begins: whole months, the measure with the least noise (days cut at 30), and terms that pay by
 * the lower bound of the effect as recommended (definitions 9.5), with the guardrail that every contract needs.
 */
export const blankContract = ({ name, period, parties, units }: Beginning): ContractContent => {
  const from = firstOfMonth(period.from);
  return {
    name,
    period: { from, to: lastOfMonth(period.to) },
    parties,
    tracks: ['prevention'],
    units: units.map((unit) => ({ ...unit, from })),
    choice: 'chosen',
    indicators: [
      {
        id: 'days-cut-at-30',
        measure: 'days-cut-at-30',
        definitionVersion: '2026-1',
        purse: 'employer',
        contractUse: 'reported',
      },
    ],
    targets: [],
    baseline: { months: BASELINE_MONTHS, from: addMonths(from, -BASELINE_MONTHS), to: addDays(from, -1) },
    evidence: { level: '0.05', design: 'difference-in-differences-ratio', tau: null },
    payment: {
      payersPurse: 'employer',
      terms: [],
      periodCap: null,
      contractCap: null,
      carriesOver: false,
      vat: '0.25',
    },
    guardrails: [{ name: 'completeness', side: 'at-least', limit: '0.98' }],
    waterfall: null,
    shocks: [],
    settlementCut: 'half-year',
    disputeDays: 30,
    rounding: 'half-away-from-zero',
  };
};
