import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { StartupError } from '../config/startup-error.js';
import { installQueue } from '../queue/install.js';
import { checkServer, describeTarget } from './check-server.js';
import { type Cluster, type ClusterConnection, startCluster } from './cluster.js';
import { migrate } from './migrate.js';
import { claimOwnership } from './owner-file.js';
import { createPool } from './pool.js';

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

async function openServer(url: string, onError: (error: Error) => void): Promise<Database> {
  const pool = createPool(url, { onError });
  await prepare(pool, describeTarget(url));
  return { pool, lost: new Promise(() => undefined), close: () => pool.end() };
}

async function openEmbedded(dataDir: string, onError: (error: Error) => void): Promise<Database> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const claim = claimOwnership(join(dataDir, 'postgres.owner'));
  if (!claim.ok) {
    throw new StartupError(
      'data-folder-in-use',
      `Another service (process ${claim.owner.pid}) uses the data folder ${dataDir}; stop it, or set DATA_DIR to another folder.`,
    );
  }
  let cluster: Cluster | undefined;
  try {
    cluster = await startCluster(join(dataDir, 'postgres'));
    await createDatabase(cluster.connection);
    const pool = createPool({ ...cluster.connection, database: DATABASE }, { onError });
    await prepare(pool, dataDir);
    const { lost, stop } = cluster;
    return {
      pool,
      lost,
      async close() {
        await pool.end();
        await stop();
        claim.release();
      },
    };
  } catch (error) {
    await cluster?.stop();
    claim.release();
    throw error;
  }
}

async function prepare(pool: pg.Pool, where: string): Promise<void> {
  try {
    await checkServer(pool, where);
    await migrate(pool);
    await installQueue(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
}

async function createDatabase(connection: ClusterConnection): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}
