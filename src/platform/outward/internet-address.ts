import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Azure's own address inside its customers' networks, though it looks like any other. */
const INNER_TO_A_CLOUD = ['168.63.129.16'];

/**
 * Whether an IP address is one that anybody may reach: none that is loopback, private, link-local, multicast, reserved
 * (IANA special-purpose registries, RFC 6890) or an IPv4 address written or wrapped as IPv6.
 */
export const isOnInternet = (address: string): boolean =>
  isIP(address) !== 0 && ipaddr.parse(address).range() === 'unicast' && !INNER_TO_A_CLOUD.includes(address);
