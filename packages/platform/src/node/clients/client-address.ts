import ipaddr from 'ipaddr.js';

/** Which peers are proxies of ours, and in which header they name who asked them. */
export interface TrustedProxies {
  /** In lower case. */
  readonly header: string;
  trusts(address: string): boolean;
}

/** Addresses that stand further left are nobody's word but the client's. */
const MAX_HOPS = 20;
const MAX_LENGTH = 2000;

/**
 * Who asks, as an address. Without trusted proxies, or when the peer is none, that is the peer: whatever a header says. Behind one, the header
 * is read from the right, since each proxy appends whom it was asked by: addresses of proxies are passed over, and the first other one is the
 * client. What cannot be read ends the reading at the proxy that passed it on.
 *
 * @param peer the address at the other end of the connection
 * @param value of the trusted header; several are joined by commas
 */
export function clientAddress(peer: string, value: string | undefined, proxies: TrustedProxies | null): string {
  let client = canonical(peer) ?? '';
  if (proxies === null || value === undefined || client === '' || !proxies.trusts(client)) return client;
  const hops = value.slice(-MAX_LENGTH).split(',').slice(-MAX_HOPS).reverse();
  for (const hop of hops) {
    const address = canonical(withoutPort(hop.trim()));
    if (address === null) return client;
    client = address;
    if (!proxies.trusts(address)) return client;
  }
  return client;
}

/** One network counts as one client: an address of IPv4, or the 64 bits that a provider gives to a household (RFC 4291, 2.5.4). */
export function networkOf(address: string): string {
  const canonicalAddress = canonical(address);
  if (canonicalAddress === null || !canonicalAddress.includes(':')) return canonicalAddress ?? '';
  const parts = ipaddr.IPv6.parse(canonicalAddress).parts.slice(0, 4);
  return parts.map((part) => part.toString(16)).join(':');
}

/**
 * Reads a list of proxies: addresses and ranges (`10.0.0.0/8`, `fd00::/8`), with commas or spaces between; `loopback` stands for this machine.
 * Null when one of them is neither.
 */
export function readProxyList(text: string): ((address: string) => boolean) | null {
  const ranges: (readonly [ipaddr.IPv4 | ipaddr.IPv6, number])[] = [];
  for (const item of text.split(/[\s,]+/).filter((part) => part !== '')) {
    for (const one of item.toLowerCase() === 'loopback' ? ['127.0.0.0/8', '::1/128'] : [item]) {
      const range = readRange(one);
      if (range === null) return null;
      ranges.push(range);
    }
  }
  return (address) => {
    const parsed = parse(address);
    return parsed !== null && ranges.some(([network, bits]) => network.kind() === parsed.kind() && parsed.match(network as never, bits));
  };
}

/**
 * Reads the settings `TRUSTED_PROXIES` and `TRUSTED_PROXY_HEADER`; null when no proxy is trusted. Answers a sentence for the operator when one
 * is wrong.
 */
export function readTrustedProxies(proxies: string | undefined, header: string | undefined): TrustedProxies | null | string {
  if (!proxies) {
    return header ? 'TRUSTED_PROXY_HEADER is set, but TRUSTED_PROXIES is not; set TRUSTED_PROXIES to the addresses of your proxies.' : null;
  }
  const trusts = readProxyList(proxies);
  if (trusts === null) {
    return `TRUSTED_PROXIES is "${proxies}"; set it to addresses and ranges of your proxies with commas between, such as loopback, 10.0.0.0/8.`;
  }
  const name = (header || 'X-Forwarded-For').toLowerCase();
  if (/^[a-z0-9-]{1,64}$/.test(name) && name !== 'forwarded') return { header: name, trusts };
  return `TRUSTED_PROXY_HEADER is "${header}"; set it to the header in which your proxies list addresses, such as X-Forwarded-For or X-Real-IP.`;
}

function readRange(text: string): readonly [ipaddr.IPv4 | ipaddr.IPv6, number] | null {
  const [address = '', bits, ...more] = text.split('/');
  const parsed = parse(address);
  if (parsed === null || more.length > 0) return null;
  const most = parsed.kind() === 'ipv4' ? 32 : 128;
  if (bits === undefined) return [parsed, most];
  return /^\d{1,3}$/.test(bits) && Number(bits) <= most ? [parsed, Number(bits)] : null;
}

function withoutPort(hop: string): string {
  const bracketed = /^\[([^\]]{1,60})\](?::\d{1,5})?$/.exec(hop);
  if (bracketed !== null) return bracketed[1] ?? '';
  return /^[\d.]{7,15}:\d{1,5}$/.test(hop) ? hop.slice(0, hop.indexOf(':')) : hop;
}

/** One spelling for each address; IPv4 inside IPv6 is IPv4. Null for what is none. */
function canonical(address: string): string | null {
  return parse(address)?.toString() ?? null;
}

function parse(text: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  const address = text.split('%')[0] ?? '';
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return ipaddr.IPv4.parse(address);
  if (!address.includes(':') || !ipaddr.IPv6.isValid(address)) return null;
  const parsed = ipaddr.IPv6.parse(address);
  return parsed.isIPv4MappedAddress() ? parsed.toIPv4Address() : parsed;
}
