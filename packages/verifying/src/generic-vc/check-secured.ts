import type { DecodedJwt } from '@proofmark/proofs';
import { checkCredential, type JsonObject } from '@proofmark/schemas';
import type { Sources } from '../documents/sources.js';
import type { Secured } from '../facts/facts.js';
import { canonicaliser } from '../form/canonicaliser.js';
import { proofShape, shapeOf } from '../form/full-form.js';
import { checkOwnProofs } from '../gather/check-proof-set.js';
import type { CheckProofs } from '../gather/check-proofs.js';
import type { Ports } from '../ports.js';
import { keySafety } from '../shape/key-safety.js';
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
  checkProofs: CheckProofs,
): Promise<Secured> {
  const own = { kind: 'credential', schema: { violations: checkCredential(credential), notes: [] } } as const;
  if (jwt !== null) return { ...(await checkProofs(credential, jwt)), ...own };
  const safety = keySafety(credential);
  const nothing: Secured = { credential, jwt: null, gate: safety, keySafety: safety, proofs: [], ...own };
  if (safety.outcome !== 'passed') return nothing;
  const canonicalise = canonicaliser(ports.crypto, sources.budget, contexts);
  const { reading, outcome } = shapeOf(credential, false);
  const proofs = await checkOwnProofs(
    { document: credential, credential: reading, canonicalise, gate: safety, keySafety: safety, proofShape },
    ports,
    sources,
  );
  const statements = proofs.some(({ signs, signature }) => signs === 'statements' && signature.outcome === 'passed');
  if (!statements) return { ...nothing, credential: reading, proofs };
  const isUnread = outcome.outcome === 'unknown' && (outcome.code === 'ambiguous-id' || outcome.code === 'limit-exceeded');
  const gate = isUnread ? outcome : await ownTerms(credential, canonicalise);
  return { ...nothing, credential: reading, gate, proofs };
}
