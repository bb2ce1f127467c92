import type { Json, JsonObject } from '@proofmark/schemas';
import { concat, utf8 } from '../encoding/bytes.js';
import { itemsOf, without } from '../encoding/json.js';
import type { CryptoPort, PublicKey, Signer } from '../ports.js';
import { canonicalise, canonicaliseWith } from '../rdf/canonicalise.js';
import { SigningError } from '../signing/signing-error.js';
import { ephemeralBytesOf, writeBaseValue } from './proof-value.js';
import { type SdFault, statementsOf } from './statements.js';

export interface SdSigning {
  /** The credential; proofs that it has are kept. It is not changed. */
  readonly credential: JsonObject;
  /** The absolute DID URL of the issuer's P-256 key. */
  readonly verificationMethod: string;
  /** RFC 3339 with whole seconds and `Z`. */
  readonly created: string;
  readonly signer: Signer;
  /** JSON pointers (RFC 6901) to what a holder may not withhold, such as `/issuer` and `/validUntil`. */
  readonly mandatoryPointers: readonly string[];
  /** 32 random bytes, for this proof alone. */
  readonly hmacKey: Uint8Array;
  /** A new P-256 key, for this proof alone, to be forgotten afterwards. */
  readonly ephemeral: { readonly publicKey: PublicKey; readonly signer: Signer };
  readonly crypto: CryptoPort;
  /** Contexts that the caller answers for, beside the pinned ones. */
  readonly contexts?: ReadonlyMap<string, object> | undefined;
}

export type SdSigned = { readonly ok: true; readonly credential: JsonObject } | SdFault;

const VC2 = 'https://www.w3.org/ns/credentials/v2';
const DATA_INTEGRITY = ['https://w3id.org/security/data-integrity/v2', 'https://w3id.org/security/data-integrity/v1'];

/**
 * Adds an `ecdsa-sd-2023` base proof (VC-DI-ECDSA 3.6.1), which is for the holder: `deriveSd` makes proofs for verifiers from it.
 * A credential of VC 1.1 gets the context of Data Integrity if it lacks it. Throws `SigningError` when a key is none of P-256.
 */
export async function signSd(signing: SdSigning): Promise<SdSigned> {
  const { verificationMethod, created, signer, mandatoryPointers, hmacKey, ephemeral, crypto, contexts } = signing;
  if ([signer.algorithm, ephemeral.signer.algorithm, ephemeral.publicKey.algorithm].some((algorithm) => algorithm !== 'ES256')) {
    throw new SigningError('wrong-algorithm', 'ecdsa-sd-2023 needs P-256 keys');
  }
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(created)) throw new TypeError('created must be a time in whole seconds, with Z');
  if (hmacKey.length !== 32) throw new TypeError('the HMAC key must have 32 bytes');
  const credential = withContext(signing.credential);
  const document = without(credential, 'proof');
  const proof = {
    type: 'DataIntegrityProof',
    created,
    verificationMethod,
    cryptosuite: 'ecdsa-sd-2023',
    proofPurpose: 'assertionMethod',
  };
  const statements = await statementsOf({ document, hmacKey, crypto, contexts });
  if (!statements.ok) return statements;
  const disclosure = await statements.disclose(mandatoryPointers);
  if (!disclosure.ok) return disclosure;
  const canonicaliser = contexts === undefined ? canonicalise : canonicaliseWith(contexts);
  const options = await canonicaliser({ ...proof, '@context': document['@context'] as Json }, 'SHA-256');
  if (!options.ok) return { ok: false, code: 'unsafe-document', reason: options.code };

  const isMandatory = new Set(disclosure.positions);
  const mandatory = statements.all.filter((_, i) => isMandatory.has(i));
  const others = statements.all.filter((_, i) => !isMandatory.has(i));
  const signatures = await Promise.all(others.map((statement) => ephemeral.signer.sign(utf8(statement))));
  const ephemeralBytes = ephemeralBytesOf(ephemeral.publicKey);
  const optionsHash = await crypto.digest('SHA-256', utf8(options.nquads));
  const mandatoryHash = await crypto.digest('SHA-256', utf8(mandatory.join('')));
  const baseSignature = await signer.sign(concat(optionsHash, ephemeralBytes, mandatoryHash));
  const proofValue = writeBaseValue({ baseSignature, ephemeralBytes, hmacKey, signatures, mandatoryPointers });
  const before = itemsOf(credential.proof);
  const own = { ...proof, proofValue };
  return { ok: true, credential: { ...document, proof: before.length === 0 ? own : [...before, own] } };
}

function withContext(credential: JsonObject): JsonObject {
  const contexts = itemsOf(credential['@context']);
  const known = contexts.some((context) => context === VC2 || (typeof context === 'string' && DATA_INTEGRITY.includes(context)));
  return known ? credential : { ...credential, '@context': [...contexts, DATA_INTEGRITY[0] as string] };
}
