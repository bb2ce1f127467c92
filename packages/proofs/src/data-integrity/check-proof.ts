import { decodeBase58, type JsonObject, listOf, sameJson, without } from '@proofmark/primitives';
import type { PublicKey } from '../ports.js';
import { canonicalJson } from './canonical-json.js';
import { canonicalParts, encodable, failed, type Prepared, unsecured } from './canonical-parts.js';
import type { CanonicalHash } from './canonicalise.js';
import { hashData } from './hash-data.js';
import type { ProofOutcome, ProofQuestion } from './proof-question.js';
import type { DataIntegrityProof } from './read-proofs.js';
import { suiteOf } from './suites.js';

const SIGNATURE_BYTES = { Ed25519: 64, ES256: 64, ES384: 96, RS256: 0 } as const;

/**
 * Checks one embedded proof of a document against one key (Data Integrity 1.0 section 4.4, with the verification algorithms of
 * VC-DI-EDDSA 3.2.2 and 3.3.2 and VC-DI-ECDSA 3.2.2, 3.3.2 and 3.6.7). A suite or host that cannot do it answers `unsupported`, never
 * `invalid`; so does a proof that builds on others: `checkProofs` has their keys.
 */
export function checkProof(question: ProofQuestion): Promise<ProofOutcome> {
  const chained = suiteOf(question.proof) !== null && question.proof.source.previousProof !== undefined;
  return chained ? Promise.resolve({ outcome: 'unsupported', reason: 'previous-proof' }) : checkOn(question, []);
}

/** Checks a proof over the document with `previous`, the proofs it builds on. Whether those are valid is another question. */
export async function checkOn(question: ProofQuestion, previous: readonly JsonObject[]): Promise<ProofOutcome> {
  const { proof, key, crypto } = question;
  const suite = suiteOf(proof);
  if (suite === null) return { outcome: 'unsupported', reason: 'suite' };
  if (!suite.algorithms.includes(key.algorithm)) return { outcome: 'invalid', reason: 'key-type' };
  if (suite.selective) {
    // A page that is offline, or a saved copy of one, may lack this part.
    const derived = await import('./check-derived.js').catch(() => null);
    return derived === null ? { outcome: 'unsupported', reason: 'host' } : derived.checkDerived(question, previous);
  }
  const signature = readProofValue(proof, key);
  if (signature === null) return { outcome: 'invalid', reason: 'proof-value' };
  const hash: CanonicalHash = key.algorithm === 'ES384' ? 'SHA-384' : 'SHA-256';
  const parts = suite.form === 'jcs' ? prepareJcs(question, previous) : await canonicalParts(question, previous, hash);
  if (!parts.ok) return parts.outcome;
  const answer = await crypto.verify(key, await hashData(crypto, hash, parts), signature);
  if (answer === null) return { outcome: 'unsupported', reason: 'host' };
  return answer ? { outcome: 'valid' } : { outcome: 'invalid', reason: 'signature' };
}

/** Multibase base58btc and nothing else, and exactly one signature long. */
function readProofValue(proof: DataIntegrityProof, key: PublicKey): Uint8Array | null {
  const { proofValue } = proof.source;
  if (typeof proofValue !== 'string' || !proofValue.startsWith('z')) return null;
  const bytes = decodeBase58(proofValue.slice(1));
  return bytes?.length === SIGNATURE_BYTES[key.algorithm] ? bytes : null;
}

/**
 * VC-DI-EDDSA 3.3.2 and VC-DI-ECDSA 3.3.2: the document's context must begin with the proof's, which is the one that was signed. Contexts added behind it
 * are allowed there but not signed: the answer is neither `valid` nor `invalid`.
 */
function prepareJcs({ document, proof }: ProofQuestion, previous: readonly JsonObject[]): Prepared {
  const input = unsecured(document, previous);
  const own = proof.source['@context'];
  if (own !== undefined) {
    const [signed, present] = [listOf(own), listOf(input['@context'])];
    if (!signed.every((item, i) => sameJson(item, present[i]))) return failed({ outcome: 'invalid', reason: 'context' });
    if (present.length > signed.length) return failed({ outcome: 'unsupported', reason: 'proof-context' });
  }
  const signedDocument = own === undefined ? input : { ...input, '@context': own };
  return encodable(canonicalJson(without(proof.source, 'proofValue')), canonicalJson(signedDocument));
}
