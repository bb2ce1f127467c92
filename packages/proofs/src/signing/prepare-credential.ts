import { hasLoneSurrogate, type JsonObject } from '@proofmark/primitives';
import type { Canonicalise } from '../data-integrity/canonicalise.js';
import { hashHex } from '../data-integrity/hash-data.js';
import { canonicaliseFully, makeCanonicalise } from '../data-integrity/make-canonicalise.js';
import type { CryptoPort } from '../ports.js';
import { type ClaimsReading, readClaims } from './jwt-claims.js';
import { type SafetyProblem, safetyProblems } from './safety-problems.js';

/**
 * A credential that was serialised and canonicalised once. Both signed forms are made of this text and this hash, so that what was checked is
 * what is signed. Plain data, which can be stored or posted to a worker. Made by `prepareCredential` and by nothing else.
 */
export interface PreparedCredential {
  /** The credential without a proof, as JSON. The signed forms repeat this text. */
  readonly json: string;
  /** SHA-256 of the canonical N-Quads (RDFC-1.0), in lower-case hex. */
  readonly canonicalHash: string;
  /** Its `@context`, as JSON: the proof's options are read under it. */
  readonly context: string;
  /** What its token repeats. */
  readonly claims: ClaimsReading;
}

export type CredentialPreparation =
  | { readonly ok: true; readonly prepared: PreparedCredential }
  /** What a signature would not cover; at least one problem. */
  | { readonly ok: false; readonly problems: readonly SafetyProblem[] };

/**
 * Checks a credential in JSON-LD safe mode and answers what signing it needs. The document is read at the moment of the call: a change made to
 * the object later has no effect. Throws `TypeError` when it has a proof already.
 *
 * @param crypto how this host hashes; with `hashText` it is a good deal faster
 */
export async function prepareCredential(
  credential: JsonObject,
  crypto: Pick<CryptoPort, 'digest' | 'hashText'>,
): Promise<CredentialPreparation> {
  if (credential.proof !== undefined) throw new TypeError('the credential has a proof already');
  const json = JSON.stringify(credential);
  const context = JSON.stringify(credential['@context'] ?? null);
  const claims = readClaims(credential);
  // The full processor answers later. It reads the text, since the object may have changed by then.
  const full: Canonicalise = (_, hash) => canonicaliseFully(JSON.parse(json) as JsonObject, hash);
  const result = await makeCanonicalise(crypto, full)(credential, 'SHA-256');
  if (!result.ok) return { ok: false, problems: await safetyProblems(JSON.parse(json) as JsonObject, result) };
  const { nquads } = result;
  // Nothing said is the same for every document, and a lone surrogate would be hashed as U+FFFD.
  if (nquads === '') return refused('data-loss');
  if (hasLoneSurrogate(nquads)) return refused('malformed-document');
  const canonicalHash = await hashHex(crypto, 'SHA-256', nquads);
  return { ok: true, prepared: { json, canonicalHash, context, claims } };
}

function refused(code: SafetyProblem['code']): CredentialPreparation {
  return { ok: false, problems: [{ code, term: null, pointer: null }] };
}
