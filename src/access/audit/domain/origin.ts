/** What a request tells of where it comes from. */
export interface RequestOrigin {
  readonly address: string;
  readonly userAgent: string;
  /** Sent with a token instead of a session. */
  readonly machine: boolean;
}

/** IPv6 addresses of a network share this many groups: a /48. */
const GROUPS = 3;
const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** All eight groups of an IPv6 address, also where `::` leaves some out. */
const groupsOf = (address: string): string[] => {
  const [head = '', tail = ''] = address.split('%')[0]?.split('::') ?? [];
  const before = head === '' ? [] : head.split(':');
  const after = tail === '' ? [] : tail.split(':');
  const between = Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array<string>(between).fill('0'), ...after];
};

/** The network of an address, never the address itself: `192.0.2.0/24`, `2001:db8:1::/48`. */
export const networkOf = (address: string): string => {
  const plain = MAPPED.exec(address)?.[1] ?? address;
  const numbers = plain.split('.');
  if (numbers.length === 4) return `${numbers.slice(0, 3).join('.')}.0/24`;
  if (!plain.includes(':')) return 'unknown';
  const shown = groupsOf(plain)
    .slice(0, GROUPS)
    .map((group) => group.replace(/^0+(?=.)/, ''));
  return `${shown.join(':')}::/48`;
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
