import type { Role } from '../domain/actor.js';
import type { Policy } from '../domain/policy.js';

/** Whose records a role reaches; `reach` of people and the doors do it, these are the words for it. */
export const ROLE_REACHES = ['employer', 'team', 'mandate', 'self', 'partnership', 'none'] as const;
export type RoleReach = (typeof ROLE_REACHES)[number];

/** What is kept from a role though others may see it. */
export const HIDDEN_FIELDS = ['single-people', 'absence-kind', 'private-data'] as const;
export type HiddenField = (typeof HIDDEN_FIELDS)[number];

export const REACH_OF = {
  'hr-manager': 'employer',
  'line-manager': 'team',
  'retention-consultant': 'mandate',
  'team-lead': 'mandate',
  employee: 'self',
  'steering-member': 'partnership',
  evaluator: 'partnership',
  payer: 'partnership',
  investor: 'partnership',
  observer: 'partnership',
  administrator: 'none',
  'employee-representative': 'none',
  caseworker: 'none',
  'job-coach': 'none',
} as const satisfies Record<Role, RoleReach>;

/** What a route asks for. */
export interface Asked {
  readonly policy: Policy;
  readonly permission: string;
}

/** The permissions that a role has of those that some routes ask for, each once, in order. */
export const permissionsOf = (role: Role, asked: readonly Asked[]): string[] => {
  const had = asked.filter(({ policy, permission }) => policy[permission]?.includes(role));
  return [...new Set(had.map(({ permission }) => permission))].sort();
};

/** The kind of an absence is shown to a provider only where a mandate names it (definitions 5.2). */
export const hiddenFrom = (reach: RoleReach, permissions: readonly string[]): HiddenField[] => {
  if (reach === 'none' || reach === 'partnership') return ['single-people'];
  if (reach === 'self') return [];
  const privateData = permissions.includes('person.private-data.read') ? [] : (['private-data'] as const);
  return reach === 'mandate' ? ['absence-kind', ...privateData] : [...privateData];
};

/** `case` of `case.open`, and `person` of `person.private-data.read`. */
export const byResource = (permissions: readonly string[]): { resource: string; permissions: string[] }[] => {
  const groups = new Map<string, string[]>();
  for (const permission of permissions) {
    const [resource = permission] = permission.split('.');
    groups.set(resource, [...(groups.get(resource) ?? []), permission]);
  }
  return [...groups].map(([resource, some]) => ({ resource, permissions: some }));
};
