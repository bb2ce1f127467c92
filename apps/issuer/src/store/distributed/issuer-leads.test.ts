import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../database/test-database.js';
import { undistributable } from './undistributable.fixture.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** What is found after `sql`, which is rolled back. */
async function after(sql: string): Promise<readonly string[]> {
  const client = await database.pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(sql);
    return await undistributable(client);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

describe('the schema', () => {
  it('could be distributed by issuer: every key begins with issuer_id, and no foreign key or trigger leaves its issuer', async () => {
    expect(await undistributable(database.pool)).toEqual([]);
  });
});

describe('the check of the schema', () => {
  it.each([
    [
      'a primary key of a tenant without the issuer',
      'CREATE TABLE note (issuer_id uuid NOT NULL REFERENCES issuer, id uuid PRIMARY KEY)',
      'note: PRIMARY KEY (id) does not begin with issuer_id',
    ],
    [
      'a primary key in which the issuer comes later',
      'CREATE TABLE note (issuer_id uuid NOT NULL, id uuid, PRIMARY KEY (id, issuer_id))',
      'note: PRIMARY KEY (id, issuer_id) does not begin with issuer_id',
    ],
    ['a unique key', 'ALTER TABLE credential ADD UNIQUE (id)', 'credential: UNIQUE (id) does not begin with issuer_id'],
    [
      'a partial unique index',
      'CREATE UNIQUE INDEX one ON api_event (at) WHERE seq > 7',
      'api_event: the unique index one does not begin with issuer_id',
    ],
    [
      'an exclusion',
      'ALTER TABLE viewing ADD EXCLUDE USING hash (at WITH =)',
      'viewing: EXCLUDE USING hash (at WITH =) does not begin with issuer_id',
    ],
    ['a table without a tenant', 'CREATE TABLE note (id uuid PRIMARY KEY)', 'note: has no issuer_id and is no reference table'],
    ['a table without a primary key', 'CREATE TABLE note (issuer_id uuid NOT NULL)', 'note: has no primary key'],
    ['a nullable issuer', 'CREATE TABLE note (issuer_id uuid, id uuid UNIQUE NULLS NOT DISTINCT)', 'note: issuer_id may be null'],
    [
      'a foreign key that leaves out the issuer',
      'ALTER TABLE credential ADD UNIQUE (id); ALTER TABLE viewing ADD CONSTRAINT to_badge FOREIGN KEY (credential_id) REFERENCES credential (id)',
      'viewing: FOREIGN KEY (credential_id) REFERENCES credential(id) does not tie issuer_id to issuer_id',
    ],
    [
      'a foreign key of a reference table to a tenant',
      'ALTER TABLE api_key ADD COLUMN badge uuid; ALTER TABLE api_key ADD FOREIGN KEY (issuer_id, badge) REFERENCES credential (issuer_id, id)',
      'api_key: FOREIGN KEY (issuer_id, badge) REFERENCES credential(issuer_id, id) leads from a reference table to a tenant',
    ],
    [
      'a foreign key that empties the issuer',
      'ALTER TABLE viewing ADD CONSTRAINT to_badge FOREIGN KEY (issuer_id, credential_id) REFERENCES credential (issuer_id, id) ON DELETE SET NULL',
      'viewing: FOREIGN KEY (issuer_id, credential_id) REFERENCES credential(issuer_id, id) ON DELETE SET NULL would change issuer_id',
    ],
    [
      'a trigger that asks another table',
      `CREATE FUNCTION look() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT FROM credential) THEN RETURN NULL; END IF; RETURN NEW; END $$;
       CREATE TRIGGER looking BEFORE INSERT ON viewing FOR EACH ROW EXECUTE FUNCTION look()`,
      'viewing: the trigger looking asks a table or calls a function of ours',
    ],
    [
      'a trigger that calls a function that may',
      `CREATE FUNCTION any_badge() RETURNS boolean LANGUAGE sql STABLE AS 'SELECT true';
       CREATE FUNCTION look() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF any_badge() THEN RETURN NULL; END IF; RETURN NEW; END $$;
       CREATE TRIGGER looking BEFORE INSERT ON viewing FOR EACH ROW EXECUTE FUNCTION look()`,
      'viewing: the trigger looking asks a table or calls a function of ours',
    ],
    [
      'an identity column narrower than bigint',
      'ALTER TABLE viewing ADD COLUMN m integer GENERATED ALWAYS AS IDENTITY',
      'viewing: the identity column m is not a bigint',
    ],
  ])('refuses %s', async (_, sql, fault) => {
    expect(await after(sql)).toContain(fault);
  });
});
