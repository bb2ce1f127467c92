import { generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import type { SigningAlgorithm } from './key-store.js';

/** Makes a new key pair for the algorithm. */
export async function makeKey(algorithm: SigningAlgorithm): Promise<{ readonly privateKey: KeyObject; readonly publicKey: KeyObject }> {
  const generate = promisify(generateKeyPair);
  return algorithm === 'Ed25519' ? generate('ed25519') : generate('ec', { namedCurve: 'P-256' });
}
