import { encodeBase58, hasLoneSurrogate } from '@proofmark/primitives';
import { bytesOfHashes, hashHex } from '../data-integrity/hash-data.js';
import type { CryptoPort, Signer } from '../ports.js';
import { optionQuads } from './option-quads.js';
import type { PreparedCredential } from './prepare-credential.js';
import { proofOptions } from './proof-options.js';
import { SigningError } from './signing-error.js';

export interface PreparedSigning {
  readonly prepared: PreparedCredential;
  /** The absolute DID URL of the Ed25519 key. */
  readonly verificationMethod: string;
  /** RFC 3339 with whole seconds and `Z`: kept beside the credential, so that signing again gives the same bytes. */
  readonly created: string;
  readonly signer: Signer;
  readonly crypto: Pick<CryptoPort, 'digest' | 'hashText'>;
}

/**
 * The credential with an `eddsa-rdfc-2022` proof (VC-DI-EDDSA 3.2.1), as JSON. The same input gives the same bytes.
 * Throws `SigningError` for a key of another algorithm, and when the credential's contexts do not define the proof's terms.
 */
export async function signPrepared({ prepared, verificationMethod, created, signer, crypto }: PreparedSigning): Promise<string> {
  const proof = proofOptions({ cryptosuite: 'eddsa-rdfc-2022', verificationMethod, created, signer });
  const options = await optionQuads(proof, prepared.context, crypto);
  if (!options.ok || options.nquads === '' || hasLoneSurrogate(options.nquads)) {
    throw new SigningError('unsafe-document', 'a part of the proof would not be signed');
  }
  const hash = await hashHex(crypto, 'SHA-256', options.nquads);
  const proofValue = `z${encodeBase58(await signer.sign(bytesOfHashes(hash + prepared.canonicalHash)))}`;
  return `${prepared.json.slice(0, -1)},"proof":${JSON.stringify({ ...proof, proofValue })}}`;
}
