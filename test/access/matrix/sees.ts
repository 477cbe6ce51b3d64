import type { Role } from '../../../src/access/index.js';
import type { Position } from '../world/world.js';

/** Of whom a role may ever read a name; by position. Payer, investor, steering group and observer: of nobody. */
export const SEES: Readonly<Record<Role, readonly Position[]>> = {
  administrator: [],
  'hr-manager': ['own', 'otherUnit'],
  'line-manager': ['own'],
  'employee-representative': [],
  employee: ['own'],
  'retention-consultant': ['own'],
  'team-lead': ['own'],
  'steering-member': [],
  evaluator: [],
  payer: [],
  investor: [],
  observer: [],
  caseworker: [],
  'job-coach': [],
};
