import { checkJws, checkProof, type DataIntegrityProof, type DecodedJwt, type ProofOutcome, readProofs, suiteOf } from '@proofmark/proofs';
import type { JsonObject, Outcome } from '@proofmark/schemas';
import { idOf, member } from '../json.js';
import type { Ports } from '../ports.js';
import { proofGate, shapeGate } from '../shape/gate.js';
import { keySafety } from '../shape/key-safety.js';
import type { KeyFact, ProofFact, Secured } from './facts.js';
import { bindKey, type FoundKey, findIssuerKey, findKey } from './find-key.js';
import type { Sources } from './sources.js';

const NOT_REACHED: Outcome = { outcome: 'unknown', code: 'not-reached' };
const invalid = (reason: string): Outcome => ({ outcome: 'failed', code: 'signature-invalid', detail: { reason } });

/**
 * Gate, keys and signatures of one credential. The gate comes first; only key documents are fetched.
 * A signature is `unknown` when the key could not be had or the suite is not known here: unsupported is not forged.
 */
export async function checkProofs(credential: JsonObject, jwt: DecodedJwt | null, ports: Ports, sources: Sources): Promise<Secured> {
  const safety = keySafety(credential);
  if (jwt !== null) {
    const proof = await checkToken(credential, jwt, safety, ports, sources);
    return { credential, jwt: { header: jwt.header, claims: jwt.payload }, gate: safety, keySafety: safety, proofs: [proof] };
  }
  const gate = safety.outcome === 'passed' ? shapeGate(credential) : safety;
  const proofs: ProofFact[] = [];
  for (const reading of readProofs(credential) ?? []) {
    proofs.push(
      reading.ok ? await checkEmbedded(credential, reading.proof, { gate, safety }, ports, sources) : unread(reading.suite, reading.member),
    );
  }
  return { credential, jwt: null, gate, keySafety: safety, proofs };
}

const NO_KEY: KeyFact = { found: 'none', code: 'key-not-found', detail: {} };

/** A proof that lacks what every proof has; it may be of a kind that is not known here. */
function unread(suite: string, lacking: string): ProofFact {
  const signature: Outcome = { outcome: 'unknown', code: 'unsupported-suite', detail: { suite, lacking } };
  const none = { verificationMethod: null, purpose: null, created: null, expires: null };
  const key: KeyFact = { found: 'none', code: 'unsupported-suite', detail: { suite } };
  return { form: 'data-integrity', signs: 'statements', suite, ...none, key, signature };
}

async function checkEmbedded(
  document: JsonObject,
  proof: DataIntegrityProof,
  { gate, safety }: { readonly gate: Outcome; readonly safety: Outcome },
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
  if (shape.outcome !== 'passed') return { ...fact, key: NO_KEY, signature: NOT_REACHED };
  const own = signs === 'bytes' ? keySafety(proof.source) : proofGate(proof.source);
  if (own.outcome !== 'passed') return { ...fact, key: NO_KEY, signature: own };
  const found = await findKey(verificationMethod, sources);
  if (found.key === null) return { ...fact, key: found.fact, signature: NOT_REACHED };
  const outcome = await checkProof({ document, proof, key: found.key, crypto: ports.crypto, canonicalise });
  const signature = proofOutcome(outcome, proof.suite);
  const key = signature.outcome === 'passed' ? await bound(found, document, sources) : found.fact;
  return { ...fact, key, signature };
}

// The JSON-LD processor is large: it is loaded when the first proof needs it.
const canonicalise: Parameters<typeof checkProof>[0]['canonicalise'] = async (document, hash) => {
  const processor = await import('@proofmark/proofs/jsonld');
  return processor.canonicalise(document, hash);
};

function proofOutcome(outcome: ProofOutcome, suite: string): Outcome {
  switch (outcome.outcome) {
    case 'valid':
      return { outcome: 'passed' };
    case 'invalid':
      return invalid(outcome.reason);
    case 'unsupported':
      return outcome.reason === 'host'
        ? { outcome: 'unknown', code: 'unsupported-by-host', detail: { suite } }
        : { outcome: 'unknown', code: 'unsupported-suite', detail: { suite, reason: outcome.reason } };
    case 'unsupported-vocabulary':
      return { outcome: 'unknown', code: 'unsupported-vocabulary', detail: { term: outcome.url ?? '@context' } };
    case 'data-loss':
      return { outcome: 'unknown', code: 'unsupported-vocabulary', detail: { term: outcome.term ?? '' } };
    case 'limit-exceeded':
      return { outcome: 'failed', code: 'limit-exceeded' };
    case 'malformed-document':
      return invalid('malformed-document');
  }
}

/** OB 3.0, 8.2: the key is the `kid`'s, or the header's own; the latter must still be found at the issuer. */
async function checkToken(credential: JsonObject, jwt: DecodedJwt, safety: Outcome, ports: Ports, sources: Sources): Promise<ProofFact> {
  const { kid } = jwt;
  const none = { purpose: null, created: null, expires: null };
  const fact = { form: 'jwt', signs: 'bytes', suite: jwt.alg, verificationMethod: kid, ...none } as const;
  if (safety.outcome !== 'passed') return { ...fact, key: NO_KEY, signature: NOT_REACHED };
  if (/^(?:none|hs\d+)$/i.test(jwt.alg)) return { ...fact, key: NO_KEY, signature: invalid('unsigned') };
  const found = await tokenKey(credential, jwt, sources);
  if (found.key === null) return { ...fact, key: found.fact, signature: NOT_REACHED };
  const outcome = await checkJws({ jwt, key: found.key, crypto: ports.crypto });
  if (outcome.outcome === 'unsupported') {
    const code = outcome.reason === 'host' ? 'unsupported-by-host' : 'unsupported-suite';
    return { ...fact, key: found.fact, signature: { outcome: 'unknown', code, detail: { suite: jwt.alg, reason: outcome.reason } } };
  }
  if (outcome.outcome === 'invalid') return { ...fact, key: found.fact, signature: invalid(outcome.reason) };
  return { ...fact, key: await bound(found, credential, sources), signature: { outcome: 'passed' } };
}

function tokenKey(credential: JsonObject, { kid, headerKey }: DecodedJwt, sources: Sources): Promise<FoundKey> | FoundKey {
  const issuer = idOf(member(credential, 'issuer'));
  if (kid?.includes(':')) return findKey(kid, sources);
  if (headerKey?.ok) return { key: headerKey.key, fact: { found: 'unbound' } };
  if (kid && issuer !== null) return findIssuerKey(issuer, kid, sources);
  return { key: null, fact: NO_KEY };
}

/** A key that nothing ties to the issuer is looked for there, once its signature has proved good. */
async function bound(found: FoundKey, credential: JsonObject, sources: Sources): Promise<KeyFact> {
  const issuer = idOf(member(credential, 'issuer'));
  return found.fact.found === 'unbound' && found.key !== null && issuer !== null ? bindKey(found.key, issuer, sources) : found.fact;
}
