import type { DecodedJwt } from '@proofmark/proofs';
import type { JsonObject } from '@proofmark/schemas';
import type { Sources } from '../documents/sources.js';
import type { Secured } from '../facts/facts.js';
import type { Ports } from '../ports.js';
import { shapeGate } from '../shape/gate.js';
import { keySafety } from '../shape/key-safety.js';
import { canonicaliser } from './canonicaliser.js';
import { checkOwnProofs } from './check-proof-set.js';
import { checkToken } from './check-token.js';

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
  const canonicalise = canonicaliser(ports.crypto);
  const proofs = await checkOwnProofs({ document: credential, canonicalise, gate, safety }, ports, sources);
  return { credential, jwt: null, gate, keySafety: safety, proofs };
}
