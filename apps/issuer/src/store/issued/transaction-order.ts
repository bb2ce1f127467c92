import { setTimeout } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../schema/tables.js';

/** How often a list asks again for rows whose place is not settled, and for how long, in milliseconds. */
const FIRST_WAIT = 4;
const LONGEST_WAIT = 2000;

/**
 * The order in which transactions came: their numbers at the server and an offset, which is raised where a database was restored into a server
 * with lower numbers. A transaction that still runs may yet add a row in front of those that are there, so rows are settled when
 * they are older than every transaction that runs.
 */
export interface TransactionOrder {
  offset(): Promise<number>;
}

const KEY = sql`hashtextextended('proofmark transaction offset', 0)`;

/**
 * Names the server and the database. A restored dump has another database or other tables than the one that it was made of, or lies on another
 * server; a promoted standby goes on with the numbers that it had.
 */
const ORIGIN = sql<string>`s.system_identifier::text || '/' || d.oid::text || '/' || 'credential'::regclass::oid::text`;

/** Finds the offset, and raises it where the numbers that are stored are higher than the server's. Cheap unless the database was restored. */
export async function settleOffset(db: Kysely<Tables>): Promise<number> {
  return db.transaction().execute(async (tx) => {
    await sql`SELECT pg_advisory_xact_lock(${KEY})`.execute(tx);
    const { rows } = await sql<{ origin: string; value: number | null; known: string | null; current: number }>`
      SELECT ${ORIGIN} AS origin, o.value, o.origin AS known, pg_current_xact_id()::text::bigint AS current
      FROM pg_control_system() s JOIN pg_database d ON d.datname = current_database() LEFT JOIN transaction_offset o ON true`.execute(tx);
    const [row] = rows;
    if (row === undefined) throw new Error('the server does not say what it is');
    if (row.known === row.origin && row.value !== null) return row.value;
    const highest = Math.max(await highestOf(tx, 'credential'), await highestOf(tx, 'apiEvent'));
    const value = Math.max(row.value ?? 0, highest + 1 - row.current);
    await sql`
      INSERT INTO transaction_offset (origin, value) VALUES (${row.origin}, ${value})
      ON CONFLICT (one) DO UPDATE SET origin = excluded.origin, value = excluded.value`.execute(tx);
    return value;
  });
}

async function highestOf(db: Kysely<Tables>, table: 'credential' | 'apiEvent'): Promise<number> {
  const ordinal = table === 'credential' ? sql`coalesce(tx, position)` : sql`coalesce(tx, seq)`;
  const { rows } = await sql<{ highest: number | null }>`SELECT max(${ordinal}) AS highest FROM ${sql.table(table)}`.execute(db);
  return rows[0]?.highest ?? 0;
}

/** The offset of a database, read once. */
export function transactionOrder(db: Kysely<Tables>): TransactionOrder {
  let known: Promise<number> | null = null;
  return {
    offset() {
      const asked = known ?? settleOffset(db);
      known = asked;
      asked.catch(() => {
        known = null;
      });
      return asked;
    },
  };
}

/** Whether a row is older than `oldest`. `ordinal` is the place of the row. */
export function isSettled(ordinal: ReturnType<typeof sql<number>>, oldest: number) {
  return sql<boolean>`(${ordinal} < ${oldest}::bigint)`.as('settled');
}

/** The place of the oldest transaction that runs. A node that holds rows has other transactions, so this is asked for apart. */
export async function oldestRunning(db: Kysely<Tables>, offset: number): Promise<number> {
  const { rows } = await sql<{ oldest: number }>`SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS oldest`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('the server does not tell its transactions');
  return row.oldest + offset;
}

/**
 * Rows up to the first that is not settled. What was there at the first look is waited for, for a moment, so that whoever asks after a change sees
 * it; a transaction that takes longer holds back what is younger than itself.
 */
export async function settledRows<R extends { readonly id: string; readonly settled: boolean }>(
  db: Kysely<Tables>,
  order: TransactionOrder,
  read: (oldest: number) => Promise<readonly R[]>,
): Promise<readonly R[]> {
  const offset = await order.offset();
  let last: string | undefined;
  for (let waited = 0, wait = FIRST_WAIT; ; waited += wait, wait *= 2) {
    // Before the rows, so that all that is older is among them.
    const rows = await read(await oldestRunning(db, offset));
    const first = rows.findIndex(({ settled }) => !settled);
    const ready = first === -1 ? rows : rows.slice(0, first);
    last ??= rows.at(-1)?.id;
    if (first === -1 || waited >= LONGEST_WAIT || ready.some(({ id }) => id === last)) return ready;
    await setTimeout(wait);
  }
}
