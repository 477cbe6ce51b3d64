import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

type Address = ReturnType<typeof ipaddr.process>;

/** What a request tells of where it comes from. */
export interface RequestOrigin {
  readonly address: string;
  readonly userAgent: string;
  /** Sent with a token instead of a session. */
  readonly machine: boolean;
}

/** Some proxies tell the port as well. */
const WITH_PORT = /^(?:\[(?<six>[^\]]+)\](?::\d+)?|(?<four>\d+\.\d+\.\d+\.\d+):\d+)$/;

/** The address alone, IPv4 as itself; null for what is none: a proxy that is trusted too far hands on what the caller wrote. */
const plainOf = (address: string): Address | null => {
  const { six, four } = WITH_PORT.exec(address)?.groups ?? {};
  const bare = six ?? four ?? address;
  return isIP(bare) === 0 ? null : ipaddr.process(bare);
};

const firstGroups = ({ parts }: ipaddr.IPv6, count: number): string =>
  parts
    .slice(0, count)
    .map((group) => group.toString(16))
    .join(':');

/** The network of an address, never the address itself: `192.0.2.0/24`, `2001:db8:1::/48`. */
export const networkOf = (address: string): string => {
  const plain = plainOf(address);
  if (plain === null) return 'unknown';
  return plain instanceof ipaddr.IPv6
    ? `${firstGroups(plain, 3)}::/48`
    : `${plain.octets.slice(0, 3).join('.')}.0/24`;
};

/** What counts as one caller where attempts are counted; nothing keeps it. Whoever has one address of IPv6 has its /64. */
export const callerOf = (address: string): string => {
  const plain = plainOf(address);
  if (plain === null) return 'unknown';
  return plain instanceof ipaddr.IPv6 ? `${firstGroups(plain, 4)}::/64` : plain.toString();
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
