import type { LocalPostgres } from '@proofmark/local-postgres';
import pg from 'pg';

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

/** Where the pool connects: a connection string, or a database of the embedded cluster. */
export type PoolTarget = string | LocalPostgres['connection'];

/** A pool of connections. A server that goes away ends single queries, never the process; `onError` hears of idle connections lost. */
export function createPool(
  target: PoolTarget,
  options: { readonly max?: number; readonly onError?: (error: Error) => void } = {},
): pg.Pool {
  const pool = new pg.Pool({
    ...(typeof target === 'string' ? { connectionString: target } : target),
    max: options.max ?? 20,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    application_name: 'proofmark',
    types,
  });
  pool.on('error', options.onError ?? (() => undefined));
  return pool;
}
