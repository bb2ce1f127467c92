import { describe, expect, it } from 'vitest';
import { BEFORE_THE_RULES, faultsOf } from './migration-rules.fixture.js';
import { type Migration, readMigrations } from './migrations.js';

const NUMBER = BEFORE_THE_RULES + 1;
const before: Migration = {
  version: NUMBER,
  name: `00${NUMBER}-before.sql`,
  sql: '-- expand: x',
  checksum: '',
  worksWith: 1,
  transactional: true,
};

function judge(sql: string, transactional = true): readonly string[] {
  const version = NUMBER + 1;
  const name = `00${version}-new${transactional ? '' : '.concurrently'}.sql`;
  return faultsOf({ version, name, sql, checksum: '', worksWith: 1, transactional }, [before]);
}

describe('a migration', () => {
  it('keeps the rules by which an update needs no outage', () => {
    const all = readMigrations();
    expect(all.flatMap((migration) => faultsOf(migration, all))).toEqual([]);
  });
});

describe('the check of the rules', () => {
  it.each([
    ['a table', 'CREATE TABLE note (id uuid PRIMARY KEY); CREATE INDEX ON note (id); ALTER TABLE note ADD CHECK (true);'],
    ['a column that may be empty', 'ALTER TABLE credential ADD COLUMN note text;'],
    ['a column that fills itself', "ALTER TABLE credential ADD COLUMN note text NOT NULL DEFAULT '';"],
    ['a check for what is written from now on', 'ALTER TABLE credential ADD CONSTRAINT c CHECK (true) NOT VALID;'],
    ['a check of what was there', 'ALTER TABLE credential VALIDATE CONSTRAINT c;'],
    [
      'a list of texts that grows',
      "ALTER TABLE credential DROP CONSTRAINT credential_a_check, ADD CONSTRAINT credential_a_check CHECK (a IN ('x', 'y')) NOT VALID;",
    ],
    ['a key over an index', 'ALTER TABLE credential ADD CONSTRAINT c UNIQUE USING INDEX i;'],
    ['a function', 'CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ DELETE FROM credential; SELECT 1 $$;'],
  ])('takes %s', (_, sql) => expect(judge(`-- expand: a note\n${sql}`)).toEqual([]));

  it.each([
    ['no word about older code', 'SELECT 1;', /says neither/],
    ['a column that older code needs', '-- expand: x\nALTER TABLE credential DROP COLUMN unsigned;', /contract it later/],
    [
      'a check that is dropped for another one',
      '-- expand: x\nALTER TABLE credential DROP CONSTRAINT credential_a_check, ADD CONSTRAINT credential_a_check CHECK (a > 1) NOT VALID;',
      /contract it later/,
    ],
    ['another name', '-- expand: x\nALTER TABLE credential RENAME COLUMN a TO b;', /renames/],
    ['what older code does not write', '-- expand: x\nALTER TABLE credential ADD COLUMN note text NOT NULL;', /DEFAULT/],
    ['a demand on rows that are there', '-- expand: x\nALTER TABLE credential ALTER COLUMN note SET NOT NULL;', /contract it later/],
    ['another type', `-- contract 00${NUMBER}: x\nALTER TABLE credential ALTER COLUMN note TYPE bigint;`, /type/],
    ['an index under a lock', '-- expand: x\nCREATE INDEX i ON credential (id);', /concurrently/],
    ['a key that builds its index', '-- expand: x\nALTER TABLE credential ADD CONSTRAINT c UNIQUE (id);', /USING INDEX/],
    ['a check of the whole table', '-- expand: x\nALTER TABLE credential ADD CONSTRAINT c CHECK (true);', /NOT VALID/],
    ['a foreign key of a column', '-- expand: x\nALTER TABLE credential ADD COLUMN a uuid REFERENCES issuer;', /NOT VALID/],
    ['rows filled in at once', "-- expand: x\nUPDATE credential SET note = '';", /by a job/],
    ['a contraction of nothing', '-- contract 0099: x\nALTER TABLE credential DROP COLUMN note;', /no file 0099/],
  ])('refuses %s', (_, sql, fault) => expect(judge(sql)).toEqual([expect.stringMatching(fault)]));

  it('takes an index that is made beside those who use the table, where the file can be run again', () => {
    const made = 'CREATE INDEX CONCURRENTLY i ON credential (id);';
    expect(judge(`-- expand: x\nDROP INDEX CONCURRENTLY IF EXISTS i;\n${made}\n`, false)).toEqual([]);
    expect(judge(`-- expand: x\n${made}\n`, false)).toEqual([expect.stringMatching(/invalid index/)]);
    expect(judge('-- expand: x\nALTER TABLE credential ADD COLUMN note text;\n', false)).toEqual([
      expect.stringMatching(/does not belong/),
    ]);
  });

  it('lets a later file remove what only older code needs', () => {
    expect(judge(`-- contract 00${NUMBER}: nothing writes it since\nALTER TABLE credential DROP COLUMN note;`)).toEqual([]);
  });
});
