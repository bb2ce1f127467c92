import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../database/migrate.js';
import { readMigrations } from '../database/migrations.js';
import { createTestDatabase, type TestDatabase } from '../database/test-database.js';

const id = (n: number) => `0198ab00-0000-7000-8000-${String(n).padStart(12, '0')}`;
const ISSUERS = Array.from({ length: 50 }, (_, n) => id(n));
const ADMIN = id(900);

let database: TestDatabase;
/** A database with data, made by the release before and brought up to date. */
beforeAll(async () => {
  database = await createTestDatabase({ migrated: false });
  const files = readMigrations();
  await migrate(
    database.pool,
    files.filter(({ version }) => version < 14),
  );
  await insertData();
  await migrate(database.pool, files);
});
afterAll(() => database.close());

async function insertData(): Promise<void> {
  const query = (text: string, values: readonly unknown[]) => database.pool.query(text, [...values]);
  for (const issuer of ISSUERS) {
    await query(`INSERT INTO issuer (id, slug, mode, did, name) VALUES ($1::uuid, $1::text, 'live', $1::text, 'Acme')`, [issuer]);
  }
  const issuer = ISSUERS[0];
  await query(
    `INSERT INTO signing_key (issuer_id, id, algorithm, public_jwk, verification_method) VALUES ($1, 'k', 'Ed25519', '{}', 'k')`,
    [issuer],
  );
  await query(`INSERT INTO achievement (issuer_id, id, definition, evidence_policy) VALUES ($1, $2, '{}', '{}')`, [issuer, id(100)]);
  await query(`INSERT INTO status_list (issuer_id, purpose, length, permutation_key, origin) VALUES ($1, 'revocation', 131072, '', '')`, [
    issuer,
  ]);
  await query(
    `INSERT INTO credential (issuer_id, id, achievement_id, status_list_id, status_index, unsigned, proof_created, data_integrity_key, jwt_key, valid_from)
     SELECT $1, $2, $3, id, 7, '', now(), 'k', 'k', now() FROM status_list`,
    [issuer, id(200), id(100)],
  );
  await query(
    `INSERT INTO idempotency (owner, key, request_hash, holder, lease_until, issuer_id, credential_id) VALUES
       ($1, 'made', '', $1, now(), $1, $2), ($1, 'running', '', $1, now(), NULL, NULL),
       ($3, 'made', '', $3, now(), $1, $2), ($3, 'running', '', $3, now(), NULL, NULL)`,
    [issuer, id(200), ADMIN],
  );
}

describe('the migration of a database with data', () => {
  it('gives each issuer a number of its own that does not follow from its place', async () => {
    const { rows } = await database.pool.query<{ number: number }>('SELECT number FROM issuer ORDER BY id');
    const numbers = rows.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(ISSUERS.length);
    expect(numbers.every((number) => Number.isInteger(number) && number >= 0 && number < 2 ** 32)).toBe(true);
    expect(numbers.toSorted((a, b) => a - b)).not.toEqual(numbers);
    expect(Math.max(...numbers)).toBeGreaterThan(2 ** 31);
  });

  it('gives a number to an issuer that a process of the release before makes', async () => {
    const text = `INSERT INTO issuer (id, slug, mode, did, name) VALUES ($1, 'late', 'live', 'late', 'Late') RETURNING number`;
    const { rows } = await database.pool.query<{ number: number }>(text, [id(300)]);
    expect(rows[0]?.number).toBeGreaterThanOrEqual(0);
  });

  it('refuses two badges with one place in a list of an issuer', async () => {
    const copy = `SELECT (json_populate_record(c, json_build_object('id', $1::text))).* FROM credential c`;
    await expect(database.pool.query(`INSERT INTO credential ${copy}`, [id(201)])).rejects.toMatchObject({
      code: '23505',
      constraint: 'credential_issuer_id_status_list_id_status_index_key',
    });
  });

  it('keeps what an Idempotency-Key stands for, and gives back a claim that names no issuer', async () => {
    const { rows } = await database.pool.query('SELECT owner, key, issuer_id FROM idempotency ORDER BY owner, key');
    expect(rows).toEqual([
      { owner: ISSUERS[0], key: 'made', issuer_id: ISSUERS[0] },
      { owner: ISSUERS[0], key: 'running', issuer_id: ISSUERS[0] },
      { owner: ADMIN, key: 'made', issuer_id: ISSUERS[0] },
    ]);
  });
});
