import { createHmac, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { good, type Issuing, listOf, makeTenant, startIssuing, type Tenant } from '../issuing.fixture.js';
import { recipientHashes } from './recipient.js';

// T16: whoever has a copy of the database finds no recipient by trying addresses, without the secret that is not in it.
const EMAIL = 'ada@example.org';
const random = { bytes: (length: number): Uint8Array => randomBytes(length) };
let issuing: Issuing;
let acme: Tenant;
beforeAll(async () => {
  issuing = await startIssuing();
  acme = await makeTenant(issuing, 'acme');
  const input = { achievementId: acme.achievement.id, body: { recipient: { email: EMAIL } }, idempotencyKey: null };
  good(await issuing.useCases.issueCredential({ actor: acme.actor, input }));
});
afterAll(() => issuing.close());

const hmac = (key: Uint8Array): string => createHmac('sha256', key).update(`${acme.issuer.id}\n${EMAIL}`).digest('hex');

it('stores of an address its HMAC-SHA-256 with the secret of the service, over the issuer and the address', async () => {
  const { rows } = await issuing.database.pool.query<{ lookup: Buffer }>('SELECT recipient_lookup AS lookup FROM credential');
  const stored = rows.map(({ lookup }) => lookup.toString('hex'));
  expect(stored).toEqual([hmac(issuing.foundation.pepper)]);
  // What an attacker can compute who has the database alone.
  for (const guess of [new Uint8Array(32), new Uint8Array(0), Buffer.from(acme.issuer.id), Buffer.from('proofmark')]) {
    expect(stored).not.toContain(hmac(guess));
  }
});

it('finds a recipient with the secret alone', async () => {
  const list = async (pepper: Uint8Array) => {
    return good(await issuing.with({ pepper }).listCredentials({ actor: acme.actor, input: listOf({ email: EMAIL }) })).credentials.length;
  };
  expect([await list(issuing.foundation.pepper), await list(new Uint8Array(32)), await list(random.bytes(32))]).toEqual([1, 0, 0]);
});

it('gives two issuers two hashes of one address', () => {
  const { lookup } = recipientHashes({ pepper: issuing.foundation.pepper, seal: issuing.foundation.seal, random });
  expect(lookup('one', EMAIL)).not.toEqual(lookup('other', EMAIL));
});
