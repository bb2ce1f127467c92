import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLUSTER_USER } from './initialise.js';
import { liveOwner } from './owner-file.js';
import type { LocalPostgres } from './start.js';

/**
 * How to reach the PostgreSQL that another process has started over a data folder; null when none runs. For one short errand beside the owner: the
 * server ends with its owner. Needs the rights of the owner.
 * @param dataDir an absolute path
 */
export function runningLocalPostgres(dataDir: string, database: string): LocalPostgres['connection'] | null {
  if (liveOwner(join(dataDir, 'postgres.owner')) === null) return null;
  try {
    const password = readFileSync(join(dataDir, 'postgres.password'), 'utf8').trim();
    // Its lines are the process, the folder, the time of the start, the port and the folder of the socket.
    const [, , , port, host] = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
    return port === undefined || host === undefined ? null : { host, port: Number(port), user: CLUSTER_USER, password, database };
  } catch (error) {
    // It is just starting or stopping.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Whether a PostgreSQL was made in a data folder. False where this user may not look into the folder. */
export function hasLocalPostgres(dataDir: string): boolean {
  return existsSync(join(dataDir, 'postgres'));
}
