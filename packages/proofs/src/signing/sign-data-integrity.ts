import { type JsonObject, sha256 } from '@proofmark/primitives';
import type { CryptoPort, Signer } from '../ports.js';
import { signWithSuite } from './sign-with-suite.js';
import { SigningError } from './signing-error.js';

export interface DataIntegritySigning {
  /** The whole unsigned credential. It is not changed. */
  readonly credential: JsonObject;
  /** The absolute DID URL of the Ed25519 key. */
  readonly verificationMethod: string;
  /** RFC 3339 with whole seconds and `Z`: kept beside the credential, so that signing again gives the same bytes. */
  readonly created: string;
  readonly signer: Signer;
  /** How this host hashes. Without it SHA-256 of primitives is used, which is a good deal slower. */
  readonly crypto?: Pick<CryptoPort, 'digest' | 'hashText'>;
}

const OWN: Pick<CryptoPort, 'digest' | 'hashText'> = { digest: (_, data) => sha256(data) };

/**
 * Adds an `eddsa-rdfc-2022` proof (VC-DI-EDDSA 3.2.1) and answers the signed credential; a proof that is there already is kept.
 * The same input gives the same bytes. Throws `SigningError` for a key of another algorithm, or when a statement would be lost.
 */
export async function signDataIntegrity({ credential, crypto = OWN, ...signing }: DataIntegritySigning): Promise<JsonObject> {
  const signed = await signWithSuite({ ...signing, document: credential, cryptosuite: 'eddsa-rdfc-2022', crypto });
  if (!signed.ok) throw new SigningError('unsafe-document', 'a part of the credential would not be signed');
  return signed.document;
}
