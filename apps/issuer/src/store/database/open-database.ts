import { LocalPostgresError, runningLocalPostgres, startLocalPostgres } from '@proofmark/local-postgres';
import type pg from 'pg';
import { checkServer, describeTarget } from './check-server.js';
import type { Link, SessionLimits } from './client.js';
import { findLink } from './link.js';
import { localStartupError } from './local-startup-error.js';
import { createPool } from './pool.js';
import { checkReplica, followReplica, type Replica } from './replica.js';
import { setUp } from './set-up.js';
import type { PoolTarget } from './target.js';
import { type DatabaseWatch, type Silence, watchDatabase } from './watch.js';

/** What the database needs of the configuration. */
export interface DatabaseSettings {
  /** An absolute path; the embedded PostgreSQL keeps its files in `postgres` below it. */
  readonly dataDir: string;
  /** A PostgreSQL server to use instead of the embedded one. */
  readonly databaseUrl: string | null;
  /** A standby of that server, for public reads. */
  readonly readUrl?: string | null;
  /** What this process does with it; both by default. */
  readonly kind?: 'both' | 'service' | 'worker';
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
  /** One connection that asks what has changed, whatever the others are busy with. */
  readonly changePool: pg.Pool;
}

export interface Database extends Pools {
  /** A standby for public reads; null where there is none. */
  readonly replica: Replica | null;
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

/** The name of the database in the embedded PostgreSQL. */
export const DATABASE = 'proofmark';

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
  const shares = divide(settings);
  const onError = (error: Error): void => listener.onError?.(error);
  const pools = openPools(target, shares, { link, watch, onError });
  const closePools = async (): Promise<void> => {
    await watch.stop();
    await Promise.all(Object.values(pools).map((pool: pg.Pool) => pool.end()));
  };
  try {
    const replica =
      settings.readUrl == null ? null : await openReplica(settings.readUrl, pools.publicPool, { max: shares.publicPool, onError });
    return {
      ...pools,
      replica,
      watch,
      async close() {
        await replica?.stop();
        await closePools();
      },
    };
  } catch (error) {
    await closePools();
    throw error;
  }
}

/** Named statements are not prepared there: the public reads have none. */
async function openReplica(url: string, primary: pg.Pool, options: { max: number; onError: (error: Error) => void }): Promise<Replica> {
  const link = await findLink(url, false).catch(() => ({ direct: false, prepared: false }));
  const watch = watchDatabase(url);
  const pool = createPool(url, { ...options, link, watch, limits: LIMITS.publicPool, readOnly: true });
  const end = async (): Promise<void> => {
    await watch.stop();
    await pool.end();
  };
  try {
    await checkReplica(primary, pool, url);
  } catch (error) {
    await end();
    throw error;
  }
  const replica = followReplica(primary, pool);
  return {
    ...replica,
    async stop() {
      await replica.stop();
      await end();
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
  changePool: { statement: 2000, lock: 1000, idle: 2000 },
} satisfies Record<keyof Pools, SessionLimits>;

interface PoolContext {
  readonly link: Link;
  readonly watch: DatabaseWatch;
  readonly onError: (error: Error) => void;
}

type Divided = Exclude<keyof Pools, 'changePool'>;

/** How many connections each pool has. Of them all, one is the watch's, and one asks what has changed. A pool that has nothing to do opens none, but may always open two. */
function divide({ connections = CONNECTIONS, kind = 'both' }: DatabaseSettings): Readonly<Record<Divided, number>> {
  const quarter = Math.max(2, Math.floor((connections - 2) / 4));
  const most = Math.max(2, connections - 2 - 2 * quarter);
  if (kind === 'worker') return { pool: 2, publicPool: 2, workPool: Math.max(2, connections - 5) };
  return kind === 'service'
    ? { pool: Math.max(2, most + quarter - 2), publicPool: quarter, workPool: 2 }
    : { pool: most, publicPool: quarter, workPool: quarter };
}

function openPools(target: PoolTarget, { pool, publicPool, workPool }: Readonly<Record<Divided, number>>, context: PoolContext): Pools {
  return {
    pool: createPool(target, { ...context, max: pool, each: Math.ceil(pool / 2), limits: LIMITS.pool }),
    publicPool: createPool(target, { ...context, max: publicPool, limits: LIMITS.publicPool, readOnly: true }),
    workPool: createPool(target, { ...context, max: workPool, limits: LIMITS.workPool }),
    changePool: createPool(target, { ...context, max: 1, limits: LIMITS.changePool, readOnly: true }),
  };
}
