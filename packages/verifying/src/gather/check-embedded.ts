import { type CryptoPort, checkProof, type DataIntegrityProof, makeCanonicalise, suiteOf } from '@proofmark/proofs';
import type { JsonObject, Outcome } from '@proofmark/schemas';
import { idOf, member } from '../json.js';
import { lazily } from '../lazy.js';
import type { Ports } from '../ports.js';
import { proofGate } from '../shape/gate.js';
import { keySafety } from '../shape/key-safety.js';
import type { KeyFact, ProofFact } from './facts.js';
import { bindFound, findKey } from './find-key.js';
import { NOT_REACHED, NOT_SOUGHT, proofOutcome } from './proof-outcome.js';
import type { Sources } from './sources.js';

type Canonicalise = Parameters<typeof checkProof>[0]['canonicalise'];

/** What the proofs of one document share. */
export interface EmbeddedContext {
  readonly document: JsonObject;
  readonly gate: Outcome;
  readonly safety: Outcome;
  readonly canonicalise: Canonicalise;
}

/** Checks one embedded proof. Its key document is the only thing that is fetched, and only when its shape allows a look at its signature. */
export async function checkEmbedded(
  proof: DataIntegrityProof,
  { document, gate, safety, canonicalise }: EmbeddedContext,
  ports: Ports,
  sources: Sources,
): Promise<ProofFact> {
  const suite = suiteOf(proof);
  const { verificationMethod, proofPurpose: purpose, created, expires } = proof;
  const signs = suite?.form === 'jcs' ? 'bytes' : 'statements';
  const fact = { form: 'data-integrity', signs, suite: proof.suite, verificationMethod, purpose, created, expires } as const;
  if (suite === null) {
    const detail = { suite: proof.suite };
    return {
      ...fact,
      key: { found: 'none', code: 'unsupported-suite', detail },
      signature: { outcome: 'unknown', code: 'unsupported-suite', detail },
    };
  }
  const shape = signs === 'bytes' ? safety : gate;
  if (shape.outcome !== 'passed') return { ...fact, key: NOT_SOUGHT, signature: NOT_REACHED };
  const own = signs === 'bytes' ? keySafety(proof.source) : proofGate(proof.source);
  if (own.outcome !== 'passed') return { ...fact, key: NOT_SOUGHT, signature: own };
  const found = await findKey(verificationMethod, sources);
  if (found.key === null) return { ...fact, key: found.fact, signature: NOT_REACHED };
  const outcome = await checkProof({ document, proof, key: found.key, crypto: ports.crypto, canonicalise });
  const signature = proofOutcome(outcome, proof.suite);
  const key = signature.outcome === 'passed' ? await bindFound(found, idOf(member(document, 'issuer')), sources) : found.fact;
  return { ...fact, key, signature };
}

/** A proof that lacks what every proof has; it may be of a kind that is not known here. */
export function unreadProof(suite: string, lacking: string): ProofFact {
  const signature: Outcome = { outcome: 'unknown', code: 'unsupported-suite', detail: { suite, lacking } };
  const none = { verificationMethod: null, purpose: null, created: null, expires: null };
  const key: KeyFact = { found: 'none', code: 'unsupported-suite', detail: { suite } };
  return { form: 'data-integrity', signs: 'statements', suite, ...none, key, signature };
}

/**
 * Canonicalises at once what compiled contexts cover. For the rest the JSON-LD processor, which is large, is loaded when the first document
 * needs it; then several proofs of one document cost one canonicalisation.
 */
export function canonicaliser(crypto: CryptoPort): Canonicalise {
  const known = new Map<string, ReturnType<Canonicalise>>();
  return makeCanonicalise(crypto, async (document, hash) => {
    const key = `${hash} ${JSON.stringify(document)}`;
    const processor = await lazily(() => import('@proofmark/proofs/jsonld'));
    if (processor === null) return { ok: false, code: 'unsupported-by-host' };
    const answer = known.get(key) ?? processor.canonicalise(document, hash);
    known.set(key, answer);
    return answer;
  });
}
