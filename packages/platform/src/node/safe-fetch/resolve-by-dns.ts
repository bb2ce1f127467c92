import { Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isLoopbackHost, LOOPBACK_ADDRESSES } from '@proofmark/primitives';
import type { Resolve, ResolvedAddress } from './guarded-connector.js';
import { type HostsFile, hostsFile } from './hosts-file.js';

export interface DnsOptions {
  /** Name servers, as `host:port`; those of the operating system by default. */
  readonly servers?: readonly string[];
  /** Milliseconds after which a name that got no answer is given up; 2500 by default. */
  readonly timeout?: number;
  readonly hosts?: HostsFile;
}

/** How long one kind of address waits for the other once it is there, in milliseconds (RFC 8305, 3). */
const GRACE = 250;

/**
 * Looks names up by asking name servers, in the event loop: unlike the operating system's own look-up it takes no thread, and it can be
 * aborted. So name servers that never answer, which hostile badges may name by the dozen, do not delay other requests.
 *
 * Names of this machine are answered without asking (RFC 6761, 6.3), and the hosts file comes first. Other sources
 * of names that an operating system may know (mDNS, search domains) are not asked: the names here are public ones.
 */
export function resolveByDns({ servers, timeout = 2500, hosts = hostsFile() }: DnsOptions = {}): Resolve {
  return async (hostname) => {
    if (isLoopbackHost(hostname)) return LOOPBACK_ADDRESSES.map(withFamily);
    const listed = await hosts(hostname);
    if (listed.length > 0) return listed.map(withFamily);
    // One resolver a name, so that one can be given up without the others.
    const resolver = new Resolver({ timeout: Math.ceil(timeout / 2), tries: 2 });
    if (servers !== undefined) resolver.setServers(servers);
    const late = setTimeout(() => resolver.cancel(), timeout);
    try {
      return (await bothFamilies(resolver, hostname)).map(withFamily);
    } finally {
      clearTimeout(late);
      resolver.cancel();
    }
  };
}

function withFamily(address: string): ResolvedAddress {
  return { address, family: isIP(address) };
}

/** All addresses of both kinds; those of one kind alone when the other does not come. Rejects when there are none. */
async function bothFamilies(resolver: Resolver, hostname: string): Promise<readonly string[]> {
  const found: string[][] = [[], []];
  const ask = async (answer: Promise<string[]>, at: number): Promise<void> => {
    found[at] = await answer;
  };
  const asked = [ask(resolver.resolve4(hostname), 0), ask(resolver.resolve6(hostname), 1)];
  const settled = Promise.allSettled(asked);
  // Waits for both kinds: the first answer is often "no address of this kind".
  await Promise.any(asked).catch(() => {});
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([
    settled,
    new Promise((resolve) => {
      timer = setTimeout(resolve, GRACE);
    }),
  ]);
  clearTimeout(timer);
  const addresses = found.flat();
  if (addresses.length > 0) return addresses;
  const failures = (await settled).flatMap((one) => (one.status === 'rejected' ? [one.reason as NodeJS.ErrnoException] : []));
  throw reasonOf(failures);
}

/** A name that is not there, or has no address of either kind, is not found; else the reason why it could not be resolved. */
function reasonOf(failures: readonly NodeJS.ErrnoException[]): Error {
  const open = failures.find(({ code }) => code !== 'ENOTFOUND' && code !== 'ENODATA');
  return open ?? Object.assign(new Error('the name has no address'), { code: 'ENOTFOUND' });
}
