import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { type Algorithm, type PublicKey, type Signer, toMultikey } from '@proofmark/proofs';

/** A key pair of a test: a signer, and the public half as the verifier will see it. */
export interface TestKey {
  readonly signer: Signer;
  readonly publicKey: PublicKey;
}

// PKCS #8 of an Ed25519 key without its 32 bytes of seed (RFC 8410 7).
const ED25519_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The Ed25519 key of a name: always the same one, so that signed samples can be compared. Known to everyone: for tests only. */
export function namedEd25519Key(name: string): TestKey {
  const seed = createHash('sha256').update(name).digest();
  return testKey('Ed25519', createPrivateKey({ key: Buffer.concat([ED25519_PREFIX, seed]), format: 'der', type: 'pkcs8' }));
}

/** A fresh key pair. */
export function freshKey(algorithm: Algorithm): TestKey {
  if (algorithm === 'Ed25519') return testKey(algorithm, generateKeyPairSync('ed25519').privateKey);
  if (algorithm === 'RS256') return testKey(algorithm, generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey);
  return testKey(algorithm, generateKeyPairSync('ec', { namedCurve: algorithm === 'ES256' ? 'P-256' : 'P-384' }).privateKey);
}

/** The did:key of an Ed25519 or P-256 key, and the DID URL of its one verification method. */
export function didKeyOf({ publicKey }: TestKey): { readonly did: string; readonly verificationMethod: string } {
  const multikey = toMultikey(publicKey);
  return { did: `did:key:${multikey}`, verificationMethod: `did:key:${multikey}#${multikey}` };
}

function testKey(algorithm: Algorithm, privateKey: KeyObject): TestKey {
  const { d: _, p: _p, q: _q, dp: _dp, dq: _dq, qi: _qi, ...jwk } = privateKey.export({ format: 'jwk' }) as Record<string, string>;
  const hash = algorithm === 'Ed25519' ? null : algorithm === 'ES384' ? 'sha384' : 'sha256';
  const signer: Signer = { algorithm, sign: (data) => sign(hash, data, { key: privateKey, dsaEncoding: 'ieee-p1363' }) };
  return { signer, publicKey: { algorithm, jwk } };
}
