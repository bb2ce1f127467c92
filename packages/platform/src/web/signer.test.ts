import { createPublicKey, verify } from 'node:crypto';
import { expect, it } from 'vitest';
import { webSigner } from './signer.js';

const data = new TextEncoder().encode('what is signed');

it.each([
  ['ES256', { name: 'ECDSA', namedCurve: 'P-256' }, 'sha256', 64],
  ['ES384', { name: 'ECDSA', namedCurve: 'P-384' }, 'sha384', 96],
  ['Ed25519', { name: 'Ed25519' }, null, 64],
] as const)('signs with %s, with a key that cannot be extracted', async (algorithm, parameters, hash, size) => {
  const pair = (await crypto.subtle.generateKey(parameters, false, ['sign', 'verify'])) as CryptoKeyPair;
  const signer = webSigner(pair.privateKey);
  const signature = await signer.sign(data);
  expect(signer.algorithm).toBe(algorithm);
  expect(signature).toHaveLength(size);
  const key = createPublicKey({
    key: (await crypto.subtle.exportKey('jwk', pair.publicKey)) as { [name: string]: unknown },
    format: 'jwk',
  });
  expect(verify(hash, data, { key, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true);
});

it('refuses any other key', async () => {
  const pair = (await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])) as CryptoKeyPair;
  expect(() => webSigner(pair.publicKey)).toThrow(TypeError);
  const derive = (await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits'])) as CryptoKeyPair;
  expect(() => webSigner(derive.privateKey)).toThrow(TypeError);
});
