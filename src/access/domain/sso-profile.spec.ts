import { isInDomains, ownPlace, profileOf, rolesFrom } from './sso-profile.js';

const NAMES = { email: null, role: 'groups', employeeNumber: 'employeeid' };

describe('what an identity provider says', () => {
  it('is read from the claims of Entra ID', () => {
    const claims = {
      preferred_username: 'Lis@Fjordby.dk',
      name: 'Lis',
      groups: ['HR', 'Alle'],
      employeeid: '1042',
    };
    expect(profileOf('s1', claims, NAMES)).toEqual({
      subject: 's1',
      email: 'lis@fjordby.dk',
      name: 'Lis',
      roles: ['HR', 'Alle'],
      employeeNumber: '1042',
    });
  });

  it('is read from the attributes of SAML, and from a claim that is named', () => {
    const mail = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress';
    expect(profileOf('s1', { [mail]: ['bo@fjordby.dk'], groups: 'HR' }, NAMES)).toMatchObject({
      email: 'bo@fjordby.dk',
      name: 'bo@fjordby.dk',
      roles: ['HR'],
      employeeNumber: null,
    });
    const named = { ...NAMES, email: 'upn' };
    expect(profileOf('s1', { upn: 'a@b.dk', email: 'x@y.dk' }, named)?.email).toBe('a@b.dk');
  });

  it('is nobody without an address', () => {
    expect(profileOf('s1', { email: 'ingen' }, NAMES)).toBeNull();
    expect(profileOf('s1', { email: { a: 1 } }, NAMES)).toBeNull();
  });
});

describe('a domain', () => {
  it.each([
    ['lis@fjordby.dk', true],
    ['lis@FJORDBY.dk'.toLowerCase(), true],
    ['lis@skole.fjordby.dk', false],
    ['lis@fjordby.dk.example', false],
    ['lis@evil@fjordby.dk', false],
  ])('%s: %s', (email, isIn) => {
    expect(isInDomains(email, ['Fjordby.dk'])).toBe(isIn);
  });
});

describe('roles from claims', () => {
  const rules = [
    { value: 'HR', role: 'hr-manager' },
    { value: 'Leder', role: 'line-manager' },
    { value: 'Fremmed', role: 'retention-consultant' },
  ] as const;

  it('are those of the rules that fit, once each, and only an employer’s', () => {
    expect(rolesFrom(['HR', 'Leder', 'HR', 'Andet'], rules, 'employee')).toEqual([
      'hr-manager',
      'line-manager',
    ]);
    expect(rolesFrom(['Fremmed'], rules, null)).toEqual([]);
  });

  it('are the usual one where none fits', () => {
    expect(rolesFrom(['Andet'], rules, 'employee')).toEqual(['employee']);
    expect(rolesFrom([], rules, null)).toEqual([]);
  });
});

describe('the place to go on to', () => {
  it.each([
    ['/signals?page=2', '/signals?page=2'],
    [undefined, '/'],
    ['https://elsewhere.example/', '/'],
    ['//elsewhere.example', '/'],
    ['/\\elsewhere.example', '/'],
    ['/\t/elsewhere.example', '/'],
    ['javascript:alert(1)', '/'],
    ['signals', '/'],
  ])('%s is %s', (to, place) => {
    expect(ownPlace(to, 'https://naervaer.example')).toBe(place);
  });
});
