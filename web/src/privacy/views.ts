import type { Views } from '../api/client';

export type RetentionRule = Views['RetentionRuleView'];
export type RetentionClass = Views['RetentionClass'];
export type Retention = Views['RetentionView'];
export type LegalHold = Views['LegalHoldView'];
export type CprDecision = Views['CprDecisionView'];
export type PrivateData = Views['PrivateDataView'];

export type ErasureGround = Views['ErasureGround'];
export const ERASURE_GROUNDS = [
  'request',
  'not-needed',
  'objection',
  'unlawful',
  'legal-duty',
] as const satisfies readonly ErasureGround[];
