import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { ChangeKind } from '../../public/cache/public-change.js';
import { createTestDatabase } from '../database/test-database.js';
import { untoldWrites } from '../distributed/record-statements.js';
import { kyselyOver } from '../postgres-store.js';

const ISSUER = '01981f2a-7c3e-7b52-9d41-2f6c8a1b3e10';

/** A transaction is judged once in a process, so that another try needs other texts. */
const own = (): string => `/* ${randomInt(2 ** 40)} */`;

/** A writer of the product, as far as the log can tell: what it asks does not come from the test itself. */
async function closedAfter(texts: readonly string[], noted?: ChangeKind): Promise<string> {
  const database = await createTestDatabase();
  await untoldWrites();
  await kyselyOver(database.pool)
    .transaction()
    .execute(async (tx) => {
      // How many rows a part of a statement changes is not known, so an empty database is enough.
      for (const text of texts)
        await sql.raw(text.replace(/^(?!WITH)(.*)$/s, 'WITH done AS ($1 RETURNING 1 AS one) SELECT one FROM done')).execute(tx);
      if (noted !== undefined) {
        await sql`INSERT INTO public_change (issuer_id, kind, object_id, tx) VALUES (${ISSUER}, ${noted}, '', pg_current_xact_id()::text::bigint)`.execute(
          tx,
        );
      }
    });
  const untold = await untoldWrites();
  await database.close().catch(() => undefined);
  return untold.join('\n');
}

describe('a transaction that changes what public documents show', () => {
  it.each([
    ['a column that is shown', 'UPDATE issuer SET name = name', /^issuer: name, and nothing of issuer is noted/],
    ['a row that is removed', 'DELETE FROM endorsement', /^endorsement: a row is removed, and nothing of credential is noted/],
    [
      'a row that is added',
      'INSERT INTO issuer_domain SELECT * FROM issuer_domain',
      /^issuer_domain: a row is added, and nothing of issuer/,
    ],
    [
      'a part of another statement',
      'WITH gone AS (DELETE FROM capture RETURNING n) SELECT count(*) FROM gone',
      /^capture: a row is removed, and nothing of credential/,
    ],
    [
      'a row that was there',
      'INSERT INTO achievement SELECT * FROM achievement ON CONFLICT (issuer_id, id) DO UPDATE SET definition = excluded.definition',
      /^achievement: definition, and nothing of achievement/,
    ],
  ])('is found where it notes nothing: %s', async (_, text, message) => {
    expect(await closedAfter([`${text} ${own()}`])).toMatch(message);
  });

  it('is found where it notes something else, and not where it notes that', async () => {
    const text = `UPDATE issuer SET name = name WHERE id = '${ISSUER}'`;
    expect(await closedAfter([`${text} ${own()}`], 'record')).toMatch(/nothing of issuer is noted/);
    expect(await closedAfter([`${text} ${own()}`], 'issuer')).toBe('');
  });

  it('is not found where it is taken back, or changes nothing that is shown', async () => {
    expect(await closedAfter([`UPDATE credential SET tx = tx WHERE issuer_id = '${ISSUER}' ${own()}`])).toBe('');
    const database = await createTestDatabase();
    const undone = kyselyOver(database.pool)
      .transaction()
      .execute(async (tx) => {
        await sql.raw(`UPDATE issuer SET name = name WHERE id = '${ISSUER}' ${own()}`).execute(tx);
        throw new Error('taken back');
      });
    await expect(undone).rejects.toThrow('taken back');
    expect(await untoldWrites()).toEqual([]);
    await database.close().catch(() => undefined);
  });
});
