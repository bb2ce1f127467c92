import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeTenant } from '../issuing/issuing.fixture.js';
import { type Api, startApi } from '../routes/v1/api.fixture.js';
import { createTestDatabase, type TestDatabase } from '../store/database/test-database.js';

// T23: what was ended since the backup is not good again.

const folder = mkdtempSync(join(tmpdir(), 'proofmark-ended-'));
let api: Api;
let target: TestDatabase;
beforeAll(async () => {
  api = await startApi();
  target = await createTestDatabase({ migrated: false });
});
afterAll(async () => {
  await api.close();
  await target.close();
  rmSync(folder, { recursive: true });
});

/** As an operator runs it. */
function run(name: 'backup' | 'restore', file: string, url: string): string {
  const program = fileURLToPath(new URL(`../../dist/${name}.js`, import.meta.url));
  const { PATH = '' } = process.env;
  const env = { PATH, DATABASE_URL: url, DATA_DIR: folder, KEY_PASSPHRASE: 'a drill' };
  return execFileSync(process.execPath, [program, file], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

const PERSON = '01900000-0000-7000-8000-000000000001';
const OTHER = '01900000-0000-7000-8000-000000000002';

it('a restore ends sessions, links and mails that may have been ended, used or sent since the backup', async () => {
  const acme = await makeTenant(api, 'acme');
  const path = `/v1/achievements/${acme.achievement.id}/credentials`;
  const { id } = (await api.call('POST', path, { key: acme.key, body: { recipient: { email: 'ada@example.org' } } })).body;
  await api.call('POST', `/v1/credentials/${id}/claim-link`, { key: acme.key });
  await api.database.pool.query(`
    INSERT INTO person VALUES ('${PERSON}', 'ada@example.org', 'Ada', true, NULL, now(), now());
    INSERT INTO organisation VALUES ('${OTHER}', 'Acme', now());
    INSERT INTO person_session VALUES ('${OTHER}', '${PERSON}', 'hash', now(), now(), now() + interval '1 day', NULL, NULL);
    INSERT INTO person_verification VALUES ('x', 'hash', '{}', now(), now(), now() + interval '1 day');
    INSERT INTO owner_link VALUES ('a', now(), now() + interval '1 day', NULL);
    INSERT INTO invitation VALUES ('${OTHER}', '${OTHER}', 'eve@example.org', 'owner', 'a', '${PERSON}', now(), now() + interval '1 day', NULL, NULL),
      ('${PERSON}', '${OTHER}', 'ada@example.org', 'owner', 'b', '${PERSON}', now(), now() + interval '1 day', now(), NULL);
    INSERT INTO mail VALUES ('${OTHER}', 'invitation', NULL, 'sealed', 'waiting', 0, now(), NULL, NULL),
      ('${PERSON}', 'sign-in', '${PERSON}', NULL, 'sent', 1, now(), now(), NULL);`);
  const file = join(folder, 'night.zip');
  run('backup', file, api.database.url);
  expect(run('restore', file, target.url)).toContain('Sessions, links that sign in, invitations');
  const { rows } = await target.pool.query(`SELECT
    (SELECT count(*)::int FROM person) AS people, (SELECT count(*)::int FROM person_session) AS sessions,
    (SELECT count(*)::int FROM person_verification) AS verifications,
    (SELECT count(*)::int FROM owner_link WHERE used_at IS NULL) AS "ownerLinks",
    (SELECT count(*)::int FROM invitation WHERE withdrawn_at IS NULL) AS invitations,
    (SELECT count(*)::int FROM claim_link) AS links, (SELECT count(*)::int FROM claim_link WHERE ended_at IS NULL) AS "openLinks",
    (SELECT json_agg(json_build_array(m.state, m.sealed, m.failure) ORDER BY m.id) FROM mail m) AS mails`);
  expect(rows).toEqual([
    {
      ...{ people: 1, sessions: 0, verifications: 0, ownerLinks: 0, invitations: 1, links: 1, openLinks: 0 },
      mails: [
        ['sent', null, null],
        ['failed', null, 'restored'],
      ],
    },
  ]);
});
