import { isOnInternet } from './internet-address.js';

describe('an address on the internet', () => {
  it.each(['1.1.1.1', '20.190.128.1', '172.32.0.1', '168.63.129.17', '2603:1026::1', '2a00:1450:400f::1'])(
    'may be fetched from: %s',
    (address) => {
      expect(isOnInternet(address)).toBe(true);
    },
  );

  it.each([
    ['loopback', '127.0.0.1'],
    ['loopback, whole network', '127.255.255.254'],
    ['this machine', '0.0.0.0'],
    ['private', '10.0.0.1'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.255'],
    ['private', '192.168.1.1'],
    ['metadata of a cloud', '169.254.169.254'],
    ['metadata of Alibaba', '100.100.100.200'],
    ['metadata of Azure', '168.63.129.16'],
    ['metadata of Oracle', '192.0.0.192'],
    ['broadcast', '255.255.255.255'],
    ['multicast', '224.0.0.1'],
    ['loopback', '::1'],
    ['nothing', '::'],
    ['link-local', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
    ['unique-local, metadata of AWS', 'fd00:ec2::254'],
    ['site-local', 'fec0::1'],
    ['multicast', 'ff02::1'],
    ['IPv4 in IPv6', '::ffff:127.0.0.1'],
    ['IPv4 in IPv6, in hexadecimal', '::ffff:a00:1'],
    ['translated (NAT64)', '64:ff9b::a00:1'],
    ['6to4 of a private address', '2002:a00:1::1'],
    ['Teredo', '2001:0:a00:1::1'],
    ['for examples', '2001:db8::1'],
    ['no address', 'localhost'],
    ['empty', ''],
  ])('is not %s: %s', (_, address) => {
    expect(isOnInternet(address)).toBe(false);
  });
});
