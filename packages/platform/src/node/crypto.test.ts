import { createPublicKey, generateKeyPairSync, type KeyObject, verify } from 'node:crypto';
import { freshKey } from '@proofmark/testkit';
import { describe, expect, it } from 'vitest';
import { Lru } from '../shared/lru.js';
import { type NodeCrypto, nodeCrypto } from './crypto.js';
import { nodeSigner } from './signer.js';

const message = new TextEncoder().encode('what was signed');

describe('hashText', () => {
  it('gives the digest of the text in UTF-8, in hex, also for a lone surrogate', () => {
    const { digest, hashText } = nodeCrypto();
    for (const text of ['', 'a', 'Übung 🎓', '\ud83c']) {
      for (const algorithm of ['SHA-256', 'SHA-384'] as const) {
        expect(hashText(algorithm, text)).toBe(Buffer.from(digest(algorithm, new TextEncoder().encode(text))).toString('hex'));
      }
    }
  });
});

describe('nodeSigner', () => {
  it.each([
    ['Ed25519', generateKeyPairSync('ed25519').privateKey, 64],
    ['ES256', generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey, 64],
    ['ES384', generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey, 96],
    ['RS256', generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey, 256],
  ] as const)('signs %s in the form that nodeCrypto and Node itself check', (algorithm, privateKey, length) => {
    const signer = nodeSigner(privateKey);
    const signature = signer.sign(message);
    const publicKey = createPublicKey(privateKey);
    expect([signer.algorithm, signature.length]).toEqual([algorithm, length]);
    const jwk = publicKey.export({ format: 'jwk' }) as Record<string, string>;
    expect(nodeCrypto().verify({ algorithm, jwk }, message, signature)).toBe(true);
    const hash = algorithm === 'Ed25519' ? null : algorithm === 'ES384' ? 'sha384' : 'sha256';
    expect(verify(hash, message, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true);
  });

  it('gives the same Ed25519 signature for the same message', () => {
    const signer = nodeSigner(generateKeyPairSync('ed25519').privateKey);
    expect(signer.sign(message)).toEqual(signer.sign(message));
  });

  it.each<[string, KeyObject]>([
    ['a public key', generateKeyPairSync('ed25519').publicKey],
    ['X25519', generateKeyPairSync('x25519').privateKey],
    ['secp256k1', generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).privateKey],
    ['RSA of 1024 bits', generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey],
  ])('refuses %s', (_, key) => {
    expect(() => nodeSigner(key)).toThrow(TypeError);
  });
});

describe('nodeCrypto', () => {
  it('forgets the key that was used least recently, and still checks with it', () => {
    const crypto = nodeCrypto({ maxKeys: 2 });
    const keys = [freshKey('Ed25519'), freshKey('Ed25519'), freshKey('Ed25519')];
    for (let round = 0; round < 3; round++)
      for (const { signer, publicKey } of keys) expect(crypto.verify(publicKey, message, signer.sign(message) as Uint8Array)).toBe(true);
  });

  it('checks faster with a cached key than with one that it has to import', () => {
    const { signer, publicKey } = freshKey('ES256');
    const signature = signer.sign(message) as Uint8Array;
    const [keeps, imports] = [nodeCrypto({ maxKeys: 10 }), nodeCrypto({ maxKeys: 0 })];
    const time = (crypto: NodeCrypto): number => {
      const before = performance.now();
      for (let at = 0; at < 20; at++) crypto.verify(publicKey, message, signature);
      return performance.now() - before;
    };
    // Turns that are short enough that some of them are not interrupted.
    const turns = Array.from({ length: 30 }, () => [time(keeps), time(imports)] as const);
    const [kept, imported] = [0, 1].map((which) => Math.min(...turns.map((turn) => turn[which]!))) as [number, number];
    expect(kept).toBeLessThan(imported);
  });
});

describe('Lru', () => {
  it('keeps the most recently used entries, up to its capacity', () => {
    const lru = new Lru<number>(2);
    lru.set('a', 1);
    lru.set('b', 2);
    expect(lru.get('a')).toBe(1);
    lru.set('c', 3);
    expect([lru.get('a'), lru.get('b'), lru.get('c'), lru.size]).toEqual([1, undefined, 3, 2]);
    lru.set('c', 4);
    expect([lru.get('a'), lru.get('c'), lru.size]).toEqual([1, 4, 2]);
  });
});
