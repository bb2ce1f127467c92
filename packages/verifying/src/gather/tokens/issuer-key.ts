import { type KeyPurpose, methodOfKid } from '@proofmark/proofs';
import type { Sources } from '../../documents/sources.js';
import { lazily } from '../../lazy.js';
import { type FoundKey, missing, pick, resolve } from '../controller-document.js';

/**
 * The key that a bare `kid` names at the issuer (VC-JOSE-COSE, 4.1.1; implementation guide of OB 3.0, key provenance): by the fragment of a
 * method's id, by what the method's JWK calls itself, or in the key set of the issuer's host.
 */
export async function findIssuerKey(issuer: string, kid: string, sources: Sources, purpose: KeyPurpose): Promise<FoundKey> {
  const resolved = await resolve(issuer, sources);
  const found =
    resolved.document === null
      ? resolved.missing
      : pick(resolved.document, kid.startsWith('#') ? kid : `#${kid}`, resolved.selfContained, purpose);
  if (resolved.document !== null) {
    if (found.fact.found !== 'not-listed') return found;
    const methodId = methodOfKid(resolved.document, kid);
    if (methodId !== null) return pick(resolved.document, methodId, resolved.selfContained, purpose);
  }
  const reader = await lazily(() => import('../key-document.js'));
  const listed = await reader?.findInKeySet(issuer, kid, sources);
  // A URN and the like is no name of a method: that no document has it says nothing.
  return listed ?? (kid.includes(':') ? missing('key-not-found', {}) : found);
}
