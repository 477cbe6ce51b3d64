import { readEnvironment } from './env.js';

describe('the proxies that are trusted', () => {
  it.each([
    [undefined, null],
    ['0', null],
    ['2', 2],
    ['10.0.0.0/8, ::1', '10.0.0.0/8,::1'],
  ])('%s', (given, trusted) => {
    expect(readEnvironment({ TRUST_PROXY: given }).trustProxy).toBe(trusted);
  });

  it.each(['10', 'true', '10.0.0.0/33', '10.0.0.0/0', '10.0.0.0/8/8', '::1/129', 'proxy.example'])(
    'are not everybody, and not %s',
    (given) => {
      expect(() => readEnvironment({ TRUST_PROXY: given })).toThrow('TRUST_PROXY must be');
    },
  );
});

describe('the inner hosts that may be fetched from', () => {
  it('are none, or those named', () => {
    expect(readEnvironment({}).innerHosts).toEqual([]);
    const given = { INNER_HOSTS: 'ADFS.fjordby.example, 10.1.2.3 ,fd00::7' };
    expect(readEnvironment(given).innerHosts).toEqual(['adfs.fjordby.example', '10.1.2.3', 'fd00::7']);
  });

  it.each(['adfs.example:8443', 'https://adfs.example', '*.example', 'a host'])('are not %s', (given) => {
    expect(() => readEnvironment({ INNER_HOSTS: given })).toThrow('INNER_HOSTS must be');
  });
});
