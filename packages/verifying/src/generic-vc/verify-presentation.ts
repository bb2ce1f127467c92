import { isObject, listOf, member } from '@proofmark/primitives';
import type { DataIntegrityProof, KeyPurpose } from '@proofmark/proofs';
import type { Json, JsonObject, Outcome, Report } from '@proofmark/schemas';
import { instant, keyStanding } from '../authenticity/judge-proof.js';
import { idOf } from '../credential/nodes.js';
import { type Sources, sources } from '../documents/sources.js';
import type { ProofFact } from '../facts/facts.js';
import { canonicaliser } from '../form/canonicaliser.js';
import { proofShape } from '../form/full-form.js';
import { checkProofSet } from '../gather/check-proof-set.js';
import { inspect } from '../input/parse-json.js';
import { LIMITS } from '../limits.js';
import type { Ports } from '../ports.js';
import { keySafety } from '../shape/key-safety.js';
import { type CredentialPolicy, judgeCredential } from './verify-credential.js';

/** One proof of a presentation. What it was made for is told as written: whether that is what was asked for, the caller knows. */
export interface PresentationProof {
  readonly suite: string;
  readonly verificationMethod: string | null;
  readonly purpose: string | null;
  readonly domain: readonly string[];
  readonly challenge: string | null;
  /** RFC 3339, as written. */
  readonly created: string | null;
  readonly expires: string | null;
  /** The DID or address whose document has the key; null when the key was not found. */
  readonly controller: string | null;
  readonly signature: Outcome;
  readonly keyAuthorised: Outcome;
}

/** One credential of a presentation. */
export interface PresentedCredential {
  /** False when it has no proof of its own: only the presentation's could stand for it, and only if the holder issued it. */
  readonly secured: boolean;
  readonly issuer: string | null;
  readonly report: Report;
}

/** What was found about a presentation. Nothing here says yes or no as a whole: that depends on what was asked for. */
export interface PresentationReport {
  readonly holder: string | null;
  readonly proofs: readonly PresentationProof[];
  readonly credentials: readonly PresentedCredential[];
  readonly contacted: readonly { readonly host: string; readonly for: string }[];
  /** RFC 3339, the time that the judging used as "now". */
  readonly checkedAt: string;
}

/**
 * Checks a presentation with embedded proofs, and every credential in it as `verifyCredential` does (VC Data Model 2.0, 4.13; Data
 * Integrity 1.0, 4.5). The form of the presentation is the caller's question (`checkPresentation`). Null for what is no JSON object, is too
 * large, or holds more credentials than anyone presents.
 */
export async function verifyPresentation(json: Json, ports: Ports, policy: CredentialPolicy): Promise<PresentationReport | null> {
  if (!isObject(json) || inspect(json) !== null || keySafety(json).outcome !== 'passed') return null;
  const presented = listOf(member(json, 'verifiableCredential'));
  if (presented.length > LIMITS.contained) return null;
  const documents = sources(ports.documents);
  const [proofs, credentials] = await Promise.all([
    checkPresentationProofs(json, ports, documents, policy),
    Promise.all(presented.map((item) => judgePresented(item, ports, policy, documents))),
  ]);
  const checkedAt = new Date(policy.at).toISOString();
  return { holder: idOf(member(json, 'holder')), proofs, credentials, contacted: documents.contacted(), checkedAt };
}

async function judgePresented(item: Json, ports: Ports, policy: CredentialPolicy, documents: Sources): Promise<PresentedCredential> {
  const enveloped = typeof item === 'string' || listOf(member(item, 'type')).includes('EnvelopedVerifiableCredential');
  const report = await judgeCredential(item, ports, policy, documents);
  return { secured: enveloped || member(item, 'proof') !== undefined, issuer: idOf(member(item, 'issuer')), report };
}

async function checkPresentationProofs(
  presentation: JsonObject,
  ports: Ports,
  documents: Sources,
  { contexts, at }: CredentialPolicy,
): Promise<readonly PresentationProof[]> {
  const canonicalise = canonicaliser(ports.crypto, documents.budget, contexts);
  const safety = keySafety(presentation);
  const read = new Map<JsonObject, DataIntegrityProof>();
  const purposeOf = (proof: DataIntegrityProof): KeyPurpose => {
    read.set(proof.source, proof);
    return proof.proofPurpose === 'assertionMethod' ? 'assertionMethod' : 'authentication';
  };
  const checked = await checkProofSet(
    { document: presentation, canonicalise, purposeOf, gate: safety, keySafety: safety, proofShape },
    ports,
    documents,
  );
  const written = listOf(member(presentation, 'proof'));
  return checked.map(({ fact }, index) => {
    const proof = read.get(written[index] as JsonObject);
    return outline(fact, proof, at);
  });
}

function outline(fact: ProofFact, proof: DataIntegrityProof | undefined, now: number): PresentationProof {
  const { suite, verificationMethod, purpose, created, expires, key, signature } = fact;
  return {
    suite,
    verificationMethod,
    purpose,
    domain: proof?.domain ?? [],
    challenge: proof?.challenge ?? null,
    created,
    expires,
    controller: key.found === 'document' ? key.documentId : null,
    signature,
    keyAuthorised: keyStanding(fact, instant(created), now),
  };
}
