import { canonicalHost } from './canonical-host.js';

/** The addresses of this machine that a name below `localhost` leads to (RFC 6761 6.3). */
export const LOOPBACK_ADDRESSES: readonly string[] = ['127.0.0.1', '::1'];

/**
 * Whether a host is this machine by its spelling:
 *
 * | host | by |
 * |---|---|
 * | `localhost` and every name below it, also with the dot of an absolute name at the end | RFC 6761 6.3 |
 * | 127.0.0.0/8, in every spelling that a URL may give it (`127.1`, `0x7f000001`, `2130706433`) | RFC 1122 3.2.1.3, WHATWG URL 3.5 |
 * | `[::1]` | RFC 4291 2.5.3 |
 * | `[::ffff:127.0.0.0]/104`, 127.0.0.0/8 inside of IPv6 | RFC 4291 2.5.5.2 |
 *
 * @param host as it stands in a URL, without a port
 */
export function isLoopbackHost(host: string): boolean {
  const name = canonicalHost(host);
  return name !== null && LOOPBACK.test(name);
}

const LOOPBACK = /^(?:(?:.+\.)?localhost|127\.\d+\.\d+\.\d+|\[::1\]|\[::ffff:7f[\da-f]{2}:[\da-f]{1,4}\])$/;
