import type { Views } from '../../api/client';

export type Contract = Views['ContractView'];
export type ContractVersion = Views['ContractVersionView'];
export type ContractVersionRow = Views['ContractVersionRow'];
export type ContractContent = Views['ContractContentView'];
export type ContractWritten = Views['ContractContentDto'];
export type SaveContract = Views['SaveContractDto'];
export type PaymentTerms = Views['PaymentTermsDto'];
export type PaymentTerm = PaymentTerms['terms'][number];
export type Refund = Views['RefundedBenefitDto'];
export type Waterfall = Views['WaterfallDto'];
export type Evidence = Views['EvidenceDto'];
export type ContractChange = Views['ContractChangeView'];
export type Baseline = Views['BaselineView'];
export type BaselineTotal = Views['BaselineTotalView'];
export type Signature = Views['SignatureView'];
export type OfferedUnit = Views['OfferedUnitView'];

export const SIGHTS = ['figures', 'effect', 'money', 'minutes'] as const satisfies readonly Views['Sight'][];
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
] as const satisfies readonly Views['PartyRole'][];
export const TRACKS = ['prevention', 'employment', 'learning'] as const satisfies readonly Views['Track'][];
export const MEASURES = [
  'days-cut-at-30',
  'days',
  'spells',
  'long-spells',
] as const satisfies readonly Views['IndicatorMeasure'][];
export const PURSES = [
  'employer',
  'benefit-municipality',
  'state',
] as const satisfies readonly Views['Purse'][];
export const GUARDRAILS = [
  'completeness',
  'presenteeism',
  'other-leave',
  'relapse',
  'leavers',
  'wellbeing',
  'experience',
] as const satisfies readonly Views['GuardrailName'][];
export const SHOCKS = [
  'pandemic',
  'strike',
  'reorganisation',
  'payroll-change',
  'other',
] as const satisfies readonly Views['ShockKind'][];
export const DESIGNS = [
  'difference-in-differences-ratio',
  'difference-in-differences',
  'synthetic-control',
  'interrupted-time-series',
] as const satisfies readonly Views['EvidenceDesign'][];
export const RULES = ['lower-bound', 'shrunk', 'point'] as const satisfies readonly Views['EvidenceRule'][];
export const CUTS = ['quarter', 'half-year', 'year'] as const satisfies readonly Views['FixedCut'][];

/** What is written to, if the reader sees all of it. */
export const writtenOf = ({ content }: ContractVersion): ContractWritten | null => {
  const { payment, evidence } = content;
  return payment === null || evidence === null ? null : { ...content, payment, evidence };
};
