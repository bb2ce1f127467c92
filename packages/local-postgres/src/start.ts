import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { type Cluster, type ClusterConnection, startCluster } from './cluster.js';
import { LocalPostgresError } from './error.js';
import { claimOwnership } from './owner-file.js';

/** A database of a PostgreSQL server that this process started and owns. */
export interface LocalPostgres {
  readonly connection: ClusterConnection & { readonly database: string };
  /** Resolves, with the reason, when the server ends without being asked to. */
  readonly lost: Promise<string>;
  /** Shuts the server down, which ends all sessions, and gives the folder free. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL over `postgres` in a data folder and opens a database there; both are made when absent. One process owns a data
 * folder at a time, and the server of an owner that was killed is shut down first. Throws a LocalPostgresError.
 * @param dataDir an absolute path
 */
export async function startLocalPostgres(dataDir: string, database: string): Promise<LocalPostgres> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const claim = claimOwnership(join(dataDir, 'postgres.owner'));
  if (!claim.ok) {
    const problem = `Another service (process ${claim.owner.pid}) uses the data folder ${dataDir}`;
    throw new LocalPostgresError('folder-in-use', problem, 'stop it, or use another folder');
  }
  let cluster: Cluster | undefined;
  try {
    cluster = await startCluster(join(dataDir, 'postgres'));
    await createDatabase(cluster.connection, database);
  } catch (error) {
    await cluster?.stop();
    claim.release();
    throw error;
  }
  const { connection, lost, stop } = cluster;
  return {
    connection: { ...connection, database },
    lost,
    async stop() {
      await stop();
      claim.release();
    },
  };
}

async function createDatabase(connection: ClusterConnection, name: string): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
