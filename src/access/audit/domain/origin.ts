import { isIP } from 'node:net';

/** What a request tells of where it comes from. */
export interface RequestOrigin {
  readonly address: string;
  readonly userAgent: string;
  /** Sent with a token instead of a session. */
  readonly machine: boolean;
}

/** IPv6 addresses of a network share this many groups: a /48. */
const NETWORK_GROUPS = 3;
/** Whoever has one address of IPv6 has all of its /64. */
const CALLER_GROUPS = 4;
const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
/** Some proxies tell the port as well. */
const WITH_PORT = /^(?:\[(?<six>[^\]]+)\](?::\d+)?|(?<four>\d+\.\d+\.\d+\.\d+):\d+)$/;

/** All eight groups of an IPv6 address, also where `::` leaves some out. */
const groupsOf = (address: string): string[] => {
  const [head = '', tail = ''] = address.split('%')[0]?.split('::') ?? [];
  const before = head === '' ? [] : head.split(':');
  const after = tail === '' ? [] : tail.split(':');
  const between = Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array<string>(between).fill('0'), ...after];
};

/** The address alone; null for what is none: a proxy that is trusted too far hands on what the caller wrote. */
const plainOf = (address: string): string | null => {
  const { six, four } = WITH_PORT.exec(address)?.groups ?? {};
  const bare = six ?? four ?? address;
  const plain = MAPPED.exec(bare)?.[1] ?? bare;
  return isIP(plain) === 0 ? null : plain;
};

const firstGroups = (address: string, count: number): string =>
  groupsOf(address)
    .slice(0, count)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');

/** The network of an address, never the address itself: `192.0.2.0/24`, `2001:db8:1::/48`. */
export const networkOf = (address: string): string => {
  const plain = plainOf(address);
  if (plain === null) return 'unknown';
  if (plain.includes(':')) return `${firstGroups(plain, NETWORK_GROUPS)}::/48`;
  return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
};

/** What counts as one caller where attempts are counted; nothing keeps it. */
export const callerOf = (address: string): string => {
  const plain = plainOf(address);
  if (plain === null) return 'unknown';
  return plain.includes(':') ? `${firstGroups(plain, CALLER_GROUPS)}::/64` : plain;
};

/** What kind of program it is; its versions would tell one person from another. */
export const agentOf = ({ userAgent, machine }: RequestOrigin): string => {
  if (machine) return 'machine';
  if (!/mozilla/i.test(userAgent)) return 'program';
  return /mobile|android|iphone|ipad/i.test(userAgent) ? 'mobile browser' : 'browser';
};

/** Where a request comes from, as the audit keeps it: a network and a kind of program. */
export const originOf = (request: RequestOrigin): string =>
  `${networkOf(request.address)} ${agentOf(request)}`;
