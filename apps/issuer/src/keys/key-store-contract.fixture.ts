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

    it('makes another key each time', async () => {
      const made = await Promise.all(Array.from({ length: 8 }, () => store.create('ES256')));
      expect(new Set(made.map(({ id }) => id)).size).toBe(8);
    });
  });
}
