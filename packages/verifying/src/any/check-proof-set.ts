import { type Canonicalise, checkProofs, type DataIntegrityProof, type KeyPurpose, type PublicKey, suiteOf } from '@proofmark/proofs';
import type { JsonObject } from '@proofmark/schemas';
import { unreadProof } from '../gather/check-embedded.js';
import type { ProofFact } from '../gather/facts.js';
import { type FoundKey, findKey } from '../gather/find-key.js';
import { NOT_REACHED, NOT_SOUGHT, proofOutcome } from '../gather/proof-outcome.js';
import type { Sources } from '../gather/sources.js';
import type { Ports } from '../ports.js';
import { proofGate } from '../shape/gate.js';
import { keySafety } from '../shape/key-safety.js';

/** One proof, and how its key was found. */
export interface CheckedFact {
  readonly fact: ProofFact;
  readonly found: FoundKey | null;
}

/**
 * Every proof of a document: alone, in a set, or in a chain (Data Integrity 1.0, 4.5). Only key documents are fetched.
 * `purposeOf` says for what the key has to be listed. Empty when there are more proofs than anyone needs.
 */
export async function checkProofSet(
  document: JsonObject,
  canonicalise: Canonicalise,
  purposeOf: (proof: DataIntegrityProof) => KeyPurpose,
  ports: Ports,
  sources: Sources,
): Promise<readonly CheckedFact[]> {
  const looked = new Map<DataIntegrityProof, CheckedFact>();
  const keyOf = async (proof: DataIntegrityProof): Promise<PublicKey | null> => {
    const checked = await lookAt(proof, purposeOf(proof), sources);
    looked.set(proof, checked);
    return checked.found?.key ?? null;
  };
  const answers = (await checkProofs({ document, keyOf, crypto: ports.crypto, canonicalise })) ?? [];
  return answers.map((answer): CheckedFact => {
    if (!answer.read) return { fact: unreadProof(answer.suite, answer.member), found: null };
    const { proof } = answer;
    const { fact, found } = looked.get(proof) ?? { fact: { ...outline(proof), key: NOT_SOUGHT, signature: NOT_REACHED }, found: null };
    return answer.answer.outcome === 'no-key'
      ? { fact, found }
      : { fact: { ...fact, signature: proofOutcome(answer.answer, proof.suite) }, found };
  });
}

function outline(proof: DataIntegrityProof): Omit<ProofFact, 'key' | 'signature'> {
  const { suite, verificationMethod, proofPurpose: purpose, created, expires } = proof;
  const signs = suiteOf(proof)?.form === 'jcs' ? 'bytes' : 'statements';
  return { form: 'data-integrity', signs, suite, verificationMethod, purpose, created, expires };
}

async function lookAt(proof: DataIntegrityProof, purpose: KeyPurpose, sources: Sources): Promise<CheckedFact> {
  const base = outline(proof);
  if (suiteOf(proof) === null) return { fact: unreadable(proof), found: null };
  const own = base.signs === 'bytes' ? keySafety(proof.source) : proofGate(proof.source);
  if (own.outcome !== 'passed') return { fact: { ...base, key: NOT_SOUGHT, signature: own }, found: null };
  const found = await findKey(proof.verificationMethod, sources, purpose);
  return { fact: { ...base, key: found.fact, signature: NOT_REACHED }, found };
}

function unreadable(proof: DataIntegrityProof): ProofFact {
  const detail = { suite: proof.suite };
  const signature = { outcome: 'unknown', code: 'unsupported-suite', detail } as const;
  return { ...outline(proof), key: { found: 'none', code: 'unsupported-suite', detail }, signature };
}
