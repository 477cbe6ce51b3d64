import { patchGroup, readGroup } from './scim-group.js';
import { readOperations } from './scim-operations.js';

const A = '00000000-0000-4000-8000-00000000000a';
const B = '00000000-0000-4000-8000-00000000000b';
const C = '00000000-0000-4000-8000-00000000000c';
const HR = { displayName: 'HR', externalId: 'g1', members: [A, B] };

describe('a group', () => {
  it('is read whole, each member once', () => {
    const sent = {
      displayName: 'HR',
      externalId: 'g1',
      members: [{ value: A }, { value: B, display: 'Bo' }, { value: A }],
    };
    expect(readGroup(sent)).toEqual(HR);
    expect(readGroup({ displayName: 'HR' })).toEqual({ displayName: 'HR', externalId: null, members: [] });
  });

  it.each([
    [
      'Entra ID: somebody comes',
      { op: 'Add', path: 'members', value: [{ value: C }] },
      { members: [A, B, C] },
    ],
    ['who is there comes', { op: 'add', path: 'members', value: [{ value: B }] }, {}],
    ['Entra ID: somebody leaves', { op: 'Remove', path: 'members', value: [{ value: A }] }, { members: [B] }],
    ['Okta: somebody leaves', { op: 'remove', path: `members[value eq "${A}"]` }, { members: [B] }],
    ['everybody leaves', { op: 'remove', path: 'members' }, { members: [] }],
    ['an empty list leaves', { op: 'remove', path: 'members', value: [] }, {}],
    ['others take their place', { op: 'replace', path: 'members', value: [{ value: C }] }, { members: [C] }],
    [
      'Okta: another name',
      { op: 'replace', value: { id: A, displayName: 'Personale' } },
      { displayName: 'Personale' },
    ],
    ['another name by path', { op: 'Replace', path: 'displayName', value: 'P' }, { displayName: 'P' }],
    ['no id of the directory', { op: 'remove', path: 'externalId' }, { externalId: null }],
  ])('changes: %s', (_, operation, changed) => {
    expect(patchGroup(HR, readOperations({ Operations: [operation] }))).toEqual({ ...HR, ...changed });
  });

  it.each([
    [{ op: 'add', path: 'members', value: [{ value: 'lis' }] }, 'invalid-value'],
    [{ op: 'add', path: `members[value eq "${A}"]` }, 'invalid-path'],
    [{ op: 'remove' }, 'invalid-path'],
    [{ op: 'remove', path: 'displayName' }, 'invalid-value'],
  ])('does not change: %j', (operation, code) => {
    expect(() => patchGroup(HR, readOperations({ Operations: [operation] }))).toThrow(code);
  });
});
