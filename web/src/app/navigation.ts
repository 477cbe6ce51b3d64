import type { Role } from '../access/views';

export const PLACES = [
  'overview',
  'signals',
  'cases',
  'people',
  'units',
  'imports',
  'partnerships',
  'goLive',
  'rules',
  'retention',
  'mandates',
  'tokens',
  'users',
  'roles',
  'audit',
  'auditCounts',
  'requests',
  'surveys',
  'ownPage',
  'sso',
] as const;
export type Place = (typeof PLACES)[number];

/** The rooms a hat opens, in the order of its working day; the first one is its front page. */
export const ROOMS: Record<Role, readonly Place[]> = {
  'hr-manager': [
    'overview',
    'signals',
    'cases',
    'people',
    'units',
    'surveys',
    'requests',
    'imports',
    'goLive',
    'rules',
    'retention',
  ],
  'line-manager': ['signals', 'cases', 'people', 'rules'],
  'retention-consultant': ['signals', 'cases', 'people', 'rules'],
  'team-lead': ['signals', 'cases', 'people', 'rules'],
  'steering-member': ['partnerships'],
  administrator: [
    'users',
    'roles',
    'sso',
    'mandates',
    'tokens',
    'goLive',
    'rules',
    'retention',
    'imports',
    'audit',
  ],
  'employee-representative': ['rules', 'goLive', 'retention', 'auditCounts'],
  employee: ['ownPage', 'rules'],
  evaluator: ['partnerships'],
  payer: ['partnerships'],
  investor: ['partnerships'],
  observer: ['partnerships'],
  caseworker: [],
  'job-coach': [],
};

export const placesOf = (role: Role): readonly Place[] => ROOMS[role];

export const ADDRESSES = {
  overview: '/overview',
  signals: '/signals',
  cases: '/cases',
  people: '/people',
  units: '/units',
  imports: '/imports',
  partnerships: '/partnerships',
  goLive: '/go-live',
  rules: '/rules',
  retention: '/retention',
  mandates: '/mandates',
  tokens: '/tokens',
  users: '/users',
  roles: '/roles',
  audit: '/audit',
  auditCounts: '/audit-counts',
  requests: '/requests',
  surveys: '/surveys',
  ownPage: '/own-page',
  sso: '/sso',
} as const satisfies Record<Place, string>;

export const frontPageOf = (role: Role): (typeof ADDRESSES)[Place] => ADDRESSES[placesOf(role)[0] ?? 'rules'];
