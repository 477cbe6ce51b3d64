import { ROLES_OF, type Role } from './actor.js';

/** What an identity provider says of somebody, in the words of this house. */
export interface SsoProfile {
  readonly subject: string;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly employeeNumber: string | null;
}

/** Which claims say what; a claim that is not named is looked for under its usual names. */
export interface ClaimNames {
  readonly email: string | null;
  readonly role: string | null;
  readonly employeeNumber: string | null;
}

export interface RoleRule {
  /** A value of the role claim: a group's name or id, an app role. */
  readonly value: string;
  readonly role: Role;
}

type Claims = Readonly<Record<string, unknown>>;

const EMAIL = [
  'email',
  'mail',
  'preferred_username',
  'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress',
  'urn:oid:0.9.2342.19200300.100.1.3',
  'https://data.gov.dk/model/core/eid/email',
];
const NAME = [
  'name',
  'displayName',
  'http://schemas.microsoft.com/identity/claims/displayname',
  'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name',
  'urn:oid:2.16.840.1.113730.3.1.241',
  'https://data.gov.dk/model/core/eid/fullName',
];

const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');

const firstOf = (claims: Claims, names: readonly string[]): string | null => {
  const found = names.flatMap((name) => textsOf(claims[name])).map((text) => text.trim());
  return found.find((text) => text !== '') ?? null;
};

/** Null where no e-mail address is among the claims. */
export const profileOf = (subject: string, claims: Claims, names: ClaimNames): SsoProfile | null => {
  const email = firstOf(claims, names.email === null ? EMAIL : [names.email])?.toLowerCase() ?? '';
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) return null;
  return {
    subject,
    email,
    name: firstOf(claims, NAME) ?? email,
    roles: names.role === null ? [] : textsOf(claims[names.role]),
    employeeNumber: names.employeeNumber === null ? null : firstOf(claims, [names.employeeNumber]),
  };
};

/** Whether an address lies in one of the domains an employer has named; a sub-domain is another domain. */
export const isInDomains = (email: string, domains: readonly string[]): boolean =>
  domains.some((domain) => email.split('@')[1] === domain.toLowerCase());

const EMPLOYER_ROLES: readonly Role[] = ROLES_OF.employer;

/** The roles that claims come to; only roles that an employer gives. */
export const rolesFrom = (
  values: readonly string[],
  rules: readonly RoleRule[],
  defaultRole: Role | null,
): Role[] => {
  const named = rules.filter(({ value }) => values.includes(value)).map(({ role }) => role);
  const roles = named.length === 0 && defaultRole !== null ? [defaultRole] : named;
  return [...new Set(roles)].filter((role) => EMPLOYER_ROLES.includes(role));
};

/** Where to go on to after signing in: a place of our own, else the front page. */
export const ownPlace = (to: string | undefined, publicUrl: string): string => {
  if (to === undefined || !/^\/(?![/\\])/.test(to) || !URL.canParse(to, publicUrl)) return '/';
  const place = new URL(to, publicUrl);
  return place.origin === new URL(publicUrl).origin ? `${place.pathname}${place.search}` : '/';
};
