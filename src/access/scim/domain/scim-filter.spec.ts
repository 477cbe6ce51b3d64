import { readFilter } from './scim-filter.js';

describe('a filter', () => {
  it.each([
    ['userName eq "lis@fjordby.dk"', 'userName', 'lis@fjordby.dk'],
    ['username EQ "lis"', 'userName', 'lis'],
    ['externalId eq "00u1 \\"x\\""', 'externalId', '00u1 "x"'],
  ])('%s is read', (filter, attribute, value) => {
    expect(readFilter(filter, ['userName', 'externalId'])).toEqual({ attribute, value });
  });

  it.each([
    'userName co "lis"',
    'userName eq lis',
    'title eq "x"',
    'userName eq "a" or userName eq "b"',
    'eq',
  ])('%s is refused', (filter) => {
    expect(() => readFilter(filter, ['userName'])).toThrow('invalid-filter');
  });

  it('may be left out', () => {
    expect(readFilter(undefined, ['userName'])).toBeNull();
    expect(readFilter(' ', ['userName'])).toBeNull();
  });
});
