import { nodeCrypto } from '@proofmark/hosts/node';
import { readMultikey } from '@proofmark/proofs';
import type { SigningAlgorithm } from '@proofmark/schemas/api';
import { beforeEach, describe, expect, it } from 'vitest';
import type { KeyStore } from '../issuing/ports.js';

const crypto = nodeCrypto();
const message = new TextEncoder().encode('what is signed');
const ACME = '0198c0de-0000-7000-8000-000000000001';
const OTHER = '0198c0de-0000-7000-8000-000000000002';

/** What every key store does, whatever keeps the keys. */
export function describeKeyStore(name: string, make: () => Promise<KeyStore>): void {
  describe(`the key store contract: ${name}`, () => {
    let store: KeyStore;
    beforeEach(async () => {
      store = await make();
    });

    it.each<SigningAlgorithm>(['Ed25519', 'ES256'])('makes a key for %s whose signatures the public half verifies', async (algorithm) => {
      const { id, publicKey } = await store.create(ACME, algorithm);
      const signer = await store.signer(ACME, id);
      expect([signer.algorithm, publicKey.algorithm]).toEqual([algorithm, algorithm]);
      const signature = await signer.sign(message);
      expect(signature).toHaveLength(64);
      expect(crypto.verify(publicKey, message, signature)).toBe(true);
      expect(crypto.verify(publicKey, message.subarray(1), signature)).toBe(false);
    });

    it('gives nothing private away', async () => {
      const { publicKey: ed25519 } = await store.create(ACME, 'Ed25519');
      const { publicKey: p256 } = await store.create(ACME, 'ES256');
      expect(Object.keys(ed25519.jwk).sort()).toEqual(['crv', 'kty', 'x']);
      expect(Object.keys(p256.jwk).sort()).toEqual(['crv', 'kty', 'x', 'y']);
    });

    it('names an Ed25519 key by its multikey', async () => {
      const { id, publicKey } = await store.create(ACME, 'Ed25519');
      expect(readMultikey(id)).toEqual({ ok: true, key: publicKey });
    });

    it('names a P-256 key by its JWK thumbprint (RFC 7638)', async () => {
      const { id, publicKey } = await store.create(ACME, 'ES256');
      const { crv, kty, x, y } = publicKey.jwk;
      const digest = crypto.digest('SHA-256', new TextEncoder().encode(JSON.stringify({ crv, kty, x, y })));
      expect(id).toBe(Buffer.from(digest).toString('base64url'));
    });

    it('has no signer for another issuer, nor for a key that it never made', async () => {
      const { id } = await store.create(ACME, 'Ed25519');
      for (const [issuer, key] of [
        [OTHER, id],
        [ACME, ''],
        [ACME, '../keyring'],
        ['..', id],
        [ACME, 'A'.repeat(43)],
      ] as const) {
        await expect(store.signer(issuer, key)).rejects.toMatchObject({ code: 'key-missing' });
      }
    });

    it('makes another key each time', async () => {
      const made = await Promise.all(Array.from({ length: 8 }, () => store.create(ACME, 'ES256')));
      expect(new Set(made.map(({ id }) => id)).size).toBe(8);
    });

    it('keeps one pepper of 32 bytes', async () => {
      const pepper = await store.pepper();
      expect(pepper).toHaveLength(32);
      expect(await store.pepper()).toEqual(pepper);
      expect(await (await make()).pepper()).not.toEqual(pepper);
    });
  });
}
