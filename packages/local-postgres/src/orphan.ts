import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { LocalPostgresError } from './error.js';
import { processesNaming, processFacts } from './process-facts.js';
import { isSocketFolder } from './socket-folder.js';

/** The name that every process of this cluster bears in its command line, by which it is known again after its owner was killed. */
export function clusterName(folder: string): string {
  return `proofmark-${createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 16)}`;
}

/** A killed owner leaves its PostgreSQL running. Shuts it down, so that the folder can be opened again; nothing committed is lost. */
export async function stopOrphan(folder: string): Promise<void> {
  const lock = join(folder, 'postmaster.pid');
  const name = clusterName(folder);
  const lines = read(lock).split('\n');
  const pid = Number.parseInt(lines[0] ?? '', 10);
  if (Number.isNaN(pid)) return;
  if (processFacts(pid)?.commandLine.includes(name)) {
    process.kill(pid, 'SIGINT');
    if (!(await gone(pid, 30_000))) process.kill(pid, 'SIGQUIT');
    if (!(await gone(pid, 10_000))) throw stillRunning(pid);
  }
  // A killed postmaster's children end by themselves as soon as they notice.
  for (let i = 0; processesNaming(name).length > 0; i += 1) {
    if (i === 100) throw stillRunning(processesNaming(name)[0] ?? pid);
    await wait(100);
  }
  // PostgreSQL would take a zombie, or a stranger that got the same id, for its predecessor and refuse to start.
  if (process.platform === 'linux') rmSync(lock, { force: true });
  // The fifth line names the folder of its socket (PostgreSQL's pidfile.h).
  const sockets = lines[4] ?? '';
  if (isSocketFolder(sockets)) rmSync(sockets, { recursive: true, force: true });
}

async function gone(pid: number, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (processFacts(pid) !== null) {
    if (Date.now() > end) return false;
    await wait(20);
  }
  return true;
}

function stillRunning(pid: number): LocalPostgresError {
  const problem = `A PostgreSQL of an earlier run (process ${pid}) still uses the data folder and does not stop`;
  return new LocalPostgresError('server-still-running', problem, 'end that process and start again');
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
