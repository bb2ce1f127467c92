import { createSecretKey } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginAnew, changePassphrase } from '../../keys/change-keyring.js';
import { TEST_KEYRING, TEST_N } from '../../keys/keyring.fixture.js';
import { unlockKeyring } from '../../keys/open-keyring.js';
import { personalSeal } from '../../keys/personal-seal.js';
import { good, type Issuing, makeTenant, startIssuing, type Tenant } from '../issuing.fixture.js';
import { recipientHashes } from './recipient.js';

let issuing: Issuing;
let acme: Tenant;
beforeAll(async () => {
  issuing = await startIssuing();
  acme = await makeTenant(issuing, 'acme');
});
afterAll(() => issuing.close());

interface Row {
  readonly lookup: Buffer;
  readonly data_key: Buffer;
  readonly email: Buffer;
}

async function rowFor(address: string): Promise<Row> {
  const issued = await issuing.useCases.issueCredential({
    actor: acme.actor,
    input: { achievementId: acme.achievement.id, body: { recipient: { email: address } }, idempotencyKey: null },
  });
  const { recipient } = good(issued).credential;
  const { rows } = await issuing.database.pool.query<Row>(
    'SELECT lookup, data_key, email FROM recipient WHERE issuer_id = $1 AND id = $2',
    [acme.issuer.id, recipient?.id],
  );
  if (rows[0] === undefined) throw new Error('a recipient has a row');
  return rows[0];
}

const hashesOf = (key: Uint8Array) => {
  const { pepper, random } = issuing.foundation;
  return recipientHashes({ pepper, random, seal: personalSeal({ key: createSecretKey(key) }) });
};

describe('the address of a recipient', () => {
  it('stands nowhere in the database as text, and opens with the keyring', async () => {
    const { lookup, data_key: dataKey, email: sealed } = await rowFor('Ada@Example.org');
    const { rows } = await issuing.database.pool.query<{ dump: string }>(
      "SELECT string_agg(t::text, '') AS dump FROM (SELECT * FROM recipient) t",
    );
    expect(rows[0]?.dump.toLowerCase()).not.toContain('example.org');
    expect(rows[0]?.dump).not.toContain(Buffer.from('ada@example.org').toString('hex'));
    const { key } = TEST_KEYRING;
    expect(hashesOf(key.export()).openEmail(acme.issuer.id, lookup, { dataKey, sealed })).toBe('ada@example.org');
  });

  it('opens neither under another keyring, nor for another issuer, nor beside the hash of another address', async () => {
    const [ada, eve] = [await rowFor('ada@example.org'), await rowFor('eve@example.org')];
    const text = { dataKey: ada.data_key, sealed: ada.email };
    const own = hashesOf(TEST_KEYRING.key.export());
    expect(hashesOf(new Uint8Array(32).fill(9)).openEmail(acme.issuer.id, ada.lookup, text)).toBeNull();
    expect(own.openEmail('01981f2a-7c3e-7b52-9d41-2f6c8a1b3e01', ada.lookup, text)).toBeNull();
    expect(own.openEmail(acme.issuer.id, eve.lookup, text)).toBeNull();
    expect(own.openEmail(acme.issuer.id, ada.lookup, { dataKey: eve.data_key, sealed: ada.email })).toBeNull();
  });

  it('has a data key of its own', async () => {
    const [ada, eve] = [await rowFor('one@example.org'), await rowFor('two@example.org')];
    expect(ada.data_key.equals(eve.data_key)).toBe(false);
    expect(ada.data_key).toHaveLength(12 + 32 + 16);
  });

  it('stays sealed as it is when the passphrase is changed, and opens and is found with the keyring that the new one opens', async () => {
    const before = await rowFor('three@example.org');
    const { store, foundation } = issuing;
    await changePassphrase({ ...foundation, store, scryptN: TEST_N }, 'test', 'another');
    const row = await store.keyring.read();
    if (row === null) throw new Error('there is a keyring');
    const { key, pepper } = await unlockKeyring(row, 'another');
    const after = await rowFor('three@example.org');
    expect(after).toEqual(before);
    const hashes = recipientHashes({ pepper, random: foundation.random, seal: personalSeal({ key }) });
    expect(hashes.openEmail(acme.issuer.id, after.lookup, { dataKey: after.data_key, sealed: after.email })).toBe('three@example.org');
    expect(after.lookup.equals(hashes.lookup(acme.issuer.id, 'three@example.org'))).toBe(true);
  });

  it('is gone with a keyring that nobody can open; whose badges are whose stays', async () => {
    await rowFor('four@example.org');
    const { pool } = issuing.database;
    const people = async () => (await pool.query('SELECT id, name FROM recipient ORDER BY id')).rows;
    const before = await people();
    await beginAnew({ ...issuing.foundation, scryptN: TEST_N }, 'nobody knows the other one');
    const sealed = await pool.query('SELECT FROM recipient WHERE data_key IS NOT NULL OR email IS NOT NULL OR lookup IS NOT NULL');
    expect([await people(), sealed.rowCount]).toEqual([before, 0]);
  });
});
