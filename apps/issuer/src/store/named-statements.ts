import type { PostgresPool } from 'kysely';
import type pg from 'pg';

/** A statement that was asked so often is prepared once for each session. */
const OFTEN = 20;
/** Statements that a session has prepared at most, and texts that are counted at most. */
const MOST_NAMED = 100;
const MOST_COUNTED = 1000;

/** Gives the statements that are asked often a name of their own; null for the others. One for each process. */
export function statementNames({ often = OFTEN, most = MOST_NAMED } = {}): (text: string) => string | null {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined) return known;
    if (names.size >= most || /^select \* from "|returning \*|"\.\*/.test(text)) return null;
    const count = (counts.get(text) ?? 0) + 1;
    if (count < often) {
      if (counts.size < MOST_COUNTED || counts.has(text)) counts.set(text, count);
      return null;
    }
    counts.delete(text);
    const name = `proofmark_${names.size + 1}`;
    names.set(text, name);
    return name;
  };
}

const NAMES = statementNames();

type Query = (query: unknown, values?: readonly unknown[]) => Promise<pg.QueryResult>;

/**
 * A pool whose statements with parameters are prepared where they are asked often. A statement that takes every column is not, since its plan ends when a
 * migration adds one; nor is any where the link to the server does not keep them, which the pool knows.
 */
export function withNamedStatements(pool: pg.Pool, nameOf: (text: string) => string | null = NAMES): PostgresPool {
  const wrapped = new WeakMap<pg.PoolClient, object>();
  const wrap = (client: pg.PoolClient) => {
    const ask = client.query.bind(client) as unknown as Query;
    const query: Query = (text, values) => {
      const name = typeof text === 'string' && values !== undefined && values.length > 0 ? nameOf(text) : null;
      return name === null ? ask(text, values) : ask({ name, text, values });
    };
    return { query, release: (error?: boolean) => client.release(error) };
  };
  return {
    connect: async () => {
      const client = await pool.connect();
      const before = wrapped.get(client) ?? wrap(client);
      wrapped.set(client, before);
      return before as Awaited<ReturnType<PostgresPool['connect']>>;
    },
    end: () => pool.end(),
  };
}
