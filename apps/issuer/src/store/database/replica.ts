import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { StartupError } from '../../config/startup-error.js';
import { describeTarget } from './check-server.js';
import { logPosition } from './log-position.js';

/** A standby that follows the primary, for public reads. */
export interface Replica {
  readonly pool: pg.Pool;
  /** Whether it shows everything that the primary had committed a short while ago. */
  isFresh(): boolean;
  /** How far it had replayed the write-ahead log when it was last asked. */
  replayed(): bigint;
  stop(): Promise<void>;
}

export interface ReplicaOptions {
  /** Milliseconds between two looks, and by which it may lag. */
  readonly interval?: number;
  readonly lag?: number;
}

/** Where the primary was, and when that was seen. */
interface Mark {
  readonly at: number;
  readonly lsn: bigint;
}

/** Of the primary's marks: more than a standby lags that is of any use. */
const MARKS = 20;

/**
 * Refuses, with a StartupError, a standby of another server and a server that follows nobody. One that cannot be reached is no reason not to
 * start: the primary answers until it can.
 */
export async function checkReplica(primary: pg.Pool, replica: pg.Pool, url: string): Promise<void> {
  const own = await identityOf(primary);
  const other = await identityOf(replica).catch(() => null);
  if (other === null) return;
  const where = describeTarget(url);
  if (other.system !== own.system || other.database !== own.database)
    throw unusable(`The server at ${where} is no standby of the database of DATABASE_URL`);
  if (!other.standby) throw unusable(`The server at ${where} is no standby: it takes writes itself, and follows nobody`);
}

function unusable(what: string): StartupError {
  return new StartupError('replica-unusable', `${what}; set DATABASE_READ_URL to a standby of it, or remove the setting.`);
}

interface Identity {
  readonly system: string;
  readonly database: string;
  readonly standby: boolean;
}

async function identityOf(pool: pg.Pool): Promise<Identity> {
  const { rows } = await pool.query<Identity>(
    'SELECT (SELECT system_identifier::text FROM pg_control_system()) AS system, current_database() AS database, pg_is_in_recovery() AS standby',
  );
  return rows[0] as Identity;
}

/**
 * Follows how far the standby is behind, by the positions in the write-ahead log: the primary's, as it was seen a moment ago, against the one that
 * the standby has replayed. Times of transactions would not do, since a primary at rest has none.
 */
export function followReplica(primary: pg.Pool, replica: pg.Pool, { interval = 500, lag = 1000 }: ReplicaOptions = {}): Replica {
  const ending = new AbortController();
  let marks: readonly Mark[] = [];
  let own: string | null = null;
  let freshUntil = 0;
  let replayed = 0n;
  const look = async (): Promise<void> => {
    const at = performance.now();
    const { rows: ahead } = await primary.query<{ lsn: string; system: string }>(
      'SELECT pg_current_wal_lsn()::text AS lsn, (SELECT system_identifier::text FROM pg_control_system()) AS system',
    );
    own = ahead[0]?.system ?? null;
    marks = [...marks, { at, lsn: logPosition(ahead[0]?.lsn ?? '0/0') }].slice(-MARKS);
    const { rows } = await replica.query<{ lsn: string | null; system: string; standby: boolean }>(
      'SELECT pg_last_wal_replay_lsn()::text AS lsn, (SELECT system_identifier::text FROM pg_control_system()) AS system, pg_is_in_recovery() AS standby',
    );
    const [found] = rows;
    if (found === undefined || !found.standby || found.lsn === null || found.system !== own) return;
    replayed = logPosition(found.lsn);
    const reached = marks.findLast((mark) => mark.lsn <= replayed);
    if (reached !== undefined) freshUntil = Math.max(freshUntil, reached.at + lag);
  };
  const loop = (async () => {
    while (!ending.signal.aborted) {
      await look().catch(() => undefined);
      await wait(interval, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  })();
  return {
    pool: replica,
    isFresh: () => performance.now() < freshUntil,
    replayed: () => replayed,
    async stop() {
      ending.abort();
      await loop;
    },
  };
}
