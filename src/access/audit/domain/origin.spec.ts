import { agentOf, callerOf, networkOf, originOf } from './origin.js';

describe('networkOf', () => {
  it.each([
    ['192.0.2.17', '192.0.2.0/24'],
    ['::ffff:192.0.2.17', '192.0.2.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
    ['2001:0db8::1', '2001:db8:0::/48'],
    ['::1', '0:0:0::/48'],
    ['fe80::1%eth0', 'fe80:0:0::/48'],
    ['192.0.2.17:51123', '192.0.2.0/24'],
    ['[2001:db8:1::9]:443', '2001:db8:1::/48'],
    ['', 'unknown'],
    ['Åse.was.here.today', 'unknown'],
    ['a:b', 'unknown'],
  ])('%s lies in %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe('callerOf', () => {
  it.each([
    ['192.0.2.17', '192.0.2.17'],
    ['::ffff:192.0.2.17', '192.0.2.17'],
    ['192.0.2.17:51123', '192.0.2.17'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
    ['2001:db8:1:3::1', '2001:db8:1:3::/64'],
    ['[2001:db8:1:2::9]:443', '2001:db8:1:2::/64'],
    ['anything else', 'unknown'],
  ])('%s counts as %s', (address, caller) => {
    expect(callerOf(address)).toBe(caller);
  });
});

describe('agentOf', () => {
  const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
  it.each([
    [firefox, false, 'browser'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148', false, 'mobile browser'],
    ['curl/8.0', false, 'program'],
    [firefox, true, 'machine'],
  ])('%s (token: %s) is a %s', (userAgent, machine, agent) => {
    expect(agentOf({ address: '', userAgent, machine })).toBe(agent);
  });

  it('stands beside the network', () => {
    expect(originOf({ address: '10.1.2.3', userAgent: '', machine: true })).toBe('10.1.2.0/24 machine');
  });
});
