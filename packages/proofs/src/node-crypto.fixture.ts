import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { compactVerify, errors, importJWK } from 'jose';
import type { Algorithm, CryptoPort, PublicKey, Signer, TokenPort } from './ports.js';

/** The real thing, over Node's own cryptography, for the tests of this package. */
export const nodeCrypto: CryptoPort = {
  digest: (algorithm, data) => new Uint8Array(createHash(algorithm.replace('-', '').toLowerCase()).update(data).digest()),
  hashText: (algorithm, text) => createHash(algorithm.replace('-', '').toLowerCase()).update(text).digest('hex'),
  verify: (key, data, signature) => {
    try {
      const object = createPublicKey({ key: { ...key.jwk }, format: 'jwk' });
      return verify(hashOf(key.algorithm), data, { key: object, dsaEncoding: 'ieee-p1363' }, signature);
    } catch {
      return false;
    }
  },
};

/** Tokens by jose, as the hosts check them. */
export const joseTokens: Pick<TokenPort, 'verifyCompact'> = {
  verifyCompact: async (token, alg, key) => {
    try {
      await compactVerify(token, await importJWK({ ...key.jwk }, alg), { algorithms: [alg] });
      return true;
    } catch (error) {
      if (error instanceof errors.JWSSignatureVerificationFailed) return false;
      throw error;
    }
  },
};

export interface TestKey {
  readonly signer: Signer;
  readonly publicKey: PublicKey;
  readonly privateKey: KeyObject;
}

/** A fresh key. */
export function newKey(algorithm: Algorithm): TestKey {
  return testKey(algorithm, generate(algorithm));
}

/** An Ed25519 key from 32 bytes of the same value: the same key in every run. */
export function ed25519Key(byte: number): TestKey {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, byte)]);
  return testKey('Ed25519', createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
}

function testKey(algorithm: Algorithm, privateKey: KeyObject): TestKey {
  const jwk = createPublicKey(privateKey).export({ format: 'jwk' }) as Record<string, string>;
  return {
    privateKey,
    publicKey: { algorithm, jwk },
    signer: {
      algorithm,
      sign: (data) => new Uint8Array(sign(hashOf(algorithm), data, { key: privateKey, dsaEncoding: 'ieee-p1363' })),
    },
  };
}

function generate(algorithm: Algorithm): KeyObject {
  switch (algorithm) {
    case 'Ed25519':
      return generateKeyPairSync('ed25519').privateKey;
    case 'ES256':
      return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    case 'ES384':
      return generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey;
    case 'RS256':
      return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  }
}

function hashOf(algorithm: Algorithm): string | null {
  if (algorithm === 'Ed25519') return null;
  return algorithm === 'ES384' ? 'sha384' : 'sha256';
}
