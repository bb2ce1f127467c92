import { encodeBase58, isObject, type Json, type JsonObject, listOf } from '@proofmark/primitives';
import { canonicalJson } from '../data-integrity/canonical-json.js';
import { canonicalParts, encodable, unsecured } from '../data-integrity/canonical-parts.js';
import type { CanonicalHash, Canonicalise } from '../data-integrity/canonicalise.js';
import { hashData } from '../data-integrity/hash-data.js';
import { makeCanonicalise } from '../data-integrity/make-canonicalise.js';
import type { ProofOutcome } from '../data-integrity/proof-question.js';
import { readProof } from '../data-integrity/read-proofs.js';
import { type Suite, suiteOf } from '../data-integrity/suites.js';
import type { CryptoPort, Signer } from '../ports.js';
import { proofOptions, type SigningSuite } from './proof-options.js';
import { withDataIntegrity } from './with-data-integrity.js';

export interface SuiteSigning {
  /** A credential or a presentation; proofs that it has are kept. It is not changed. */
  readonly document: JsonObject;
  readonly cryptosuite: SigningSuite;
  /** The absolute DID URL of the key. */
  readonly verificationMethod: string;
  /** RFC 3339 with whole seconds and `Z`. */
  readonly created: string;
  readonly signer: Signer;
  readonly crypto: Pick<CryptoPort, 'digest' | 'hashText'>;
  /** Contexts that the caller answers for, beside the pinned ones. */
  readonly contexts?: ReadonlyMap<string, object> | undefined;
  /** Further members of the proof: `id`, `expires`, `domain`, `challenge`, `nonce`, another `proofPurpose`, `previousProof` (ids of proofs that are there). */
  readonly options?: JsonObject | undefined;
}

export type SuiteSigned =
  | { readonly ok: true; readonly document: JsonObject }
  /** What cannot be signed, or not without losing a statement. `reason` says how checking such a proof would end. */
  | { readonly ok: false; readonly reason: ProofOutcome };

/**
 * Adds a Data Integrity proof of any suite of whole documents (VC-DI-EDDSA 3.2.1 and 3.3.1, VC-DI-ECDSA 3.2.1 and 3.3.1), alone, to a set, or to a chain.
 * A document of VC 1.1 gets the context of Data Integrity if it lacks it. Throws `SigningError` when the key does not fit the suite.
 */
export async function signWithSuite(signing: SuiteSigning): Promise<SuiteSigned> {
  const { cryptosuite, signer, crypto, options = {} } = signing;
  const made = proofOptions(signing);
  const suite = suiteOf({ type: 'DataIntegrityProof', suite: cryptosuite }) as Suite;
  const document = withDataIntegrity(signing.document);
  const context = document['@context'];
  const proof: JsonObject = {
    ...(suite.form === 'jcs' && context !== undefined ? { '@context': context } : {}),
    ...made,
    ...options,
  };
  const previous = previousOf(document, options.previousProof);
  const hash: CanonicalHash = signer.algorithm === 'ES384' ? 'SHA-384' : 'SHA-256';
  const parts = await prepare(signing, suite, document, proof, previous, hash);
  if (!parts.ok) return { ok: false, reason: parts.outcome };
  const proofValue = `z${encodeBase58(await signer.sign(await hashData(crypto, hash, parts)))}`;
  const proofs: readonly Json[] = [...listOf(document.proof), { ...proof, proofValue }];
  return { ok: true, document: { ...document, proof: proofs.length === 1 ? (proofs[0] as Json) : proofs } };
}

function previousOf(document: JsonObject, ids: Json | undefined): readonly JsonObject[] {
  const named = listOf(ids);
  const previous = listOf(document.proof).filter((proof): proof is JsonObject => isObject(proof) && named.includes(proof.id as Json));
  if (previous.length !== named.length) throw new TypeError('previousProof must name proofs of the document, each once');
  return previous;
}

async function prepare(
  { contexts, crypto }: SuiteSigning,
  suite: Suite,
  document: JsonObject,
  proof: JsonObject,
  previous: readonly JsonObject[],
  hash: CanonicalHash,
): Promise<ReturnType<typeof encodable>> {
  if (suite.form === 'jcs') return encodable(canonicalJson(proof), canonicalJson(unsecured(document, previous)));
  const reading = readProof(proof);
  if (!reading.ok) throw new TypeError(`the proof has no usable ${reading.member}`);
  const canonicalise = makeCanonicalise(crypto, contexts === undefined ? undefined : fullWith(contexts));
  return canonicalParts({ document, proof: reading.proof, canonicalise }, previous, hash);
}

/** A context that is compiled is pinned, so the fast path never reads one of the caller's. */
function fullWith(contexts: ReadonlyMap<string, object>): Canonicalise {
  return async (document, hash) => (await import('../rdf/canonicalise.js')).canonicaliseWith(contexts)(document, hash);
}
