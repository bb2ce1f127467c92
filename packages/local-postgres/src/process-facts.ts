import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What the system tells about a running process. */
export interface ProcessFacts {
  /** Tells two processes with the same id apart: the boot and the clock tick in which this one began. Null without /proc. */
  readonly started: string | null;
  readonly commandLine: string;
}

/** The facts about a running process, or null when there is none. A zombie has ended and counts as none. */
export function processFacts(pid: number): ProcessFacts | null {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return null;
  }
  const stat = read(`/proc/${pid}/stat`);
  if (stat === null) return process.platform === 'linux' ? null : { started: null, commandLine: askPs(pid) };
  // The name in the second field may hold spaces and parentheses, so fields are counted from its end (proc(5)).
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return null;
  return { started: `${bootId()}:${fields[19]}`, commandLine: read(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ') ?? '' };
}

/** Names this start of the machine; empty where the system does not tell. */
export function bootId(): string {
  return read('/proc/sys/kernel/random/boot_id')?.trim() ?? '';
}

/** The ids of all running processes whose command line holds the word; empty where there is no /proc to ask. */
export function processesNaming(word: string): number[] {
  try {
    return readdirSync('/proc')
      .map(Number)
      .filter((pid) => Number.isInteger(pid) && pid !== process.pid && read(`/proc/${pid}/cmdline`)?.includes(word));
  } catch {
    return [];
  }
}

function askPs(pid: number): string {
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return null;
  }
}
