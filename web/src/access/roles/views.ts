import type { Views } from '../../api/client';
import type { Role } from '../views';

export type RoleView = Views['RoleView'];

/** Every role, those of the employer first. */
export const ROLES: readonly Role[] = [
  'hr-manager',
  'line-manager',
  'employee',
  'employee-representative',
  'administrator',
  'retention-consultant',
  'team-lead',
  'steering-member',
  'evaluator',
  'payer',
  'investor',
  'observer',
  'caseworker',
  'job-coach',
];
