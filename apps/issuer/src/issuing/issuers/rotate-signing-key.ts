import type { RotateSigningKey } from '@proofmark/schemas/api';
import { lacks, mayActFor, type Request } from '../access/actor.js';
import type { IssuingDeps } from '../ports.js';
import type { SigningKeyRecord } from '../records.js';
import { done, notFound, type Result } from '../result.js';
import { makeSigningKey } from './make-signing-key.js';

/**
 * Makes a new key the active one of its algorithm. The old one is retired: it signs nothing new, stays published, and still finishes
 * the badges whose first commit named it. Scope `keys:write`.
 */
export async function rotateSigningKey(
  deps: IssuingDeps,
  { actor, input }: Request<RotateSigningKey & { readonly issuerId: string }>,
): Promise<Result<SigningKeyRecord>> {
  const denied = lacks(actor, 'keys:write');
  if (denied) return denied;
  if (!mayActFor(actor, input.issuerId)) return notFound('issuer');
  return deps.store.transaction(async (tx) => {
    const issuer = await tx.issuers.lock(input.issuerId);
    if (issuer === null) return notFound('issuer');
    const old = await tx.signingKeys.active(issuer.id, input.algorithm);
    if (old !== null) await tx.signingKeys.retire(issuer.id, old.id, deps.clock.now());
    return done(await makeSigningKey(deps, tx, issuer, input.algorithm));
  });
}
