import { isObject, listOf, member } from '@proofmark/primitives';
import type { DataIntegrityProof, KeyPurpose } from '@proofmark/proofs';
import type { Json, JsonObject } from '@proofmark/schemas';
import { instant, keyStanding } from '../authenticity/judge-proof.js';
import { toldRevocation } from '../authenticity/revocation-detail.js';
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
import type { PresentationProof, PresentationReport, PresentedCredential } from './presentation-report.js';
import { checkPresentationToken, holderOf, openPresentation } from './presentation-token.js';
import { type CredentialPolicy, judgeCredential } from './verify-credential.js';

/**
 * Checks a presentation with embedded proofs or in an envelope, and every credential in it as `verifyCredential` does (VC Data Model 2.0, 4.13; Data
 * Integrity 1.0, 4.5). The form of the presentation is the caller's question (`checkPresentation`). Null for what is no JSON object, is too
 * large, is an envelope with something else in it, or holds more credentials than anyone presents.
 */
export async function verifyPresentation(json: Json, ports: Ports, policy: CredentialPolicy): Promise<PresentationReport | null> {
  if (!isObject(json) || inspect(json) !== null) return null;
  const opened = openPresentation(json);
  if (opened === null || keySafety(opened.json).outcome !== 'passed') return null;
  const presented = listOf(member(opened.json, 'verifiableCredential'));
  if (presented.length > LIMITS.contained) return null;
  const documents = sources(ports);
  const [proofs, credentials] = await Promise.all([
    opened.jwt === null
      ? checkPresentationProofs(opened.json, ports, documents, policy)
      : Promise.all([checkPresentationToken(opened, opened.jwt, ports, documents, policy.at)]),
    Promise.all(presented.map((item) => judgePresented(item, ports, policy, documents))),
  ]);
  const checkedAt = new Date(policy.at).toISOString();
  return { holder: holderOf(opened), proofs, credentials, contacted: documents.contacted(), checkedAt };
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
    notBefore: null,
    expires,
    controller: key.found === 'document' ? key.documentId : null,
    signature,
    keyAuthorised: toldRevocation(keyStanding(fact, instant(created), now), key),
  };
}
