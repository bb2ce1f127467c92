import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue } from '@digitalbazaar/vc';
import type { JsonObject } from '@proofmark/schemas';
import { staticLoader } from '../contexts/loader.js';
import type { Signer } from '../ports.js';
import { SigningError } from './signing-error.js';

export interface DataIntegritySigning {
  /** The whole unsigned credential. It is not changed. */
  readonly credential: JsonObject;
  /** The absolute DID URL of the Ed25519 key. */
  readonly verificationMethod: string;
  /** RFC 3339 with whole seconds and `Z`: kept beside the credential, so that signing again gives the same bytes. */
  readonly created: string;
  readonly signer: Signer;
}

/** The library's suite, but with a limit of work as generous as the one of checking; its own refuses some honest badges. */
const bounded = {
  ...cryptosuite,
  canonize: (input: object, options: object) => cryptosuite.canonize(input, { ...options, maxDeepIterations: 1_000 }),
};

/**
 * Adds an `eddsa-rdfc-2022` proof (VC-DI-EDDSA 3.2.1) and answers the signed credential; a proof that is there already is kept.
 * The same input gives the same bytes. Throws `SigningError` for a key of another algorithm, or when a statement would be lost.
 */
export async function signDataIntegrity({ credential, verificationMethod, created, signer }: DataIntegritySigning): Promise<JsonObject> {
  if (signer.algorithm !== 'Ed25519') throw new SigningError('wrong-algorithm', 'eddsa-rdfc-2022 needs an Ed25519 key');
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(created)) throw new TypeError('created must be a time in whole seconds, with Z');
  const loader = staticLoader();
  const suite = new DataIntegrityProof({
    signer: { id: verificationMethod, algorithm: 'Ed25519', sign: async ({ data }) => signer.sign(data) },
    date: created,
    cryptosuite: bounded,
  });
  try {
    // The library adds the proof to the object it is given.
    const signed = await issue({ credential: structuredClone(credential), suite, documentLoader: loader.load, now: created });
    return signed as JsonObject;
  } catch (error) {
    if (loader.refused() === null && !isLoss(error)) throw error;
    throw new SigningError('unsafe-document', 'a part of the credential would not be signed', { cause: error });
  }
}

function isLoss(error: unknown): boolean {
  return error instanceof Error && error.name.startsWith('jsonld.');
}
