import type { RotateSigningKey } from '@proofmark/schemas/api';
import type { SigningKeyRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { lockIssuer } from '../access/load-issuer.js';
import { recordAct } from '../access/record-act.js';
import { makeSigningKey } from '../issuers/make-signing-key.js';
import type { IdSource, KeyStore, Repositories, Store } from '../ports.js';
import { done, type Refused, type Result, refused } from '../result.js';

/** Between two rotations of one algorithm, in milliseconds. */
const ROTATION_INTERVAL = 3_600_000;

/** By so much clocks that are right may differ, in milliseconds. What is dated later was written before the clock was set back. */
const CLOCKS_DIFFER = 60_000;

/** Keys of one issuer that signed something and so stay published: far below what verifiers read of one document. */
const MAX_PUBLISHED_KEYS = 500;

export interface KeyRotation extends IdSource {
  readonly store: Store;
  readonly keys: KeyStore;
}

/**
 * Makes a new key the active one of its algorithm. The old one is retired and its private half destroyed: what was signed with it is committed by
 * then, and what was not is signed with the new one. The public half stays published when it signed something. Refused (`too-many-requests`)
 * within an hour of the last rotation of this algorithm, unless the private half of the active key is lost or does not open.
 */
export async function rotateSigningKey(
  deps: KeyRotation,
  { actor, input }: Request<RotateSigningKey & { readonly issuerId: string }>,
): Promise<Result<SigningKeyRecord>> {
  const { issuerId, algorithm } = input;
  const rotated = await deps.store.transaction(async (tx) => {
    const locked = await lockIssuer(tx.issuers, actor, issuerId);
    if (!locked.ok) return locked;
    const issuer = locked.value;
    await tx.signingKeys.lockForChange(issuerId);
    const old = await tx.signingKeys.active(issuerId, algorithm);
    const refusal = await refusalOf(deps, tx, input, old);
    if (refusal !== null) return refusal;
    if (old !== null) await tx.signingKeys.retire(issuerId, old.id, await endOfService(deps, tx, issuerId));
    const key = await makeSigningKey(deps, tx, issuer, algorithm);
    const details = { algorithm, retired: old?.id ?? null };
    await recordAct(deps, tx, actor, { action: 'signing-key.rotated', issuerId, objectId: key.id, details });
    return done({ key, old });
  });
  if (!rotated.ok) return rotated;
  const { key, old } = rotated.value;
  await deps.keys.keep(key);
  if (old !== null) await deps.keys.destroy(old);
  return done(key);
}

async function refusalOf(
  { clock, keys }: KeyRotation,
  tx: Pick<Repositories, 'signingKeys'>,
  { issuerId, algorithm }: RotateSigningKey & { readonly issuerId: string },
  active: SigningKeyRecord | null,
): Promise<Refused | null> {
  if (active === null || typeof (await keys.signer(active, tx.signingKeys)) === 'string') return null;
  const last = await tx.signingKeys.lastRotation(issuerId, algorithm);
  // The key that came with the last rotation is as old as that. The one before may have ended later than now where the clock was set back since.
  const since = last === null ? Number.NEGATIVE_INFINITY : Math.min(last.getTime(), active.createdAt.getTime());
  const age = clock.now().getTime() - since;
  const wait = age < -CLOCKS_DIFFER ? 0 : ROTATION_INTERVAL - age;
  if (wait > 0) {
    const detail = `The ${algorithm} key of this issuer was rotated less than an hour ago. Wait as long as Retry-After says. A key that was stolen is revoked instead, at any time.`;
    return refused('too-many-requests', detail, undefined, Math.ceil(wait / 1000));
  }
  if ((await tx.signingKeys.countUsed(issuerId)) < MAX_PUBLISHED_KEYS) return null;
  const detail = `This issuer publishes ${MAX_PUBLISHED_KEYS} keys that signed something, and verifiers read no more. The active key stays, and need not be rotated; a key that was stolen is revoked: POST /v1/issuers/{issuerId}/keys/{keyId}/revoke.`;
  return refused('conflict', detail);
}

/** When a key's service ends: now, or later when another process with a clock that is ahead has dated something with it. */
async function endOfService({ clock }: IdSource, tx: Pick<Repositories, 'signingKeys'>, issuerId: string): Promise<Date> {
  const [now, newest] = [clock.now(), await tx.signingKeys.newestSignature(issuerId)];
  return newest !== null && newest > now ? newest : now;
}
