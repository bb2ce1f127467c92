import { nodePorts } from '@proofmark/hosts/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KeyStore, SigningAlgorithm } from './key-store.js';

const { crypto } = nodePorts();
const message = new TextEncoder().encode('what is signed');

/** What every key store does, whatever keeps the keys. */
export function describeKeyStore(name: string, make: () => Promise<KeyStore>): void {
  describe(`the key store contract: ${name}`, () => {
    let store: KeyStore;
    beforeEach(async () => {
      store = await make();
    });
    afterEach(() => store.close());

    it.each<SigningAlgorithm>(['Ed25519', 'ES256'])('makes a key for %s whose signatures the public half verifies', async (algorithm) => {
      const { id, publicJwk } = await store.create(algorithm);
      const signer = await store.signer(id);
      expect(signer?.algorithm).toBe(algorithm);
      const signature = await signer!.sign(message);
      expect(signature).toHaveLength(64);
      expect(crypto.verify({ algorithm, jwk: publicJwk }, message, signature)).toBe(true);
      expect(crypto.verify({ algorithm, jwk: publicJwk }, message.subarray(1), signature)).toBe(false);
    });

    it('gives nothing private away', async () => {
      const keys = [await store.create('Ed25519'), await store.create('ES256')];
      for (const { publicJwk } of keys)
        expect(Object.keys(publicJwk).filter((name) => !['kty', 'crv', 'x', 'y'].includes(name))).toEqual([]);
    });

    it('names a key by its JWK thumbprint', async () => {
      const { id, publicJwk } = await store.create('ES256');
      const { crv, kty, x, y } = publicJwk;
      const digest = await globalThis.crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify({ crv, kty, x, y })));
      expect(id).toBe(Buffer.from(digest).toString('base64url'));
    });

    it('lists what it holds, and only that', async () => {
      expect(await store.list()).toEqual([]);
      const made = [await store.create('Ed25519'), await store.create('Ed25519'), await store.create('ES256')];
      expect(await store.list()).toEqual(made.sort((a, b) => (a.id < b.id ? -1 : 1)));
    });

    it('has no signer for a key that it does not hold', async () => {
      await store.create('Ed25519');
      for (const id of ['', '..', '../keyring', 'A'.repeat(43)]) expect(await store.signer(id)).toBeNull();
    });

    it('makes another key each time', async () => {
      const ids = await Promise.all(Array.from({ length: 8 }, () => store.create('ES256')));
      expect(new Set(ids.map(({ id }) => id)).size).toBe(8);
    });
  });
}
