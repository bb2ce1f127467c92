import { afterAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from './test-database.js';

const first = await createTestDatabase();
const second = await createTestDatabase();
afterAll(async () => {
  await first.close();
  await second.close();
});

describe('createTestDatabase', () => {
  it('has the current schema', async () => {
    const { rows } = await first.pool.query("SELECT count(*) AS tables FROM pg_tables WHERE schemaname = 'public'");
    expect(rows[0].tables).toBeGreaterThan(5);
  });

  it('keeps two databases apart', async () => {
    await first.pool.query('CREATE TABLE only_here (n integer)');
    await expect(second.pool.query('SELECT * FROM only_here')).rejects.toMatchObject({ code: '42P01' });
  });

  it('can be opened by its address', async () => {
    expect(first.url).toMatch(/^postgres(ql)?:\/\//);
    const { rows } = await first.pool.query('SELECT current_database() AS name');
    expect(first.url).toContain(rows[0].name);
  });

  it('can be empty', async () => {
    const empty = await createTestDatabase({ migrated: false });
    const { rowCount } = await empty.pool.query("SELECT FROM pg_tables WHERE schemaname = 'public'");
    expect(rowCount).toBe(0);
    await empty.close();
  });
});
