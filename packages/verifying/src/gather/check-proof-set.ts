import { member } from '@proofmark/primitives';
import { type Canonicalise, checkProofs, type DataIntegrityProof, type KeyPurpose, type PublicKey, suiteOf } from '@proofmark/proofs';
import type { JsonObject, Outcome } from '@proofmark/schemas';
import { idOf } from '../credential/nodes.js';
import type { Sources } from '../documents/sources.js';
import type { ProofFact } from '../facts/facts.js';
import type { DocumentForm } from '../form/document-form.js';
import type { Ports } from '../ports.js';
import type { FoundKey } from './controller-document.js';
import { bindFound, findKey } from './find-key.js';
import { NOT_REACHED, NOT_SOUGHT, proofOutcome } from './proof-outcome.js';

/** One proof, and how its key was found. */
export interface CheckedFact {
  readonly fact: ProofFact;
  readonly found: FoundKey | null;
}

/** What the proofs of one document share. */
export interface ProofSet {
  readonly document: JsonObject;
  readonly canonicalise: Canonicalise;
  /** For what the key of a proof has to be listed. */
  readonly purposeOf: (proof: DataIntegrityProof) => KeyPurpose;
  /** Whether the document's shape lets one look at proofs over its statements (`gate`) and over its bytes (`keySafety`). */
  readonly gate: Outcome;
  readonly keySafety: Outcome;
  /** The same for one of its proofs. */
  readonly proofShape: DocumentForm['proofShape'];
}

/**
 * Every proof of a document: alone, in a set, or in a chain (Data Integrity 1.0, 4.5). Only key documents are fetched, and only where the
 * shape allows a look at the signature. Empty when there are more proofs than anyone needs.
 */
export async function checkProofSet(set: ProofSet, ports: Ports, sources: Sources): Promise<readonly CheckedFact[]> {
  const looked = new Map<DataIntegrityProof, CheckedFact>();
  const keyOf = async (proof: DataIntegrityProof): Promise<PublicKey | null> => {
    const checked = await lookAt(proof, set, sources);
    looked.set(proof, checked);
    return checked.found?.key ?? null;
  };
  const { document, canonicalise } = set;
  const answers = (await checkProofs({ document, keyOf, crypto: ports.crypto, canonicalise })) ?? [];
  return answers.map((answer): CheckedFact => {
    if (!answer.read) return { fact: unreadProof(answer.suite, answer.member), found: null };
    const { proof } = answer;
    const { fact, found } = looked.get(proof) ?? { fact: { ...outline(proof), key: NOT_SOUGHT, signature: NOT_REACHED }, found: null };
    const key = found?.key ?? null;
    if (key !== null) ports.signatureChecked?.({ form: 'data-integrity', document, proof, key, ours: answer.answer.outcome });
    return answer.answer.outcome === 'no-key'
      ? { fact, found }
      : { fact: { ...fact, signature: proofOutcome(answer.answer, proof.suite) }, found };
  });
}

/** The same for a credential: a key that nothing ties to its issuer is looked for there, once its signature has proved good. */
export async function checkOwnProofs(
  set: Omit<ProofSet, 'purposeOf'> & Pick<DocumentForm, 'credential'>,
  ports: Ports,
  sources: Sources,
): Promise<readonly ProofFact[]> {
  const checked = await checkProofSet({ ...set, purposeOf: () => 'assertionMethod' }, ports, sources);
  const issuer = idOf(member(set.credential, 'issuer'));
  const proofs: ProofFact[] = [];
  for (const { fact, found } of checked) {
    const bind = fact.signature.outcome === 'passed' && found !== null;
    proofs.push(bind ? { ...fact, key: await bindFound(found, issuer, sources) } : fact);
  }
  return proofs;
}

function outline(proof: DataIntegrityProof): Omit<ProofFact, 'key' | 'signature'> {
  const { suite, verificationMethod, proofPurpose: purpose, created, expires } = proof;
  const signs = suiteOf(proof)?.form === 'jcs' ? 'bytes' : 'statements';
  return { form: 'data-integrity', signs, suite, verificationMethod, purpose, created, expires };
}

async function lookAt(
  proof: DataIntegrityProof,
  { gate, keySafety, purposeOf, proofShape }: ProofSet,
  sources: Sources,
): Promise<CheckedFact> {
  const base = outline(proof);
  if (suiteOf(proof) === null) return { fact: unsupported(proof), found: null };
  const shape = base.signs === 'bytes' ? keySafety : gate;
  if (shape.outcome !== 'passed') return { fact: { ...base, key: NOT_SOUGHT, signature: NOT_REACHED }, found: null };
  const own = proofShape(proof.source, base.signs);
  if (own.outcome !== 'passed') return { fact: { ...base, key: NOT_SOUGHT, signature: own }, found: null };
  const found = await findKey(proof.verificationMethod, sources, purposeOf(proof));
  return { fact: { ...base, key: found.fact, signature: NOT_REACHED }, found };
}

function unsupported(proof: DataIntegrityProof): ProofFact {
  const detail = { suite: proof.suite };
  const signature = { outcome: 'unknown', code: 'unsupported-suite', detail } as const;
  return { ...outline(proof), key: { found: 'none', code: 'unsupported-suite', detail }, signature };
}

/** A proof that lacks what every proof has; it may be of a kind that is not known here. */
function unreadProof(suite: string, lacking: string): ProofFact {
  const signature: Outcome = { outcome: 'unknown', code: 'unsupported-suite', detail: { suite, lacking } };
  const none = { verificationMethod: null, purpose: null, created: null, expires: null };
  return {
    form: 'data-integrity',
    signs: 'statements',
    suite,
    ...none,
    key: { found: 'none', code: 'unsupported-suite', detail: { suite } },
    signature,
  };
}
