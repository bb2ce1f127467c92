import type { Algorithm, Signer } from '@proofmark/proofs';

const ALGORITHMS: Readonly<Record<string, Algorithm>> = { Ed25519: 'Ed25519', 'P-256': 'ES256', 'P-384': 'ES384' };

/**
 * A signer over a private key of this browser, which may be one that no script can read.
 *
 * @param privateKey an Ed25519, P-256 or P-384 private key that may sign
 * @throws TypeError for any other key
 */
export function webSigner(privateKey: CryptoKey): Signer {
  const { name, namedCurve } = privateKey.algorithm as EcKeyAlgorithm;
  const algorithm = ALGORITHMS[name === 'ECDSA' ? namedCurve : name];
  if (algorithm === undefined || privateKey.type !== 'private' || !privateKey.usages.includes('sign')) {
    throw new TypeError('webSigner takes an Ed25519, P-256 or P-384 private key that may sign');
  }
  const parameters = { name, ...(name === 'ECDSA' ? { hash: algorithm === 'ES384' ? 'SHA-384' : 'SHA-256' } : {}) };
  return {
    algorithm,
    // WebCrypto answers ECDSA signatures as r‖s, which is the form that JOSE asks for.
    sign: async (data) => new Uint8Array(await crypto.subtle.sign(parameters, privateKey, data as BufferSource)),
  };
}
