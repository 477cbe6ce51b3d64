export const ROLES = [
  'administrator',
  'hr-manager',
  'line-manager',
  'employee-representative',
  'employee',
  'retention-consultant',
  'team-lead',
  'steering-member',
  'evaluator',
] as const;
export type Role = (typeof ROLES)[number];

/** One role in one organisation. A session wears exactly one. */
export type Hat = {
  id: string;
  role: Role;
  partyName: string;
  tenantId: string | null;
  partnershipId: string | null;
};

export type SessionView = {
  userId: string;
  name: string;
  email: string;
  language: 'da' | 'en';
  hats: Hat[];
  /** The hat worn; null before one is chosen. */
  hat: Hat | null;
};

export type TokenView = {
  id: string;
  name: string;
  createdAt: string;
  lastUsedAt: string | null;
  expiresOn: string | null;
};
export type IssuedToken = TokenView & { token: string };
