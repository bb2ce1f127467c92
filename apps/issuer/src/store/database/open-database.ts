import { LocalPostgresError, runningLocalPostgres, startLocalPostgres } from '@proofmark/local-postgres';
import type pg from 'pg';
import { checkServer, describeTarget } from './check-server.js';
import { localStartupError } from './local-startup-error.js';
import { createPool, type PoolTarget } from './pool.js';
import { setUp } from './set-up.js';

/** What the database needs of the configuration. */
export interface DatabaseSettings {
  /** An absolute path; the embedded PostgreSQL keeps its files in `postgres` below it. */
  readonly dataDir: string;
  /** A PostgreSQL server to use instead of the embedded one. */
  readonly databaseUrl: string | null;
}

export interface Database {
  readonly pool: pg.Pool;
  /** Resolves, with the reason, when the embedded server ends without being asked to; never for a server elsewhere. */
  readonly lost: Promise<string>;
  /** Ends the connections, and the embedded server if it is ours. */
  close(): Promise<void>;
}

const DATABASE = 'proofmark';

/**
 * Opens the database, starting the embedded PostgreSQL when no server is given, and brings its schema up to date. Throws a StartupError.
 * @param onError hears of connections that were lost while idle
 */
export async function openDatabase(settings: DatabaseSettings, onError: (error: Error) => void = () => undefined): Promise<Database> {
  return settings.databaseUrl === null ? openEmbedded(settings.dataDir, onError) : openServer(settings.databaseUrl, onError);
}

/**
 * As `openDatabase`, for a short errand: where a running service has the embedded PostgreSQL, it is reached there, as that service has brought it
 * up to date. Throws a StartupError.
 */
export async function openDatabaseBeside(settings: DatabaseSettings): Promise<Pick<Database, 'pool' | 'close'>> {
  const running = settings.databaseUrl === null ? runningLocalPostgres(settings.dataDir, DATABASE) : null;
  if (running === null) return openDatabase(settings);
  const pool = createPool(running, { onError: () => undefined });
  return { pool, close: () => pool.end() };
}

async function openServer(url: string, onError: (error: Error) => void): Promise<Database> {
  await prepare(url, describeTarget(url));
  const pool = createPool(url, { onError });
  return { pool, lost: new Promise(() => undefined), close: () => pool.end() };
}

async function openEmbedded(dataDir: string, onError: (error: Error) => void): Promise<Database> {
  const server = await startLocalPostgres(dataDir, DATABASE).catch((error: unknown) => {
    throw error instanceof LocalPostgresError ? localStartupError(error) : error;
  });
  try {
    await prepare(server.connection, dataDir);
    const pool = createPool(server.connection, { onError });
    return {
      pool,
      lost: server.lost,
      async close() {
        await pool.end();
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** On connections of its own, since what brings a database up to date may take its time. */
async function prepare(target: PoolTarget, where: string): Promise<void> {
  const pool = createPool(target, { max: 3 });
  try {
    await checkServer(pool, where);
    await setUp(pool);
  } finally {
    await pool.end();
  }
}
