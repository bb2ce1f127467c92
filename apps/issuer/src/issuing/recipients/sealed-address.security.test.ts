import { createSecretKey } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEST_KEYRING } from '../../keys/keyring.fixture.js';
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
});
