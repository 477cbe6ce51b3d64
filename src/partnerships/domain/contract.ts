import type { LocalDate } from '../../shared/local-date.js';
import type { Period } from '../../shared/period.js';
import type { FixedCut } from './fixed-period.js';
import type { Guardrail } from './guardrails.js';
import type { Choice } from '../../evidence/smallest-p.js';
import type { DecimalText, PaymentTerms, Purse } from './terms.js';
import type { Waterfall } from './waterfall.js';

export const PARTY_ROLES = [
  'municipality',
  'employer',
  'provider',
  'payer',
  'investor',
  'insurer',
  'pension-fund',
  'evaluator',
  'observer',
  'benefit-authority',
] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

/** What a party may see beyond who takes part, where, when and by which measures. */
export const SIGHTS = ['figures', 'effect', 'money', 'minutes'] as const;
export type Sight = (typeof SIGHTS)[number];

export interface ContractParty {
  readonly id: string;
  readonly role: PartyRole;
  readonly name: string;
  readonly sees: readonly Sight[];
}

/** Whether a workplace is in the partnership or one that it is compared with. */
export const ARMS = ['in', 'comparison'] as const;
export type Arm = (typeof ARMS)[number];

/** A workplace with all below it, from the first of a month on. */
export interface ContractUnit {
  readonly tenantId: string;
  readonly unitId: string;
  readonly name: string;
  readonly employerName: string;
  readonly arm: Arm;
  readonly from: LocalDate;
}

export const TRACKS = ['prevention', 'employment', 'learning'] as const;
export type Track = (typeof TRACKS)[number];

/**
 * What a contract measures by: dagsværk (definitions 7.1), dagsværk of the first thirty calendar days of each spell,
 * spells ended (definitions 7.2), spells that came to their thirty-first day.
 */
export const INDICATOR_MEASURES = ['days', 'days-cut-at-30', 'spells', 'long-spells'] as const;
export type IndicatorMeasure = (typeof INDICATOR_MEASURES)[number];

/** The wording of the measures that this code computes; a change of what one means is a new version. */
export const DEFINITION_VERSIONS = ['2026-1'] as const;
export type DefinitionVersion = (typeof DEFINITION_VERSIONS)[number];

export const CONTRACT_USES = ['payment', 'reported'] as const;

export interface ContractIndicator {
  readonly id: string;
  readonly measure: IndicatorMeasure;
  readonly definitionVersion: DefinitionVersion;
  /** Whose budget a saving falls in (definitions 9.3). */
  readonly purse: Purse;
  readonly contractUse: (typeof CONTRACT_USES)[number];
}

/** By which part an indicator is to fall, such as `0.1`. */
export interface Target {
  readonly indicatorId: string;
  readonly reduction: DecimalText;
}

/** Twenty-four whole months before the first day, so that every month of the year is there twice. */
export interface Baseline extends Period {
  readonly months: number;
}

export const EVIDENCE_DESIGNS = [
  'difference-in-differences-ratio',
  'difference-in-differences',
  'synthetic-control',
  'interrupted-time-series',
] as const;
export type EvidenceDesign = (typeof EVIDENCE_DESIGNS)[number];

export interface Evidence {
  /** Of the one-sided test, such as `0.05`. */
  readonly level: DecimalText;
  readonly design: EvidenceDesign;
  /** Standard deviation of true effects that the rule `shrunk` draws by; null where no term asks for it. */
  readonly tau: DecimalText | null;
}

export const SHOCK_KINDS = ['pandemic', 'strike', 'reorganisation', 'payroll-change', 'other'] as const;
export type ShockKind = (typeof SHOCK_KINDS)[number];

/** Days agreed beforehand to stand apart, for every workplace where none is named. */
export interface Shock extends Period {
  readonly kind: ShockKind;
  readonly name: string;
  readonly unitIds: readonly string[] | null;
}

/** What one version of a contract says: data only, frozen with its hash once agreed. */
export interface ContractContent {
  readonly name: string;
  readonly period: Period;
  readonly parties: readonly ContractParty[];
  readonly tracks: readonly Track[];
  readonly units: readonly ContractUnit[];
  /** How the workplaces came to be in it: drawn by lot, or chosen. */
  readonly choice: Choice;
  readonly indicators: readonly ContractIndicator[];
  readonly targets: readonly Target[];
  readonly baseline: Baseline;
  readonly evidence: Evidence;
  readonly payment: PaymentTerms;
  readonly guardrails: readonly Guardrail[];
  readonly waterfall: Waterfall | null;
  readonly shocks: readonly Shock[];
  readonly settlementCut: FixedCut;
  /** Days after a statement in which a party may object. */
  readonly disputeDays: number;
  /** How money is rounded (definitions 9.2). */
  readonly rounding: 'half-away-from-zero';
}

/** Whether anything is paid by effect, which the smallest p of the units may forbid (definitions 9.5). */
export const paysByEffect = ({ payment }: ContractContent): boolean =>
  payment.terms.some((term) => term.kind === 'effect');

/** How many units are treated and compared with. */
export const armsOf = ({
  units,
}: ContractContent): { readonly treated: number; readonly comparison: number } => {
  const treated = units.filter((unit) => unit.arm === 'in').length;
  return { treated, comparison: units.length - treated };
};
