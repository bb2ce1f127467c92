import type { RotateSigningKey } from '@proofmark/schemas/api';
import type { SigningKeyRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { lockIssuer } from '../access/load-issuer.js';
import { recordAct } from '../access/record-act.js';
import type { IdSource, KeyStore, Store } from '../ports.js';
import { done, type Result } from '../result.js';
import { makeSigningKey } from './make-signing-key.js';

/**
 * Makes a new key the active one of its algorithm. The old one is retired: it signs nothing new, stays published, and still finishes
 * the badges whose first commit named it.
 */
export async function rotateSigningKey(
  deps: IdSource & { readonly store: Pick<Store, 'transaction'>; readonly keys: KeyStore },
  { actor, input }: Request<RotateSigningKey & { readonly issuerId: string }>,
): Promise<Result<SigningKeyRecord>> {
  return deps.store.transaction(async (tx) => {
    const locked = await lockIssuer(tx.issuers, actor, input.issuerId);
    if (!locked.ok) return locked;
    const issuer = locked.value;
    const old = await tx.signingKeys.active(issuer.id, input.algorithm);
    if (old !== null) await tx.signingKeys.retire(issuer.id, old.id, deps.clock.now());
    const key = await makeSigningKey(deps, tx, issuer, input.algorithm);
    const details = { algorithm: input.algorithm, retired: old?.id ?? null };
    await recordAct(deps, tx, actor, { action: 'signing-key.rotated', issuerId: issuer.id, objectId: key.id, details });
    return done(key);
  });
}
