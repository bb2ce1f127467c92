import ipaddr from 'ipaddr.js';

// Global unicast is 2000::/3 (RFC 4291 2.4, IANA): everything else is special or not assigned yet.
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an IP address, as a socket would use it, is a host of the public internet. Private, loopback, link-local, carrier-grade NAT,
 * multicast, reserved, documentation and unspecified ranges are not, nor are IPv6 forms that carry an IPv4 address inside (mapped,
 * compatible, NAT64, 6to4, Teredo, ISATAP): where they lead depends on a router that we do not know.
 */
export function isPublicAddress(address: string): boolean {
  const parsed = parse(address);
  if (parsed === null || parsed.range() !== 'unicast') return false;
  if (parsed.kind() === 'ipv4') return true;
  const v6 = parsed as ipaddr.IPv6;
  return v6.zoneId === undefined && v6.match(GLOBAL_UNICAST) && !isIsatap(v6);
}

/** Whether an IP address is this machine's own loopback (127.0.0.0/8 or ::1). */
export function isLoopbackAddress(address: string): boolean {
  return parse(address)?.range() === 'loopback';
}

function parse(address: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  // Only the four-part decimal form of IPv4: ipaddr.js also reads octal and hexadecimal ones.
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return ipaddr.IPv4.parse(address);
  return ipaddr.IPv6.isValid(address) ? ipaddr.IPv6.parse(address) : null;
}

/** ISATAP interface identifiers (RFC 5214 6.1): …:[02]00:5efe:a.b.c.d */
function isIsatap(address: ipaddr.IPv6): boolean {
  const [high, low] = [address.parts[4] ?? 0, address.parts[5] ?? 0];
  return (high & 0xfdff) === 0 && low === 0x5efe;
}
