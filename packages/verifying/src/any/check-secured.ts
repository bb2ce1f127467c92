import type { DecodedJwt } from '@proofmark/proofs';
import type { JsonObject } from '@proofmark/schemas';
import { issuerOf } from '../checks/authenticity.js';
import { checkProofs } from '../gather/check-proofs.js';
import type { ProofFact, Secured } from '../gather/facts.js';
import { bindFound } from '../gather/find-key.js';
import type { Sources } from '../gather/sources.js';
import type { Ports } from '../ports.js';
import { keySafety } from '../shape/key-safety.js';
import { canonicaliser } from './canonicaliser.js';
import { checkProofSet } from './check-proof-set.js';
import { ownTerms } from './own-terms.js';

/**
 * Keys, signatures and shape of a credential that is no badge, with `contexts` that the reader answers for. Sets and chains of proofs are
 * looked at as a whole; what the statements have to be compared with is known only once they are there, so the gate comes last.
 */
export async function checkSecured(
  credential: JsonObject,
  jwt: DecodedJwt | null,
  contexts: ReadonlyMap<string, object>,
  ports: Ports,
  sources: Sources,
): Promise<Secured> {
  if (jwt !== null) return { ...(await checkProofs(credential, jwt, ports, sources)), kind: 'credential' };
  const safety = keySafety(credential);
  const nothing: Secured = { credential, jwt: null, gate: safety, keySafety: safety, proofs: [], kind: 'credential' };
  if (safety.outcome !== 'passed') return nothing;
  const canonicalise = canonicaliser(contexts);
  const checked = await checkProofSet(credential, canonicalise, () => 'assertionMethod', ports, sources);
  const proofs: ProofFact[] = [];
  for (const { fact, found } of checked) {
    const bind = fact.signature.outcome === 'passed' && found !== null;
    proofs.push(bind ? { ...fact, key: await bindFound(found, issuerOf(credential), sources) } : fact);
  }
  const statements = proofs.some(({ signs, signature }) => signs === 'statements' && signature.outcome === 'passed');
  return { ...nothing, gate: statements ? await ownTerms(credential, canonicalise) : safety, proofs };
}
