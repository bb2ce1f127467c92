import { readFile, stat } from 'node:fs/promises';
import { isIP } from 'node:net';

const PLACE = process.platform === 'win32' ? 'C:\\Windows\\System32\\drivers\\etc\\hosts' : '/etc/hosts';
/** A larger file is no list that a person keeps. */
const MAX_BYTES = 1_000_000;
/** How long what was read counts, in milliseconds: reading a file takes one of the threads that this is there to spare. */
const AGE = 10_000;

/** What the operating system's own list says of a name; empty for most. */
export type HostsFile = (hostname: string) => Promise<readonly string[]>;

/** Reads the list of names that a machine's administrator keeps (hosts(5)), now and then; as if it were empty where it cannot be read. */
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
