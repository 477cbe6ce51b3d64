import { readOperations } from './scim-operations.js';
import { addressOf, ENTERPRISE_SCHEMA, nameOf, patchUser, readUser } from './scim-user.js';

const LIS = {
  userName: 'lis@fjordby.dk',
  externalId: 'e1',
  displayName: 'Lis Holm',
  givenName: 'Lis',
  familyName: 'Holm',
  email: 'lis@fjordby.dk',
  employeeNumber: '1042',
  active: true,
};

describe('a user sent whole', () => {
  it('is read as Entra ID writes one', () => {
    const sent = {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', ENTERPRISE_SCHEMA],
      externalId: 'e1',
      userName: 'lis@fjordby.dk',
      active: true,
      displayName: 'Lis Holm',
      emails: [{ primary: true, type: 'work', value: 'Lis@fjordby.dk' }],
      meta: { resourceType: 'User' },
      name: { formatted: 'Lis Holm', familyName: 'Holm', givenName: 'Lis' },
      title: 'Leder',
      [ENTERPRISE_SCHEMA]: { employeeNumber: '1042', department: 'Ældre' },
    };
    expect(readUser(sent)).toEqual(LIS);
  });

  it('is read as Okta writes one, and without an address signs in by its name', () => {
    const user = readUser({
      userName: 'bo@fjordby.dk',
      name: { givenName: 'Bo', familyName: 'Lind' },
      emails: [],
    });
    expect(user).toMatchObject({ externalId: null, email: null, active: true });
    expect(addressOf(user)).toBe('bo@fjordby.dk');
    expect(nameOf(user)).toBe('Bo Lind');
  });

  it.each([
    [[], 'invalid-syntax'],
    [{ displayName: 'Lis' }, 'invalid-value'],
    [{ userName: { a: 1 } }, 'invalid-value'],
    [{ userName: 'lis', active: 'ja' }, 'invalid-value'],
    [{ userName: 'lis', emails: [{ value: 'ingen' }] }, 'invalid-value'],
    [{ userName: 'x'.repeat(255) }, 'invalid-value'],
  ])('is refused as %j', (sent, code) => {
    expect(() => readUser(sent)).toThrow(code);
  });

  it('wants an address somewhere', () => {
    expect(() => addressOf(readUser({ userName: 'lis' }))).toThrow('invalid-value');
  });
});

describe('a change of a user', () => {
  const patched = (...Operations: object[]) => patchUser(LIS, readOperations({ Operations }));

  it.each([
    ['Entra ID: the text False', { op: 'Replace', path: 'active', value: 'False' }, { active: false }],
    ['a boolean', { op: 'replace', path: 'active', value: false }, { active: false }],
    ['Okta: no path', { op: 'replace', value: { active: false } }, { active: false }],
    ['a name', { op: 'Replace', path: 'name.familyName', value: 'Dam' }, { familyName: 'Dam' }],
    ['the name whole', { op: 'replace', path: 'name', value: { givenName: 'Liv' } }, { givenName: 'Liv' }],
    [
      'an address by its kind',
      { op: 'Replace', path: 'emails[type eq "work"].value', value: 'Ny@fjordby.dk' },
      { email: 'ny@fjordby.dk' },
    ],
    [
      'the addresses whole',
      {
        op: 'replace',
        path: 'emails',
        value: [
          { type: 'home', value: 'a@b.dk' },
          { type: 'work', value: 'c@d.dk' },
        ],
      },
      { email: 'c@d.dk' },
    ],
    [
      'names with dots',
      { op: 'add', value: { 'name.givenName': 'Liv', displayName: 'Liv' } },
      { givenName: 'Liv', displayName: 'Liv' },
    ],
    [
      'the number of an employee',
      { op: 'Add', path: `${ENTERPRISE_SCHEMA}:employeeNumber`, value: '7' },
      { employeeNumber: '7' },
    ],
    ['a removal', { op: 'Remove', path: 'externalId' }, { externalId: null }],
    ['what is not kept', { op: 'Add', path: 'title', value: 'Leder' }, {}],
  ])('is taken: %s', (_, operation, changed) => {
    expect(patched(operation)).toEqual({ ...LIS, ...changed });
  });

  it('is made in order', () => {
    const first = { op: 'replace', path: 'displayName', value: 'A' };
    expect(patched(first, { ...first, value: 'B' }).displayName).toBe('B');
  });

  it.each([
    [{ op: 'move', path: 'active' }, 'invalid-syntax'],
    [{ op: 'remove' }, 'invalid-path'],
    [{ op: 'replace', value: 'x' }, 'invalid-syntax'],
    [{ op: 'remove', path: 'userName' }, 'invalid-value'],
    [{ op: 'replace', path: 7, value: 'x' }, 'invalid-syntax'],
  ])('is refused: %j', (operation, code) => {
    expect(() => patched(operation)).toThrow(code);
  });

  it('has at least one operation', () => {
    expect(() => readOperations({ Operations: [] })).toThrow('invalid-syntax');
    expect(() => readOperations([])).toThrow('invalid-syntax');
  });
});
