import type { Policy } from '../domain/policy.js';

/** Who may read the audit itself; the representatives of the employees see how much, never who or whom. */
export const auditPolicy = {
  'audit.read': ['administrator'],
  'audit.count': ['administrator', 'employee-representative'],
} as const satisfies Policy;
