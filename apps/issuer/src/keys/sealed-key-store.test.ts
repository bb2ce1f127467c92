import { randomUUID } from 'node:crypto';
import type { SigningAlgorithm } from '@proofmark/schemas/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NewKey } from '../issuing/ports.js';
import { createTestDatabase, type TestDatabase } from '../store/database/test-database.js';
import { postgresStore } from '../store/postgres-store.js';
import { describeKeyStore } from './key-store-contract.fixture.js';
import { saveTestKeyring, TEST_KEYRING } from './keyring.fixture.js';
import { makeKeyring } from './keyring.js';
import { memoryKeyStore } from './memory-key-store.fixture.js';
import { type SealedKeyStore, type SealedKeyStoreOptions, sealedKeyStore } from './sealed-key-store.js';

// T20: keys at rest.

let database: TestDatabase;
let store: ReturnType<typeof postgresStore>;
beforeAll(async () => {
  database = await createTestDatabase();
  store = postgresStore(database.pool);
  await saveTestKeyring(store);
});
afterAll(() => database.close());

let issuers = 0;
async function newIssuer(): Promise<string> {
  issuers += 1;
  const id = randomUUID();
  const now = new Date();
  const taken = await store.issuers.insert({
    id,
    number: issuers,
    slug: id,
    mode: 'live',
    did: `did:web:badges.example:issuers:${id}`,
    name: 'Acme',
    url: null,
    profile: {},
    suspendedSince: null,
    suspensionReason: null,
    createdAt: now,
    updatedAt: now,
  });
  if (taken !== null) throw new Error(taken);
  return id;
}

/** Commits a key as an issuer's transaction does; unless it is to be active, as one that is retired, of which there may be many. */
async function commit(issuerId: string, { sealed, ...key }: NewKey, algorithm: SigningAlgorithm, active = false): Promise<void> {
  const row = {
    usedAt: null,
    revokedAt: null,
    revocationReason: null,
    keptIn: 'database',
    purpose: 'assertion',
    createdAt: new Date(),
  } as const;
  const verificationMethod = `did:web:badges.example:issuers:${issuerId}#${key.id}`;
  await store.transaction((tx) =>
    tx.signingKeys.insert({ ...row, ...key, issuerId, algorithm, verificationMethod, retiredAt: active ? null : new Date() }, sealed),
  );
}

describeKeyStore('sealed in the database', async () => {
  await database.pool.query('TRUNCATE sealed_key');
  const issuerId = await newIssuer();
  return { store: sealedKeyStore(TEST_KEYRING, store.signingKeys), issuerId, commit: (key, algorithm) => commit(issuerId, key, algorithm) };
});
describeKeyStore('memory', async () => ({ store: memoryKeyStore(), issuerId: randomUUID(), commit: async () => undefined }));

async function withKey(options: SealedKeyStoreOptions = {}) {
  const keys = sealedKeyStore(TEST_KEYRING, store.signingKeys, options);
  const issuerId = await newIssuer();
  const made = await keys.create(issuerId, 'Ed25519');
  await commit(issuerId, made, 'Ed25519', true);
  return { keys, key: { issuerId, id: made.id, algorithm: 'Ed25519' } as const };
}
const another = (): SealedKeyStore => sealedKeyStore(TEST_KEYRING, store.signingKeys);
const damage = (id: string) => database.pool.query(`UPDATE sealed_key SET sealed = sealed || '{"tag":"AAAA"}' WHERE id = $1`, [id]);

describe('sealed keys', () => {
  it('sign in every process that has the keyring', async () => {
    const { key } = await withKey();
    expect(await another().signer(key)).toMatchObject({ algorithm: 'Ed25519', privateKey: { type: 'private' } });
  });

  it('do not open under another keyring, nor for another issuer or algorithm', async () => {
    const { key } = await withKey();
    expect(await sealedKeyStore(makeKeyring(), store.signingKeys).signer(key)).toBe('unreadable');
    expect(await another().signer({ ...key, algorithm: 'ES256' })).toBe('unreadable');
    const row = await store.signingKeys.findSealed(key);
    const rows = { ...store.signingKeys, findSealed: async () => row };
    expect(await another().signer({ ...key, issuerId: await newIssuer() }, rows)).toBe('unreadable');
    expect(await another().signer(key, rows)).toMatchObject({ algorithm: 'Ed25519' });
  });

  it.each([null, {}, [], 'text', { nonce: '', ciphertext: '', tag: '' }, { nonce: 1, ciphertext: 2, tag: 3 }])(
    'are unreadable when the row holds %j',
    async (sealed) => {
      const { key } = await withKey();
      await database.pool.query('UPDATE sealed_key SET sealed = $2 WHERE id = $1', [key.id, JSON.stringify(sealed)]);
      expect(await another().signer(key)).toBe(sealed === null ? 'lost' : 'unreadable');
    },
  );

  it('are not written by a process whose keyring is not the one of the database', async () => {
    const stranger = sealedKeyStore(makeKeyring(), store.signingKeys);
    const issuerId = await newIssuer();
    const made = await stranger.create(issuerId, 'Ed25519');
    await expect(commit(issuerId, made, 'Ed25519')).rejects.toMatchObject({ name: 'StaleKeyring' });
  });

  it('are nowhere in clear', async () => {
    const { keys, key } = await withKey();
    const signer = await keys.signer(key);
    if (typeof signer === 'string' || signer.privateKey === null) throw new Error('no key');
    const { d = '' } = signer.privateKey.export({ format: 'jwk' });
    const seed = Buffer.from(d, 'base64url');
    const { rows } = await database.pool.query('SELECT sealed::text FROM sealed_key UNION ALL SELECT k::text FROM keyring k');
    for (const { sealed } of rows)
      for (const form of ['hex', 'base64', 'base64url'] as const) expect(sealed).not.toContain(seed.toString(form));
  });

  it('are forgotten within a minute by processes that have opened them, once they are destroyed by another', async () => {
    let now = 0;
    const { keys, key } = await withKey({ now: () => now });
    await keys.signer(key);
    await another().destroy(key);
    now = 59_999;
    await keys.failing();
    expect(await keys.signer(key)).toMatchObject({ algorithm: 'Ed25519' });
    now = 60_000;
    await keys.failing();
    expect(await keys.signer(key)).toBe('lost');
  });

  it('tell of their end, so that leftovers elsewhere go too', async () => {
    const destroyed: string[] = [];
    const { keys, key } = await withKey({ onDestroyed: async ({ id }) => void destroyed.push(id) });
    await keys.destroy(key);
    expect(destroyed).toEqual([key.id]);
  });
});

describe('a key that a process could not sign with', () => {
  const failing = async (keys: SealedKeyStore) => (await keys.failing()).map(({ id }) => id);

  it('is told until it opens', async () => {
    const { keys, key } = await withKey();
    const row = await store.signingKeys.findSealed(key);
    await damage(key.id);
    const late = another();
    expect(await failing(late)).toEqual([]);
    expect(await late.signer(key)).toBe('unreadable');
    expect(await failing(late)).toEqual([key.id]);
    await database.pool.query('UPDATE sealed_key SET sealed = $2 WHERE id = $1', [key.id, JSON.stringify(row)]);
    expect(await failing(late)).toEqual([]);
    expect(await late.signer(key)).toMatchObject({ algorithm: 'Ed25519' });
    expect(await failing(keys)).toEqual([]);
  });

  it('is told until it is retired', async () => {
    const { key } = await withKey();
    await damage(key.id);
    const late = another();
    await late.signer(key);
    expect(await failing(late)).toEqual([key.id]);
    await store.transaction((tx) => tx.signingKeys.retire(key.issuerId, key.id, new Date()));
    expect(await failing(late)).toEqual([]);
  });

  it('is not told of when it was retired before', async () => {
    const { keys, key } = await withKey();
    await store.transaction((tx) => tx.signingKeys.retire(key.issuerId, key.id, new Date()));
    await keys.destroy(key);
    const late = another();
    expect(await late.signer(key)).toBe('lost');
    expect(await failing(late)).toEqual([]);
  });
});
