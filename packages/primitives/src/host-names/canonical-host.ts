import { isUrl } from '../urls/urls.js';

/** Longer than any host name (253 characters, RFC 1035) in percent-encoding. */
const MAX_LENGTH = 1024;

/**
 * A host in the one spelling that the URL Standard gives it: lower case, `xn--` labels, IPv4 as four decimal numbers, IPv6 compressed and
 * in brackets; without the dot that an absolute name may end in.
 *
 * @param host as it stands in a URL, without a port
 * @returns null for a text that is no host, and for a name with an empty label
 */
export function canonicalHost(host: string): string | null {
  if (host.length > MAX_LENGTH || OTHER_PART.test(host) || !isUrl(`http://${host}/`)) return null;
  const { hostname } = new URL(`http://${host}/`);
  const name = hostname.endsWith('.') ? hostname.slice(0, -1) : hostname;
  return name === '' || name.split('.').includes('') ? null : name;
}

/** What would begin another part of a URL, or be dropped from it; a colon stands in brackets only. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const OTHER_PART = /[\u0000-\u0020\u007f/\\?#@]|^[^[]*:|\]:/;
