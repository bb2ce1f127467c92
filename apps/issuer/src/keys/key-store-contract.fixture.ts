import { nodeCrypto } from '@proofmark/platform/node';
import type { SigningAlgorithm } from '@proofmark/schemas/api';
import { beforeEach, describe, expect, it } from 'vitest';
import { allPages } from '../issuing/issuing.fixture.js';
import type { KeyStore, NewKey } from '../issuing/ports.js';

const crypto = nodeCrypto();
const message = new TextEncoder().encode('what is signed');

/** A store that holds nothing yet, and what commits a key that it makes, as the transaction of an issuer does. */
export interface StoreUnderTest {
  readonly store: KeyStore;
  readonly issuerId: string;
  commit(key: NewKey, algorithm: SigningAlgorithm): Promise<void>;
}

/** What every key store does, whatever keeps the keys. */
export function describeKeyStore(name: string, make: () => Promise<StoreUnderTest>): void {
  describe(`the key store contract: ${name}`, () => {
    let store: KeyStore;
    let issuerId: string;
    let commit: StoreUnderTest['commit'];
    beforeEach(async () => {
      ({ store, issuerId, commit } = await make());
    });
    const create = async (algorithm: SigningAlgorithm) => {
      const key = await store.create(issuerId, algorithm);
      await commit(key, algorithm);
      return { ...key, issuerId, algorithm };
    };
    const unknown = (id: string) => ({ issuerId, id, algorithm: 'Ed25519' as const });
    const held = () => allPages(store.held());

    it.each<SigningAlgorithm>(['Ed25519', 'ES256'])('makes a key for %s whose signatures the public half verifies', async (algorithm) => {
      const key = await create(algorithm);
      const signer = await store.signer(key);
      if (typeof signer === 'string') throw new Error(signer);
      expect(signer.algorithm).toBe(algorithm);
      const signature = await signer.sign(message);
      expect(signature).toHaveLength(64);
      expect(crypto.verify({ algorithm, jwk: key.publicJwk }, message, signature)).toBe(true);
      expect(crypto.verify({ algorithm, jwk: key.publicJwk }, message.subarray(1), signature)).toBe(false);
    });

    it('gives nothing private away', async () => {
      expect(Object.keys((await create('Ed25519')).publicJwk).sort()).toEqual(['crv', 'kty', 'x']);
      expect(Object.keys((await create('ES256')).publicJwk).sort()).toEqual(['crv', 'kty', 'x', 'y']);
    });

    it('names a key by its JWK thumbprint (RFC 7638)', async () => {
      const { id, publicJwk } = await create('ES256');
      const { crv, kty, x, y } = publicJwk;
      const digest = crypto.digest('SHA-256', new TextEncoder().encode(JSON.stringify({ crv, kty, x, y })));
      expect(id).toBe(Buffer.from(digest).toString('base64url'));
    });

    it('has no signer for a key that it never made, nor for one that was never committed', async () => {
      await create('Ed25519');
      for (const id of ['', '..', '../keyring', 'A'.repeat(43)]) expect(await store.signer(unknown(id))).toBe('lost');
      const { id, sealed } = await store.create(issuerId, 'Ed25519');
      expect(await store.signer(unknown(id))).toEqual(sealed === null ? expect.anything() : 'lost');
    });

    it('tells which keys it holds, and which of them are new', async () => {
      const [kept, fresh] = [await create('Ed25519'), await create('ES256')];
      await store.keep(kept);
      await store.keep(kept);
      const all = await held();
      expect(all.find(({ id }) => id === kept.id)).toEqual({ issuerId, id: kept.id, newSince: null });
      // What comes with the transaction that makes the key known is never new.
      expect(all.find(({ id }) => id === fresh.id)?.newSince).toEqual(fresh.sealed === null ? expect.any(Date) : null);
      expect(all).toHaveLength(2);
    });

    it('destroys a private key for good, and no other', async () => {
      const [gone, stays] = [await create('Ed25519'), await create('Ed25519')];
      await store.signer(gone);
      for (const _ of [1, 2]) await store.destroy(gone);
      for (const id of ['', '..', '../keyring']) await store.destroy(unknown(id));
      expect(await store.signer(gone)).toBe('lost');
      expect(await store.signer(stays)).toMatchObject({ algorithm: 'Ed25519' });
      expect((await held()).map(({ id }) => id)).toEqual([stays.id]);
    });

    it('makes another key each time', async () => {
      const made = await Promise.all(Array.from({ length: 8 }, () => store.create(issuerId, 'ES256')));
      expect(new Set(made.map(({ id }) => id)).size).toBe(8);
    });
  });
}
