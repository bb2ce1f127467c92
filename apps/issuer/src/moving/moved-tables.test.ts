import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../store/database/test-database.js';
import { MOVED_TABLES } from './moved-tables.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

it('of every table with rows of an issuer it is decided whether it moves, and each column that changes is there', async () => {
  const { rows } = await database.pool.query<{ name: string; columns: string[] }>(
    `SELECT c.relname AS name, array_agg(a.attname::text) AS columns FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped
     GROUP BY c.relname`,
  );
  const owned = rows.filter(({ name, columns }) => name === 'issuer' || columns.includes('issuer_id'));
  expect(Object.keys(MOVED_TABLES).sort()).toEqual(owned.map(({ name }) => name).sort());
  for (const [table, decision] of Object.entries(MOVED_TABLES)) {
    const columns = owned.find(({ name }) => name === table)?.columns;
    if (decision.moves) expect(columns).toEqual(expect.arrayContaining(Object.keys(decision.as ?? {})));
  }
});
