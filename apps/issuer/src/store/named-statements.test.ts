import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPool } from './database/pool.js';
import { createTestDatabase, type TestDatabase } from './database/test-database.js';
import { statementNames } from './named-statements.js';
import { kyselyOver } from './postgres-store.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** What the one session of a pool has prepared after it asked a statement many times. */
async function preparedAfter(text: 'count' | 'all', link?: { direct: boolean; prepared: boolean }): Promise<readonly string[]> {
  const pool = createPool(database.url, { max: 1, ...(link === undefined ? {} : { link }) });
  // Names of its own: those of the process may have been given to what other tests ask.
  const db = kyselyOver(pool, statementNames());
  const count = sql`SELECT count(id) FROM issuer WHERE slug = ${'a'}`;
  const all = db.selectFrom('issuer').selectAll().where('slug', '=', 'b');
  for (let i = 0; i < 25; i += 1) await (text === 'count' ? count.execute(db) : all.execute());
  const { rows } = await pool.query<{ statement: string }>('SELECT statement FROM pg_prepared_statements');
  await pool.end();
  return rows.map(({ statement }) => statement);
}

describe('a statement that is asked often', () => {
  it('is prepared once for a session', async () => {
    expect(await preparedAfter('count')).toEqual(['SELECT count(id) FROM issuer WHERE slug = $1']);
  });

  it('is not prepared when it takes every column, so that a migration may add one', async () => {
    expect(await preparedAfter('all')).toEqual([]);
  });

  it('is not prepared where the link to the server does not keep it', async () => {
    expect(await preparedAfter('count', { direct: true, prepared: false })).toEqual([]);
  });
});

describe('the names of statements', () => {
  it('are given to those that are asked often, and to no more than so many', () => {
    const nameOf = statementNames({ often: 2, most: 2 });
    const texts = ['a', 'b', 'c'];
    expect(texts.map(nameOf)).toEqual([null, null, null]);
    expect(texts.map(nameOf)).toEqual(['proofmark_1', 'proofmark_2', null]);
    expect(texts.map(nameOf)).toEqual(['proofmark_1', 'proofmark_2', null]);
  });
});
