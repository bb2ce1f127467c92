import { randomInt } from 'node:crypto';
import { expect, it } from 'vitest';
import { createTestDatabase } from '../database/test-database.js';
import { kyselyOver } from '../postgres-store.js';

it('ends a test in which the product sent a statement that could not be distributed, and names the statement', async () => {
  const database = await createTestDatabase();
  // A statement is judged once in a process, so that another try needs another text.
  const name = `n${randomInt(2 ** 40)}`;
  await kyselyOver(database.pool)
    .selectFrom('achievement')
    .select(`validFor as ${name}`)
    .where('id', '=', '0198ab00-0000-7000-8000-000000000000')
    .execute();
  // What a test asks for itself is left out.
  await database.pool.query('SELECT evidence_policy FROM achievement');
  await expect(database.close()).rejects.toThrow(
    new RegExp(
      `^These statements could not be distributed by issuer_id:\nachievement is asked without issuer_id = \\$n: select "valid_for" as "${name}" from "achievement" where "id" = \\$1$`,
    ),
  );
});
