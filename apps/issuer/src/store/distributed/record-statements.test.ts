import { randomInt } from 'node:crypto';
import { expect, it } from 'vitest';
import { createTestDatabase } from '../database/test-database.js';
import { kyselyOver } from '../postgres-store.js';

const ID = '0198ab00-0000-7000-8000-000000000000';

// Another instance of the recorder, as a worker has one after a test that resets its modules.
const again = './record-statements.js?again';

it('ends a test in which the product sent a statement that could not be distributed, and names the statement', async () => {
  const database = await createTestDatabase();
  // A statement is judged once in a process, so that another try needs another text.
  const name = `n${randomInt(2 ** 40)}`;
  await kyselyOver(database.pool).selectFrom('achievement').select(`validFor as ${name}`).where('id', '=', ID).execute();
  // What a test asks for itself is left out.
  await database.pool.query('SELECT evidence_policy FROM achievement');
  await expect(database.close()).rejects.toThrow(
    new RegExp(
      `^These statements could not be distributed by issuer_id:\nachievement is asked without issuer_id = \\$n: select "valid_for" as "${name}" from "achievement" where "id" = \\$1$`,
    ),
  );
});

it('sees the statements also after the modules of the process were loaded anew', async () => {
  const database = await createTestDatabase();
  const name = `n${randomInt(2 ** 40)}`;
  await kyselyOver(database.pool).selectFrom('achievement').select(`validFor as ${name}`).where('id', '=', ID).execute();
  const { refusedStatements }: typeof import('./record-statements.js') = await import(again);
  expect(await refusedStatements(database.pool)).toEqual([expect.stringContaining(`select "valid_for" as "${name}" from "achievement"`)]);
  await database.close();
});
