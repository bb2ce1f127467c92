import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../store/database/test-database.js';
import { codeOf, good, testProcess } from '../issuing.fixture.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

describe('the first admin key', () => {
  it('is made once when several processes start together, and has every scope', async () => {
    const { useCases } = testProcess(database.pool);
    const made = await Promise.all(Array.from({ length: 5 }, () => useCases.ensureFirstAdminKey()));
    const keys = made.filter((key) => key !== null);
    expect(keys).toHaveLength(1);
    expect(keys[0]).toMatch(/^pm_admin_[A-Za-z0-9_-]{43}$/);
    expect(good(await useCases.authenticate(keys[0]!))).toMatchObject({ issuerId: null, scopes: ['admin'] });
    expect(await useCases.ensureFirstAdminKey()).toBeNull();
  });

  it('is not made again after it was revoked', async () => {
    const { useCases } = testProcess(database.pool);
    await database.pool.query('UPDATE api_key SET revoked_at = now()');
    expect(await useCases.ensureFirstAdminKey()).toBeNull();
  });

  it('is the only accepted key of a fresh database', async () => {
    const { useCases } = testProcess(database.pool);
    for (const key of ['', 'pm_admin_', `pm_admin_${'A'.repeat(43)}`, `pm_admin_${'A'.repeat(1_000_000)}`]) {
      expect(codeOf(await useCases.authenticate(key))).toBe('unauthenticated');
    }
  });
});
