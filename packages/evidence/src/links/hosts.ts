const LOOPBACK_V4 = /^127(?:\.\d{1,3}){3}$/;
const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const PRIVATE_SUFFIX = /\.(?:local|internal|lan|home|corp|intranet|test|invalid|onion)$/;

/** Whether a host of a parsed URL is this machine, by its spelling. */
export function isLoopbackHost(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || LOOPBACK_V4.test(hostname);
}

/** Whether a reader elsewhere cannot be expected to reach a host, judged by its spelling: IP addresses and names of private networks. */
export function isPrivateHost(hostname: string): boolean {
  const name = hostname.replace(/\.$/, '');
  return !name.includes('.') || name.startsWith('[') || IPV4.test(name) || PRIVATE_SUFFIX.test(name) || isLoopbackHost(name);
}

/** Whether a host is one of the domains or lies under one. */
export function isUnder(hostname: string, domains: readonly string[]): boolean {
  return domains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`));
}
