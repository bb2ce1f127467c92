import { isObject, type Json, type JsonObject, listOf, textOrNull } from '@proofmark/primitives';

/** An embedded proof, its members read but not judged: purpose and dates are the verifier's affair. */
export interface DataIntegrityProof {
  /** `DataIntegrityProof`, or the name of an older suite such as `Ed25519Signature2020`. */
  readonly type: string;
  /** The cryptosuite as written; for a suite that is a type of its own, the type. */
  readonly suite: string;
  readonly verificationMethod: string;
  readonly proofPurpose: string;
  /** RFC 3339, as written. */
  readonly created: string | null;
  readonly expires: string | null;
  readonly domain: readonly string[];
  readonly challenge: string | null;
  /** The proof as it stands in the document. */
  readonly source: JsonObject;
}

export type ProofReading =
  | { readonly ok: true; readonly proof: DataIntegrityProof }
  /** `member` is missing or of the wrong kind. */
  | { readonly ok: false; readonly member: string; readonly suite: string };

const MAX_PROOFS = 20;

/**
 * The proofs of a document, in the order written: none, one or a set (Data Integrity 1.0 section 2.1).
 * Null when there are more than twenty, which no badge has.
 */
export function readProofs(document: JsonObject): readonly ProofReading[] | null {
  const proofs = listOf(document.proof);
  return proofs.length > MAX_PROOFS ? null : proofs.map(readProof);
}

/** Reads one proof. `type`, `verificationMethod` and `proofPurpose` must be texts, and `created` and `expires`, if there. */
export function readProof(json: Json): ProofReading {
  if (!isObject(json)) return { ok: false, member: 'proof', suite: '' };
  const type = single(json.type);
  const suite = textOrNull(json.cryptosuite) ?? type ?? '';
  const verificationMethod = textOrNull(json.verificationMethod);
  const proofPurpose = textOrNull(json.proofPurpose);
  if (type === null) return { ok: false, member: 'type', suite };
  if (type === 'DataIntegrityProof' && typeof json.cryptosuite !== 'string') return { ok: false, member: 'cryptosuite', suite };
  if (verificationMethod === null || verificationMethod === '') return { ok: false, member: 'verificationMethod', suite };
  if (proofPurpose === null) return { ok: false, member: 'proofPurpose', suite };
  for (const member of ['created', 'expires', 'challenge'] as const) {
    if (json[member] !== undefined && typeof json[member] !== 'string') return { ok: false, member, suite };
  }
  const proof: DataIntegrityProof = {
    type,
    suite: type === 'DataIntegrityProof' ? suite : type,
    verificationMethod,
    proofPurpose,
    created: textOrNull(json.created),
    expires: textOrNull(json.expires),
    domain: listOf(json.domain).filter((item): item is string => typeof item === 'string'),
    challenge: textOrNull(json.challenge),
    source: json,
  };
  return { ok: true, proof };
}

/** A type may stand alone in an array. */
function single(value: Json | undefined): string | null {
  const items = listOf(value);
  return items.length === 1 ? textOrNull(items[0]) : null;
}
