import { createBits, setBit } from '@proofmark/credentials';
import { expect, it } from 'vitest';
import { migrate } from './migrate.js';
import { readMigrations } from './migrations.js';
import { createTestDatabase } from './test-database.js';

const ISSUER = '01981f2a-7c3e-7b52-9d41-2f6c8a1b3e01';
const CREDENTIAL = '01981f2a-7c3e-7b52-9d41-2f6c8a1b3e02';

it('fills the bits of the lists that are there from the journal', async () => {
  const migrations = readMigrations();
  const { version } = migrations.find(({ name }) => name.endsWith('-status-bits.sql'))!;
  const database = await createTestDatabase({ migrated: false });
  await migrate(database.pool, migrations.slice(0, version - 1));
  const client = await database.pool.connect();
  // The rows to which these refer say nothing here.
  await client.query('SET session_replication_role = replica');
  for (const length of [131_072, 262_144]) {
    await client.query(
      `INSERT INTO status_list (issuer_id, purpose, length, permutation_key, origin) VALUES ($1, 'revocation', $2, '\\x00', 'x')`,
      [ISSUER, length],
    );
  }
  const lists = (await client.query('SELECT id, length FROM status_list ORDER BY id')).rows as { id: number; length: number }[];
  const expected = lists.map(({ length }) => createBits(length));
  let state = 7;
  for (const [n, { id, length }] of lists.entries()) {
    for (let i = 0; i < 400; i += 1) {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
      // The first and the last, and many that share a byte; some were set and cleared again.
      const index = i < 2 ? i * (length - 1) : i % 2 === 0 ? state % length : state % 64;
      const value = i < 2 || state % 5 > 0;
      setBit(expected[n]!, index, value);
      await client.query(
        'INSERT INTO status_event (issuer_id, credential_id, status_list_id, status_index, value) VALUES ($1, $2, $3, $4, $5)',
        [ISSUER, CREDENTIAL, id, index, value],
      );
    }
    await client.query(
      `INSERT INTO status_list_document (issuer_id, status_list_id, seq, body, signed_at)
      SELECT $1, $2, max(seq), '{}', now() FROM status_event`,
      [ISSUER, id],
    );
  }
  client.release(true);
  await migrate(database.pool, migrations);
  const { rows } = await database.pool.query('SELECT bits, bits_seq = seq AS current FROM status_list_document ORDER BY status_list_id');
  expect(rows.map(({ bits, current }) => [Buffer.from(bits).toString('hex'), current])).toEqual(
    expected.map(({ bytes }) => [Buffer.from(bytes).toString('hex'), true]),
  );
  await database.close();
});
