import pg from 'pg';
import { clientClass, cutOff, type Link, type SessionLimits, sessionOptions } from './client.js';
import { shares } from './shares.js';
import { connectionOptions, type PoolTarget } from './target.js';
import { mark, type Trouble, troubleOf } from './trouble.js';
import type { DatabaseWatch } from './watch.js';

/** 2^53 - 1 is far beyond any identity column here, so a bigint comes as a number; a larger one is refused, never rounded. */
const INT8 = 20;

function int8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('A bigint from the database is larger than a number can hold.');
  return value;
}

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === INT8 && format !== 'binary' ? int8 : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};

export interface PoolOptions {
  readonly max?: number;
  /** Hears of idle connections that were lost. */
  readonly onError?: (error: Error) => void;
  /** None by default. */
  readonly limits?: SessionLimits;
  readonly link?: Link;
  /** What is known of the server; while it does not answer, nobody waits for it. */
  readonly watch?: DatabaseWatch;
  /** Connections that one issuer's requests may have at the same time; by default there is no bound. */
  readonly each?: number;
  /** Whether only reads are asked, which a standby answers too. */
  readonly readOnly?: boolean;
}

/** Milliseconds that somebody waits for a connection, a new one or one that others have. */
const CONNECT_PATIENCE = 4000;
const DIRECT: Link = { direct: true, prepared: true };

/**
 * A pool of connections. A server that goes away ends single queries, never the process; their errors tell of it (`troubleOf`).
 */
export function createPool(target: PoolTarget, options: PoolOptions = {}): pg.Pool {
  const { limits = null, link = DIRECT, watch, readOnly = false } = options;
  const pool = new pg.Pool({
    ...connectionOptions(target),
    ...sessionOptions(limits, link),
    max: options.max ?? 20,
    connectionTimeoutMillis: CONNECT_PATIENCE,
    idleTimeoutMillis: 30_000,
    types,
    Client: clientClass({ limits, link, onAnswer: () => watch?.answered() }) as unknown as pg.PoolConfig['Client'],
  });
  pool.on('error', options.onError ?? (() => undefined));
  if (watch !== undefined) cutWhenSilent(pool, watch);
  const take = pool.connect.bind(pool) as () => Promise<pg.PoolClient>;
  const share = options.each === undefined ? null : shares({ each: options.each, waiting: WAITING, patience: SHARE_PATIENCE });
  const refuseInTrouble = (): void => {
    const found = watch?.trouble() ?? null;
    if (found !== null && !(readOnly && found === 'read-only')) throw mark(new Error(`The database is ${found}.`), 'unavailable');
  };
  const connect = async (): Promise<pg.PoolClient> => {
    refuseInTrouble();
    const giveBack = await share?.();
    try {
      refuseInTrouble();
      const client = await take();
      return giveBack === undefined ? client : withShare(client, giveBack);
    } catch (error) {
      giveBack?.();
      throw mark(error, whyNotTaken(error));
    }
  };
  pool.connect = connect as typeof pool.connect;
  pool.query = (async (...query: unknown[]) => {
    const client = await connect();
    try {
      const result = await (client.query as (...of: unknown[]) => Promise<unknown>)(...query);
      client.release();
      return result;
    } catch (error) {
      client.release(troubleOf(error) === 'unavailable');
      throw error;
    }
  }) as unknown as typeof pool.query;
  return pool;
}

/** Milliseconds that a request waits for others of its issuer, which are being answered. */
const SHARE_PATIENCE = 10_000;
/** Requests of one issuer that wait for a connection. */
const WAITING = 256;

/** The pool gives each client a `release` for this one time. */
function withShare(client: pg.PoolClient, giveBack: () => void): pg.PoolClient {
  const { release } = client;
  client.release = (error) => {
    giveBack();
    release(error);
  };
  return client;
}

/** All connections are in use, or the server did not let us in. */
function whyNotTaken(error: unknown): Trouble {
  return (error as Error).message === 'timeout exceeded when trying to connect' ? 'busy' : 'unavailable';
}

/** What waits for an answer of a server that is silent is told so. */
function cutWhenSilent(pool: pg.Pool, watch: DatabaseWatch): void {
  const clients = new Set<pg.PoolClient>();
  pool.on('connect', (client) => void clients.add(client));
  pool.on('remove', (client) => void clients.delete(client));
  watch.onSilence(() => {
    for (const client of clients) cutOff(client);
  });
}
