import { byResource, hiddenFrom, permissionsOf } from './role-reach.js';

const policy = { 'case.read': ['hr-manager', 'line-manager'], 'case.hold': ['hr-manager'] } as const;

describe('what a role may', () => {
  it('is what routes ask for and the policy gives, each once', () => {
    const asked = (['case.read', 'case.hold', 'case.read'] as const).map((permission) => ({
      policy,
      permission,
    }));
    expect(permissionsOf('hr-manager', asked)).toEqual(['case.hold', 'case.read']);
    expect(permissionsOf('line-manager', asked)).toEqual(['case.read']);
    expect(permissionsOf('observer', asked)).toEqual([]);
  });

  it('is gathered by the first word', () => {
    expect(byResource(['case.read', 'person.private-data.read', 'person.read'])).toEqual([
      { resource: 'case', permissions: ['case.read'] },
      { resource: 'person', permissions: ['person.private-data.read', 'person.read'] },
    ]);
  });
});

describe('what is hidden', () => {
  it.each([
    ['employer', ['person.private-data.read'], []],
    ['team', ['person.read'], ['private-data']],
    ['mandate', ['person.read'], ['absence-kind', 'private-data']],
    ['self', [], []],
    ['partnership', [], ['single-people']],
    ['none', [], ['single-people']],
  ] as const)('from one who reaches %s', (reach, permissions, hidden) => {
    expect(hiddenFrom(reach, permissions)).toEqual(hidden);
  });
});
