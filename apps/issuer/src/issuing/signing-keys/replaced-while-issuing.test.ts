import type { SigningAlgorithm } from '@proofmark/schemas/api';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CredentialRecord, SigningKeyRecord } from '../../store/index.js';
import { good, type Issuing, makeTenant, startIssuing, type Tenant } from '../issuing.fixture.js';
import type { UseCases } from '../use-cases.js';

// A key that is replaced while badges are issued. Keys are kept in memory and compared at the commit.

let issuing: Issuing;
let acme: Tenant;
let now: Date;
let cases: UseCases;
let tenants = 0;

beforeAll(async () => {
  issuing = await startIssuing();
});
afterAll(() => issuing.close());
beforeEach(async () => {
  tenants += 1;
  acme = await makeTenant(issuing, `acme-${tenants}`);
  now = new Date();
  cases = issuing.with({ clock: { now: () => now } });
});

const rotate = (algorithm: SigningAlgorithm = 'Ed25519') =>
  cases.rotateSigningKey({ actor: acme.actor, input: { issuerId: acme.issuer.id, algorithm } });
const revoke = (key: Pick<SigningKeyRecord, 'id'>, more: { reason?: string; revokedAt?: string } = {}) =>
  cases.revokeSigningKey({ actor: acme.actor, input: { issuerId: acme.issuer.id, keyId: key.id, ...more } });
const active = async (algorithm: SigningAlgorithm = 'Ed25519'): Promise<SigningKeyRecord> => {
  const key = await issuing.store.signingKeys.active(acme.issuer.id, algorithm);
  if (key === null) throw new Error('the issuer has no active key');
  return key;
};
let people = 0;
async function issue(by: UseCases = cases): Promise<CredentialRecord> {
  people += 1;
  const body = { recipient: { email: `person-${people}@example.org` } };
  const input = { achievementId: acme.achievement.id, body, idempotencyKey: null };
  return good(await by.issueCredential({ actor: acme.actor, input })).credential;
}
const methodOf = (text: string): string => JSON.parse(text).proof.verificationMethod;
/** The use cases of a process that does something after it has signed and before it commits, once. */
function meanwhile(act: () => Promise<unknown>): UseCases {
  const { store } = issuing.foundation;
  let done = false;
  const insert: typeof store.batches.insert = async (batch) => {
    if (!done) {
      done = true;
      await act();
    }
    return store.batches.insert(batch);
  };
  return issuing.with({ clock: { now: () => now }, store: { ...store, batches: { insert } } });
}
describe('a key that is retired', () => {
  it('is noticed by a process that has kept the old key in memory, with its next badge', async () => {
    const other = issuing.with({ clock: { now: () => now } });
    await issue(other);
    for (const algorithm of ['Ed25519', 'ES256'] as const) good(await rotate(algorithm));
    const { signed, dataIntegrityKey, jwtKey } = await issue(other);
    expect([dataIntegrityKey, jwtKey]).toEqual([(await active()).id, (await active('ES256')).id]);
    expect(methodOf(signed!.json)).toBe((await active()).verificationMethod);
  });

  it('between the signature and the commit has the badge signed again, with the new key', async () => {
    let fresh: SigningKeyRecord | undefined;
    const places: number[] = [];
    const cutIn = meanwhile(async () => {
      fresh = good(await rotate());
    });
    const badge = await issue(cutIn);
    places.push(badge.statusIndex);
    expect(methodOf(badge.signed!.json)).toBe(fresh!.verificationMethod);
    expect(badge.dataIntegrityKey).toBe(fresh!.id);
    const { rows } = await issuing.database.pool.query('SELECT status_index FROM credential WHERE issuer_id = $1', [acme.issuer.id]);
    expect(rows.map(({ status_index }) => status_index)).toEqual(places);
  });

  it('waits for badges that are being committed, and dates the end of the key after them', async () => {
    const client = await issuing.database.pool.connect();
    const old = await active();
    try {
      await client.query('BEGIN');
      await client.query('SELECT FROM signing_key WHERE issuer_id = $1 AND id = $2 FOR SHARE', [acme.issuer.id, old.id]);
      const rotating = rotate();
      const first = await Promise.race([rotating.then(() => 'rotated'), new Promise((resolve) => setTimeout(resolve, 300, 'waits'))]);
      expect(first).toBe('waits');
      await client.query('COMMIT');
      good(await rotating);
    } finally {
      client.release();
    }
  });
});

describe('a key that is revoked', () => {
  it('between the signature and the commit leaves no badge that the stolen key signed', async () => {
    const stolen = await active();
    const badge = await issue(meanwhile(async () => good(await revoke(stolen))));
    expect(methodOf(badge.signed!.json)).toBe((await active()).verificationMethod);
    const { rows } = await issuing.database.pool.query('SELECT FROM credential WHERE data_integrity_key = $1', [stolen.id]);
    expect(rows).toEqual([]);
  });
});
