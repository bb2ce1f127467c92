import { type KeyObject, sign } from 'node:crypto';
import type { Algorithm, Signer } from '@proofmark/proofs';

const CURVES: Readonly<Record<string, Algorithm>> = { prime256v1: 'ES256', secp384r1: 'ES384' };

/** A signer that answers at once. */
export interface NodeSigner extends Signer {
  sign(data: Uint8Array): Uint8Array;
}

/**
 * A signer over a private key that this process holds. The key object is kept: to import one costs more than to sign with it.
 *
 * @param privateKey an Ed25519, P-256, P-384 or RSA (2048 bits and more) private key
 * @throws TypeError for any other key
 */
export function nodeSigner(privateKey: KeyObject): NodeSigner {
  const algorithm = algorithmOf(privateKey);
  const hash = algorithm === 'Ed25519' ? null : algorithm === 'ES384' ? 'sha384' : 'sha256';
  const key = { key: privateKey, dsaEncoding: 'ieee-p1363' } as const;
  return {
    algorithm,
    sign(data) {
      const bytes = sign(hash, data, key);
      return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    },
  };
}

function algorithmOf(key: KeyObject): Algorithm {
  const details = key.asymmetricKeyDetails ?? {};
  if (key.type === 'private') {
    if (key.asymmetricKeyType === 'ed25519') return 'Ed25519';
    if (key.asymmetricKeyType === 'rsa' && (details.modulusLength ?? 0) >= 2048) return 'RS256';
    const curve = key.asymmetricKeyType === 'ec' ? CURVES[details.namedCurve ?? ''] : undefined;
    if (curve !== undefined) return curve;
  }
  throw new TypeError('nodeSigner takes an Ed25519, P-256, P-384 or RSA (2048 bits or more) private key');
}
