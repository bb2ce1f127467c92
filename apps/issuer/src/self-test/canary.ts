import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { joseTokens, nodeCrypto, nodeSigner } from '@proofmark/platform/node';
import { type CanaryKeys, type CanaryResult, runCanary } from '@proofmark/proofs/second-opinion';

/** Signs a badge with keys of this moment, as badges are signed, and asks @digitalbazaar/vc and jose whether they take it. */
export function signAndAsk(): Promise<CanaryResult> {
  const embedded = generateKeyPairSync('ed25519');
  const token = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return runCanary({ embedded: canaryKey(embedded), token: canaryKey(token) }, { crypto: nodeCrypto(), tokens: joseTokens() });
}

function canaryKey({ privateKey, publicKey }: { readonly privateKey: KeyObject; readonly publicKey: KeyObject }): CanaryKeys['embedded'] {
  const signer = nodeSigner(privateKey);
  return { signer, publicKey: { algorithm: signer.algorithm, jwk: publicKey.export({ format: 'jwk' }) as Record<string, string> } };
}
