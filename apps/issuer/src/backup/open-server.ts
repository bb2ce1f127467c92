import { hasLocalPostgres, LocalPostgresError, runningLocalPostgres, startLocalPostgres } from '@proofmark/local-postgres';
import type pg from 'pg';
import { checkServer, describeTarget } from '../store/database/check-server.js';
import { localStartupError } from '../store/database/local-startup-error.js';
import { DATABASE, type DatabaseSettings } from '../store/database/open-database.js';
import { createPool } from '../store/database/pool.js';
import type { PoolTarget } from '../store/database/target.js';
import { BackupError } from './backup-error.js';

/** A database as it is: nothing in it is made or brought up to date. */
export interface Server {
  readonly pool: pg.Pool;
  /** For the reader of a message. */
  readonly where: string;
  close(): Promise<void>;
}

type Where = Pick<DatabaseSettings, 'dataDir' | 'databaseUrl'>;

/** The database of the service, whether it runs or not. Makes none. Throws a StartupError or a BackupError. */
export async function openToRead(where: Where): Promise<Server> {
  if (where.databaseUrl !== null) return connect(where.databaseUrl, describeTarget(where.databaseUrl));
  const running = runningLocalPostgres(where.dataDir, DATABASE);
  if (running !== null) return connect(running, where.dataDir);
  if (!hasLocalPostgres(where.dataDir))
    throw new BackupError(
      'no-database',
      `There is no database in ${where.dataDir}, or this user may not read that folder. Set DATA_DIR to the folder of the service, or DATABASE_URL if its database is on a server.`,
    );
  return startHere(where.dataDir);
}

/** A database that a backup is written into; the embedded one is made where there is none. Throws a StartupError or a BackupError. */
export async function openToRestore(where: Where): Promise<Server> {
  if (where.databaseUrl !== null) return connect(where.databaseUrl, describeTarget(where.databaseUrl));
  if (runningLocalPostgres(where.dataDir, DATABASE) !== null)
    throw new BackupError('database-in-use', `A service runs on ${where.dataDir}: stop it, or name another folder in DATA_DIR.`);
  return startHere(where.dataDir);
}

async function startHere(dataDir: string): Promise<Server> {
  const server = await startLocalPostgres(dataDir, DATABASE).catch((error: unknown) => {
    throw error instanceof LocalPostgresError ? localStartupError(error) : error;
  });
  try {
    const opened = await connect(server.connection, dataDir);
    return {
      ...opened,
      async close() {
        await opened.close();
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function connect(target: PoolTarget, where: string): Promise<Server> {
  // One that has the turn, one that loads, and one for the queue; statements may take as long as they need.
  const pool = createPool(target, { max: 4 });
  try {
    await checkServer(pool, where);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return { pool, where, close: () => pool.end() };
}
