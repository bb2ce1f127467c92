import { canonicalHost } from './canonical-host.js';
import { isLoopbackHost } from './loopback.js';

/**
 * What a host is by its spelling:
 * `loopback`: this machine · `private`: a host of some private or special network, which a reader elsewhere does not reach ·
 * `address`: an IP address of the public internet · `name`: a name that a reader anywhere may look up.
 */
export type HostKind = 'loopback' | 'private' | 'address' | 'name';

/** Ranges of IPv4 that are no public hosts (RFC 6890 and the IANA special-purpose registry), as first address and length of the prefix. */
const SPECIAL_V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8], // this network: RFC 791
  ['10.0.0.0', 8], // private: RFC 1918
  ['100.64.0.0', 10], // shared by carriers: RFC 6598
  ['169.254.0.0', 16], // link-local: RFC 3927
  ['172.16.0.0', 12], // private: RFC 1918
  ['192.0.0.0', 24], // protocol assignments: RFC 6890
  ['192.0.2.0', 24], // documentation: RFC 5737
  ['192.88.99.0', 24], // 6to4 relays: RFC 7526
  ['192.168.0.0', 16], // private: RFC 1918
  ['198.18.0.0', 15], // benchmarks: RFC 2544
  ['198.51.100.0', 24], // documentation: RFC 5737
  ['203.0.113.0', 24], // documentation: RFC 5737
  ['224.0.0.0', 4], // multicast: RFC 5771
  ['240.0.0.0', 4], // reserved, and broadcast: RFC 1112, RFC 919
];

/** Names of private networks, and such as never lead anywhere: RFC 6762, RFC 8375, RFC 6761, RFC 7686, and by convention. */
const PRIVATE_NAME = /\.(?:local|internal|lan|home|home\.arpa|corp|intranet|test|invalid|onion)$/;

/**
 * The kind of a host, judged by its spelling alone; what a name resolves to is another question.
 *
 * @param host as it stands in a URL, without a port
 * @returns null for a text that is no host
 */
export function hostKind(host: string): HostKind | null {
  const name = canonicalHost(host);
  if (name === null) return null;
  if (isLoopbackHost(name)) return 'loopback';
  if (name.startsWith('[')) return isPublicV6(name.slice(1, -1)) ? 'address' : 'private';
  if (/^\d+(?:\.\d+){3}$/.test(name)) return isSpecialV4(v4(name)) ? 'private' : 'address';
  return !name.includes('.') || PRIVATE_NAME.test(name) ? 'private' : 'name';
}

/** Whether a host is one of the domains or lies below one. All are compared as they are written. */
export function isUnder(host: string, domains: readonly string[]): boolean {
  return domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

function v4(address: string): number {
  return address.split('.').reduce((number, part) => number * 256 + Number(part), 0);
}

function isSpecialV4(address: number): boolean {
  return SPECIAL_V4.some(([first, length]) => Math.floor(address / 2 ** (32 - length)) === Math.floor(v4(first) / 2 ** (32 - length)));
}

/**
 * Global unicast is 2000::/3 (RFC 4291 2.4); all else is special or not assigned. Inside of it protocol assignments with Teredo 2001::/23
 * (RFC 2928), documentation 2001:db8::/32 (RFC 3849) and 3fff::/20 (RFC 9637) and 6to4 2002::/16 (RFC 3056) are no hosts of their own.
 */
function isPublicV6(address: string): boolean {
  const [first = 0, second = 0] = address.split(':', 2).map((part) => Number.parseInt(part || '0', 16));
  if (first < 0x2000 || first > 0x3fff || first === 0x2002) return false;
  if (first === 0x2001) return second >= 0x200 && second !== 0xdb8;
  return !(first === 0x3fff && second < 0x1000);
}
