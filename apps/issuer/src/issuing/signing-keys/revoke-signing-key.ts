import type { RevokeSigningKey } from '@proofmark/schemas/api';
import type { IssuerRecord, SigningKeyRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { loadIssuer, lockIssuer } from '../access/load-issuer.js';
import { recordAct } from '../access/record-act.js';
import { recordIssuedBy } from '../issuance-record/record-issued.js';
import type { ListedSigningKey } from '../issuers/list-signing-keys.js';
import { makeSigningKey } from '../issuers/make-signing-key.js';
import type { Repositories } from '../ports.js';
import { done, invalid, notFound, type Refused, type Result, refused } from '../result.js';
import { beginResigning } from './resign-badges.js';
import { type SigningAnew, signAnew } from './sign-anew.js';

const DAY = 86_400_000;

/** Keys of one issuer that can be revoked in a day: far more than are ever stolen, and few enough to keep the published documents short. */
const MAX_A_DAY = 20;

type Input = RevokeSigningKey & { readonly issuerId: string; readonly keyId: string };

/**
 * Revokes a signing key for good: the published documents say so from the next request on, and verifiers answer `unknown` for what it signed.
 * An active key gets a successor in the same transaction, and a job is ordered that completes the record of what the key signed and signs its
 * badges again. Then the issuer's status lists and domain linkages are signed anew, and the private half is destroyed. A key that is revoked already keeps its first time and reason; what was cut off by a crash is finished.
 */
export async function revokeSigningKey(deps: SigningAnew, { actor, input }: Request<Input>): Promise<Result<ListedSigningKey>> {
  const { issuerId, keyId, reason = null } = input;
  const permitted = await loadIssuer(deps.store.issuers, actor, issuerId);
  if (!permitted.ok) return permitted;
  // What was issued until now is in the record before the key falls. One that has not begun is left to its job: until it is complete, it refuses nothing.
  if ((await deps.store.signingKeys.recordKey(issuerId)) !== null) await recordIssuedBy(deps, issuerId);
  const revoked = await deps.store.transaction(async (tx) => {
    const locked = await lockIssuer(tx.issuers, actor, issuerId);
    if (!locked.ok) return locked;
    await tx.signingKeys.lockForChange(issuerId);
    const key = await tx.signingKeys.find(issuerId, keyId);
    if (key === null) return notFound('signing key');
    if (key.revokedAt !== null) return done({ key, successor: null });
    const now = deps.clock.now();
    const at = input.revokedAt === undefined ? now : new Date(input.revokedAt);
    if (at > now) return invalid('/revokedAt', 'out-of-range', 'is later than now; a key is revoked at once or since an earlier time');
    const refusal = await tooMany(tx, issuerId, now);
    if (refusal !== null) return refusal;
    await tx.signingKeys.revoke(issuerId, keyId, { at, reason, now });
    const successor = await succeed(deps, tx, locked.value, key);
    const details = { algorithm: key.algorithm, successor: successor?.id ?? null };
    await recordAct(deps, tx, actor, { action: 'signing-key.revoked', issuerId, objectId: keyId, details });
    await tx.jobs.add('tend-records', [{ payload: {} }]);
    return done({ key: { ...key, revokedAt: at, revocationReason: reason, retiredAt: key.retiredAt ?? now }, successor });
  });
  if (!revoked.ok) return revoked;
  const { key, successor } = revoked.value;
  if (successor !== null) await deps.keys.keep(successor);
  const badgesToSignAgain = key.purpose === 'record' ? null : await beginResigning(deps, issuerId, keyId);
  await signAnew(deps, issuerId);
  await deps.keys.destroy(key);
  return done({ ...key, badgesToSignAgain });
}

/** Makes a successor for an active key. */
async function succeed(deps: SigningAnew, tx: Repositories, issuer: IssuerRecord, old: SigningKeyRecord): Promise<SigningKeyRecord | null> {
  if (old.algorithm === 'RS256' || old.retiredAt !== null) return null;
  return makeSigningKey(deps, tx, issuer, old.algorithm);
}

async function tooMany(tx: Pick<Repositories, 'signingKeys'>, issuerId: string, now: Date): Promise<Refused | null> {
  const recent = await tx.signingKeys.revokedSince(issuerId, new Date(now.getTime() - DAY));
  const first = recent.at(-MAX_A_DAY);
  if (first === undefined) return null;
  const detail = `${MAX_A_DAY} keys of this issuer were revoked within a day, the most that can be. Wait as long as Retry-After says.`;
  return refused('too-many-requests', detail, undefined, Math.ceil((first.getTime() + DAY - now.getTime()) / 1000));
}
