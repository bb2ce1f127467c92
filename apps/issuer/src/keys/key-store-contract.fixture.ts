import { nodeCrypto } from '@proofmark/platform/node';
import type { SigningAlgorithm } from '@proofmark/schemas/api';
import { beforeEach, describe, expect, it } from 'vitest';
import type { KeyStore } from '../issuing/ports.js';

const crypto = nodeCrypto();
const message = new TextEncoder().encode('what is signed');

/** What every key store does, whatever keeps the keys. */
export function describeKeyStore(name: string, make: () => Promise<KeyStore>): void {
  describe(`the key store contract: ${name}`, () => {
    let store: KeyStore;
    beforeEach(async () => {
      store = await make();
    });

    it.each<SigningAlgorithm>(['Ed25519', 'ES256'])('makes a key for %s whose signatures the public half verifies', async (algorithm) => {
      const { id, publicJwk } = await store.create(algorithm);
      const signer = await store.signer(id);
      expect(signer?.algorithm).toBe(algorithm);
      const signature = (await signer?.sign(message)) ?? new Uint8Array();
      expect(signature).toHaveLength(64);
      expect(crypto.verify({ algorithm, jwk: publicJwk }, message, signature)).toBe(true);
      expect(crypto.verify({ algorithm, jwk: publicJwk }, message.subarray(1), signature)).toBe(false);
    });

    it('gives nothing private away', async () => {
      expect(Object.keys((await store.create('Ed25519')).publicJwk).sort()).toEqual(['crv', 'kty', 'x']);
      expect(Object.keys((await store.create('ES256')).publicJwk).sort()).toEqual(['crv', 'kty', 'x', 'y']);
    });

    it('names a key by its JWK thumbprint (RFC 7638)', async () => {
      const { id, publicJwk } = await store.create('ES256');
      const { crv, kty, x, y } = publicJwk;
      const digest = crypto.digest('SHA-256', new TextEncoder().encode(JSON.stringify({ crv, kty, x, y })));
      expect(id).toBe(Buffer.from(digest).toString('base64url'));
    });

    it('has no signer for a key that it never made', async () => {
      await store.create('Ed25519');
      for (const id of ['', '..', '../keyring', 'A'.repeat(43)]) expect(await store.signer(id)).toBeNull();
    });

    it('tells which keys it holds, and which of them are new', async () => {
      const [kept, fresh] = [await store.create('Ed25519'), await store.create('ES256')];
      await store.keep(kept.id);
      await store.keep(kept.id);
      const held = await store.held();
      expect(held.find(({ id }) => id === kept.id)).toEqual({ id: kept.id, newSince: null });
      expect(held.find(({ id }) => id === fresh.id)?.newSince).toBeInstanceOf(Date);
      expect(held).toHaveLength(2);
    });

    it('destroys a private key for good, and no other', async () => {
      const [gone, stays] = [await store.create('Ed25519'), await store.create('Ed25519')];
      await store.signer(gone.id);
      for (const _ of [1, 2]) await store.destroy(gone.id);
      for (const id of ['', '..', '../keyring']) await store.destroy(id);
      expect(await store.signer(gone.id)).toBeNull();
      expect(await store.signer(stays.id)).not.toBeNull();
      expect((await store.held()).map(({ id }) => id)).toEqual([stays.id]);
    });

    it('makes another key each time', async () => {
      const made = await Promise.all(Array.from({ length: 8 }, () => store.create('ES256')));
      expect(new Set(made.map(({ id }) => id)).size).toBe(8);
    });
  });
}
