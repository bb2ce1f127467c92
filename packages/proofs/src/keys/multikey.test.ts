import { createECDH } from 'node:crypto';
import { decodeBase64url } from '@proofmark/primitives';
import { describe, expect, it } from 'vitest';
import { newKey } from '../node-crypto.fixture.js';
import { decompress } from './curves.js';
import { readJwk } from './jwk.js';
import { readMultikey, toMultikey } from './multikey.js';
import { sameKey } from './same-key.js';

describe('Multikey', () => {
  it.each([
    ['Ed25519', 'z6Mk'],
    ['ES256', 'zDn'],
    ['ES384', 'z82'],
  ] as const)('writes an %s key as %s… and reads it back', (algorithm, prefix) => {
    for (let i = 0; i < 8; i++) {
      const { publicKey } = newKey(algorithm);
      const text = toMultikey(publicKey);
      expect(text.startsWith(prefix)).toBe(true);
      expect(readMultikey(text)).toEqual({ ok: true, key: publicKey });
    }
  });

  it.each([
    ['P-256', 'prime256v1', 'ES256'],
    ['P-384', 'secp384r1', 'ES384'],
  ] as const)('decompresses %s points as Node does', (name, curve, algorithm) => {
    const { jwk } = newKey(algorithm).publicKey;
    const [x, y] = [jwk.x, jwk.y].map((member) => Buffer.from(member ?? '', 'base64url'));
    const ecdh = createECDH(curve);
    ecdh.generateKeys();
    const compressed = new Uint8Array(ecdh.getPublicKey(null, 'compressed'));
    const whole = ecdh.getPublicKey();
    const size = (whole.length - 1) / 2;
    expect(decompress(name, compressed)).toEqual({
      x: new Uint8Array(whole.subarray(1, 1 + size)),
      y: new Uint8Array(whole.subarray(1 + size)),
    });
    expect(decompress(name, Buffer.concat([Buffer.from([2 + (y!.at(-1)! & 1)]), x!]))?.y).toEqual(new Uint8Array(y!));
  });

  it('reads the example of VC-DI-EDDSA', () => {
    const reading = readMultikey('z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2');
    expect(reading.ok && reading.key.algorithm).toBe('Ed25519');
  });

  it('has no form for RSA', () => {
    expect(() => toMultikey(newKey('RS256').publicKey)).toThrow(TypeError);
  });
});

const JOSE = { Ed25519: 'EdDSA', ES256: 'ES256', ES384: 'ES384', RS256: 'RS256' };

describe('JWK', () => {
  it.each(['Ed25519', 'ES256', 'ES384', 'RS256'] as const)('reads an %s key, and keeps only its public members', (algorithm) => {
    const { publicKey } = newKey(algorithm);
    const reading = readJwk({ ...publicKey.jwk, kid: 'x', alg: JOSE[algorithm], use: 'sig', key_ops: ['verify'], iss: 'did:example:1' });
    expect(reading).toEqual({ ok: true, key: publicKey });
    expect(reading.ok && sameKey(reading.key, publicKey)).toBe(true);
  });

  it('takes both names of the Ed25519 algorithm', () => {
    for (const alg of ['EdDSA', 'Ed25519']) expect(readJwk({ ...newKey('Ed25519').publicKey.jwk, alg }).ok, alg).toBe(true);
  });

  it('distinguishes keys', () => {
    expect(sameKey(newKey('ES256').publicKey, newKey('ES256').publicKey)).toBe(false);
    expect(decodeBase64url(newKey('ES256').publicKey.jwk.x ?? '')).toHaveLength(32);
  });
});
