import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../database/test-database.js';
import { generateTables } from './generate-tables.fixture.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

describe('tables.ts', () => {
  it('describes every table and column that the migrations make', async () => {
    await expect(await generateTables(database.pool)).toMatchFileSnapshot('./tables.ts');
  });
});

describe('generateTables', () => {
  it('takes the texts that a CHECK allows for the type of the column', async () => {
    await database.pool.query(
      "CREATE TABLE light (colour text NOT NULL CHECK (colour IN ('red', 'green')), shape text CHECK (shape = 'x'))",
    );
    const text = await generateTables(database.pool);
    expect(text).toContain("export interface LightTable {\n  colour: 'red' | 'green';\n  shape: 'x' | null;\n}");
    await database.pool.query('DROP TABLE light');
  });

  it('makes what the database fills in optional, and refuses to let identities be written', async () => {
    await database.pool.query('CREATE TABLE filled_in (at timestamptz NOT NULL DEFAULT now(), seq_no bigint GENERATED ALWAYS AS IDENTITY)');
    const text = await generateTables(database.pool);
    expect(text).toContain('export interface FilledInTable {\n  at: Generated<Date>;\n  seqNo: GeneratedAlways<number>;\n}');
    await database.pool.query('DROP TABLE filled_in');
  });

  it('names a column whose type it does not know', async () => {
    await database.pool.query('CREATE TABLE odd (place point)');
    await expect(generateTables(database.pool)).rejects.toThrow('odd.place has the type point');
    await database.pool.query('DROP TABLE odd');
  });
});
