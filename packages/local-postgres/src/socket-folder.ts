import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { giveToPostgres, postgresCanReach } from './run-as.js';

/** A unix socket's path holds 104 bytes on the narrowest system; the socket's own name and ours take about 40. */
const LONGEST_PARENT = 60;

/** A new folder, short and reachable for PostgreSQL's user, that nobody else can enter. */
export function makeSocketFolder(): string {
  const folder = mkdtempSync(join(shortTemporaryFolder(), 'proofmark-'));
  chmodSync(folder, 0o700);
  giveToPostgres(folder);
  return folder;
}

/** True for a path that makeSocketFolder may have made. */
export function isSocketFolder(path: string): boolean {
  return /^\/.*\/proofmark-[A-Za-z0-9]{6}$/.test(path);
}

/** The system's folder for temporary files, or a common one where that is too long or out of reach for sockets. */
export function shortTemporaryFolder(): string {
  return [tmpdir(), '/tmp', '/var/tmp'].find((folder) => Buffer.byteLength(folder) <= LONGEST_PARENT && reachable(folder)) ?? '/tmp';
}

function reachable(folder: string): boolean {
  try {
    return postgresCanReach(folder);
  } catch {
    return false;
  }
}
