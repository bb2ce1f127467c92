import { readFile, stat } from 'node:fs/promises';
import { isIP } from 'node:net';

const PLACE = process.platform === 'win32' ? 'C:\\Windows\\System32\\drivers\\etc\\hosts' : '/etc/hosts';
/** A larger file is not read. */
const MAX_BYTES = 1_000_000;
/** How long the content is cached, in milliseconds: each read takes a thread of the pool. */
const AGE = 10_000;

/** The addresses of a name in the operating system's own list; empty for most. */
export type HostsFile = (hostname: string) => Promise<readonly string[]>;

/** Reads hosts(5), at most once in ten seconds; a file that cannot be read counts as empty. */
export function hostsFile(place: string = PLACE): HostsFile {
  let known: Promise<ReadonlyMap<string, readonly string[]>> = Promise.resolve(new Map());
  let until = Number.NEGATIVE_INFINITY;
  return async (hostname) => {
    if (performance.now() > until) {
      until = performance.now() + AGE;
      known = read(place).catch(() => new Map());
    }
    return (await known).get(hostname.toLowerCase()) ?? [];
  };
}

async function read(place: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const names = new Map<string, string[]>();
  if ((await stat(place)).size > MAX_BYTES) return names;
  for (const line of (await readFile(place, 'utf8')).split('\n')) {
    const [address = '', ...aliases] = line.replace(/#.*/, '').trim().split(/\s+/);
    if (isIP(address) === 0) continue;
    for (const alias of aliases) {
      const name = alias.toLowerCase();
      const before = names.get(name);
      if (before === undefined) names.set(name, [address]);
      else before.push(address);
    }
  }
  return names;
}
