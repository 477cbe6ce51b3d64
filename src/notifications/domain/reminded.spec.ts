import type { HatActor, Role } from '../../access/index.js';
import { localDate } from '../../shared/local-date.js';
import { whoIsReminded } from './reminded.js';

const hat = (hatId: string, role: Role, personId: string | null, userId = hatId): HatActor => ({
  kind: 'hat',
  userId,
  hatId,
  role,
  tenantId: 'employer',
  providerId: null,
  partnershipId: null,
  personId,
  language: 'da',
});
const HATS = [
  hat('hr', 'hr-manager', null),
  hat('lone', 'line-manager', 'Lone'),
  hat('other', 'line-manager', 'Other'),
  hat('bo', 'employee', 'Bo', 'user-bo'),
  hat('bo-elected', 'employee-representative', 'Bo', 'user-bo'),
  { ...hat('consultant', 'retention-consultant', 'Bo'), tenantId: null, providerId: 'provider' },
];
const step = {
  introductionId: 'i',
  position: 0,
  dueOn: localDate('2026-03-16'),
  role: 'leader',
  leaderPersonId: 'Lone',
  buddyPersonId: 'Bo',
} as const;

describe('of a step is reminded', () => {
  it.each([
    ['the leader', step, ['lone']],
    ['the buddy, once though with two hats', { ...step, role: 'buddy' }, ['bo-elected']],
    ['the leader of a buddy who is no user', { ...step, role: 'buddy', buddyPersonId: 'Eva' }, ['lone']],
    ['human resources of theirs', { ...step, role: 'hr' }, ['hr']],
    ['human resources where the leader is no user', { ...step, leaderPersonId: 'Eva' }, ['hr']],
    ['human resources where nobody leads', { ...step, leaderPersonId: null }, ['hr']],
  ] as const)('%s', (_, given, expected) => expect(whoIsReminded(HATS)(given)).toEqual(expected));
});
