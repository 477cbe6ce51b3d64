import type { Views } from '../api/client';

export type AuditEntry = Views['AuditEntryView'];
export type AuditCount = Views['AuditCountView'];
export type AuditRole = Views['AuditRole'];
export type AuditOutcome = Views['AuditOutcome'];

export const AUDIT_OUTCOMES = ['allowed', 'denied'] as const satisfies readonly AuditOutcome[];

/** What the page has in its address. */
export type AuditFilter = {
  from?: string | undefined;
  to?: string | undefined;
  action?: string | undefined;
  role?: string | undefined;
  person?: string | undefined;
  outcome?: AuditOutcome | undefined;
};
