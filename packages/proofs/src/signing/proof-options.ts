import type { JsonObject } from '@proofmark/primitives';
import { suiteOf } from '../data-integrity/suites.js';
import type { Signer } from '../ports.js';
import { SigningError } from './signing-error.js';

/** The suites whose proofs are made here. */
export type SigningSuite = 'eddsa-rdfc-2022' | 'eddsa-jcs-2022' | 'ecdsa-rdfc-2019' | 'ecdsa-jcs-2019';

export interface ProofMaking {
  readonly cryptosuite: SigningSuite;
  /** The absolute DID URL of the key. */
  readonly verificationMethod: string;
  /** RFC 3339 with whole seconds and `Z`. */
  readonly created: string;
  readonly signer: Signer;
}

/**
 * A Data Integrity proof before it has its value. Throws `SigningError` when the key does not fit the suite, and `TypeError` for another form of
 * `created`.
 */
export function proofOptions({ cryptosuite, verificationMethod, created, signer }: ProofMaking): JsonObject {
  const suite = suiteOf({ type: 'DataIntegrityProof', suite: cryptosuite });
  if (!suite?.algorithms.includes(signer.algorithm)) throw new SigningError('wrong-algorithm', `${cryptosuite} needs another key`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(created)) throw new TypeError('created must be a time in whole seconds, with Z');
  return { type: 'DataIntegrityProof', cryptosuite, created, verificationMethod, proofPurpose: 'assertionMethod' };
}
