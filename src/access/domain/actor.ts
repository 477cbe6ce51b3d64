import type { Purpose } from './purposes.js';

/** Roles by the kind of party that gives them. An authority has an administrator of its own. */
export const ROLES_OF = {
  employer: ['administrator', 'hr-manager', 'line-manager', 'employee-representative', 'employee'],
  provider: ['retention-consultant', 'team-lead'],
  partnership: ['steering-member', 'evaluator', 'payer', 'investor', 'observer'],
  'benefit-authority': ['administrator', 'caseworker', 'job-coach'],
} as const;
export type PartyKind = keyof typeof ROLES_OF;
export type Role = (typeof ROLES_OF)[PartyKind][number];

/** What a hat allows; one hat a session (definitions 5.1). */
export const ROLES = [...new Set<Role>(Object.values(ROLES_OF).flat())] as const;
export type Language = 'da' | 'en';

/** A person wearing one hat. Exactly one of tenant, provider and partnership is set. */
export interface HatActor {
  readonly kind: 'hat';
  readonly userId: string;
  readonly hatId: string;
  readonly role: Role;
  readonly tenantId: string | null;
  readonly providerId: string | null;
  readonly partnershipId: string | null;
  /** The employee this user is, where that is known; a line manager's reach rests on it. */
  readonly personId: string | null;
  readonly language: Language;
  /** Where the request comes from, as the audit keeps it. */
  readonly from?: string;
}

/** The product itself: a job, a command of the operator. */
export interface SystemActor {
  readonly kind: 'system';
  readonly purpose: Purpose;
  readonly from: 'worker' | 'cli';
}

export type Actor = HatActor | SystemActor;

export const systemActor = (purpose: Purpose, from: SystemActor['from'] = 'worker'): SystemActor => ({
  kind: 'system',
  purpose,
  from,
});

/** Whether an actor works for a provider and so sees employers only through mandates. */
export const isProvider = (actor: Actor): boolean => actor.kind === 'hat' && actor.providerId !== null;
