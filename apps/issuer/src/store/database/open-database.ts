import { LocalPostgresError, runningLocalPostgres, startLocalPostgres } from '@proofmark/local-postgres';
import type pg from 'pg';
import { checkServer, describeTarget } from './check-server.js';
import type { Link, SessionLimits } from './client.js';
import { findLink } from './link.js';
import { localStartupError } from './local-startup-error.js';
import { createPool } from './pool.js';
import { setUp } from './set-up.js';
import type { PoolTarget } from './target.js';
import { type DatabaseWatch, type Silence, watchDatabase } from './watch.js';

/** What the database needs of the configuration. */
export interface DatabaseSettings {
  /** An absolute path; the embedded PostgreSQL keeps its files in `postgres` below it. */
  readonly dataDir: string;
  /** A PostgreSQL server to use instead of the embedded one. */
  readonly databaseUrl: string | null;
  /** Connections of this process; 20 by default. */
  readonly connections?: number;
  /** Whether statements are prepared once a session; null, the default, where that is known to work. */
  readonly prepared?: boolean | null;
}

/** Each kind of work has connections of its own, so that none keeps another from the database. */
export interface Pools {
  /** For requests of the API. */
  readonly pool: pg.Pool;
  /** For what anybody may read. */
  readonly publicPool: pg.Pool;
  /** For jobs. */
  readonly workPool: pg.Pool;
}

export interface Database extends Pools {
  /** What is known of the server just now. */
  readonly watch: DatabaseWatch;
  /** Resolves, with the reason, when the embedded server ends without being asked to; never for a server elsewhere. */
  readonly lost: Promise<string>;
  /** Ends the connections, and the embedded server if it is ours. */
  close(): Promise<void>;
}

/** Who hears of the database's troubles. */
export interface DatabaseListener {
  /** Of connections that were lost while idle. */
  onError?(error: Error): void;
  /** Of a server that answers no more, and again (null). */
  onChange?(trouble: Silence | null): void;
}

const DATABASE = 'proofmark';

/**
 * Opens the database, starting the embedded PostgreSQL when no server is given, and brings its schema up to date. Throws a StartupError.
 */
export async function openDatabase(settings: DatabaseSettings, listener: DatabaseListener = {}): Promise<Database> {
  if (settings.databaseUrl !== null) {
    const opened = await open(settings.databaseUrl, describeTarget(settings.databaseUrl), settings, listener);
    return { ...opened, lost: new Promise(() => undefined) };
  }
  const server = await startLocalPostgres(settings.dataDir, DATABASE).catch((error: unknown) => {
    throw error instanceof LocalPostgresError ? localStartupError(error) : error;
  });
  try {
    const opened = await open(server.connection, settings.dataDir, settings, listener);
    return {
      ...opened,
      lost: server.lost,
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

/**
 * As `openDatabase`, for a short errand: where a running service has the embedded PostgreSQL, it is reached there, as that service has brought it
 * up to date. Throws a StartupError.
 */
export async function openDatabaseBeside(settings: DatabaseSettings): Promise<Pick<Database, 'pool' | 'close'>> {
  const running = settings.databaseUrl === null ? runningLocalPostgres(settings.dataDir, DATABASE) : null;
  if (running === null) return openDatabase(settings);
  const pool = createPool(running);
  return { pool, close: () => pool.end() };
}

async function open(
  target: PoolTarget,
  where: string,
  settings: DatabaseSettings,
  listener: DatabaseListener,
): Promise<Omit<Database, 'lost'>> {
  await prepare(target, where);
  const link = await findLink(target, settings.prepared ?? null);
  const watch = watchDatabase(target, { onChange: (trouble) => listener.onChange?.(trouble) });
  const pools = openPools(target, settings.connections ?? CONNECTIONS, { link, watch, onError: (error) => listener.onError?.(error) });
  return {
    ...pools,
    watch,
    async close() {
      await watch.stop();
      await Promise.all(Object.values(pools).map((pool: pg.Pool) => pool.end()));
    },
  };
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

const CONNECTIONS = 20;

/** In milliseconds. A request is answered, or refused, before its client gives up; a job has time, but holds nothing for long. */
const LIMITS = {
  pool: { statement: 15_000, lock: 4000, idle: 15_000 },
  publicPool: { statement: 5000, lock: 2000, idle: 5000 },
  workPool: { statement: 60_000, lock: 10_000, idle: 60_000 },
} satisfies Record<keyof Pools, SessionLimits>;

interface PoolContext {
  readonly link: Link;
  readonly watch: DatabaseWatch;
  readonly onError: (error: Error) => void;
}

/** One connection of them all is the watch's. */
function openPools(target: PoolTarget, connections: number, context: PoolContext): Pools {
  const each = Math.max(2, Math.floor((connections - 1) / 4));
  const most = Math.max(2, connections - 1 - 2 * each);
  return {
    pool: createPool(target, { ...context, max: most, each: Math.ceil(most / 2), limits: LIMITS.pool }),
    publicPool: createPool(target, { ...context, max: each, limits: LIMITS.publicPool, readOnly: true }),
    workPool: createPool(target, { ...context, max: each, limits: LIMITS.workPool }),
  };
}
