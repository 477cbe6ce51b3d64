import { BlockList, isIP } from 'node:net';

/** Networks of IPv4 that are somebody's own, a machine's own or reserved (IANA special-purpose registry, RFC 6890). */
const NOT_INTERNET_4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  // Shared by the customers of one carrier; some clouds answer for themselves here.
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // Link-local: where most clouds hand out a machine's credentials.
  ['169.254.0.0', 16],
  // Azure's own address inside its customers' networks, though it looks like any other.
  ['168.63.129.16', 32],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;

/** Within the one network of IPv6 that is given out to anybody, what holds an IPv4 address or is for examples. */
const NOT_INTERNET_6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

const listOf = (networks: readonly (readonly [string, number])[], family: 'ipv4' | 'ipv6'): BlockList => {
  const list = new BlockList();
  for (const [network, length] of networks) list.addSubnet(network, length, family);
  return list;
};

const inner4 = listOf(NOT_INTERNET_4, 'ipv4');
const inner6 = listOf(NOT_INTERNET_6, 'ipv6');
const givenOut6 = listOf([['2000::', 3]], 'ipv6');

/** Whether an IP address is one that anybody may reach: no loopback, private, link-local, multicast or embedded one. */
export const isOnInternet = (address: string): boolean => {
  const family = isIP(address);
  if (family === 4) return !inner4.check(address, 'ipv4');
  // An IPv4 address written as IPv6 (`::ffff:10.0.0.1`, `64:ff9b::`) lies outside what is given out.
  return family === 6 && givenOut6.check(address, 'ipv6') && !inner6.check(address, 'ipv6');
};
