import type { SuspendIssuer } from '@proofmark/schemas/api';
import type { IssuerRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { lockIssuer } from '../access/load-issuer.js';
import { recordAct } from '../access/record-act.js';
import { appendEvent } from '../events/append-event.js';
import { orderRows } from '../issuance-jobs/order-rows.js';
import type { IdSource, Store } from '../ports.js';
import { done, type Result } from '../result.js';
import { versionAfter } from '../version-after.js';

export type IssuerSuspending = IdSource & { readonly store: Pick<Store, 'transaction'> };

/**
 * Suspends an issuer for the operator: it issues, endorses and runs nothing until that is lifted, and its pages and its DID document say so. What it
 * signed stays signed. Again changes nothing: the first time and reason stay.
 */
export async function suspendIssuer(
  deps: IssuerSuspending,
  { actor, input }: Request<SuspendIssuer & { readonly issuerId: string }>,
): Promise<Result<IssuerRecord>> {
  return deps.store.transaction(async (tx) => {
    const locked = await lockIssuer(tx.issuers, actor, input.issuerId);
    if (!locked.ok || locked.value.suspendedSince !== null) return locked;
    const now = deps.clock.now();
    // The new version ends what other processes have kept of the issuer: no badge that was begun before is stored.
    const updatedAt = versionAfter(locked.value.updatedAt, now);
    const issuer: IssuerRecord = { ...locked.value, suspendedSince: now, suspensionReason: input.reason, updatedAt };
    await tx.issuers.update(issuer);
    await recordAct(deps, tx, actor, { action: 'issuer.suspended', issuerId: issuer.id, objectId: issuer.id });
    await appendEvent(deps, tx, 'issuer.suspended', { issuerId: issuer.id, credentialId: null });
    return done(issuer);
  });
}

/** Lifts the suspension of an issuer. Jobs that stood still go on. */
export async function resumeIssuer(deps: IssuerSuspending, { actor, input: issuerId }: Request<string>): Promise<Result<IssuerRecord>> {
  return deps.store.transaction(async (tx) => {
    const locked = await lockIssuer(tx.issuers, actor, issuerId);
    if (!locked.ok || locked.value.suspendedSince === null) return locked;
    const updatedAt = versionAfter(locked.value.updatedAt, deps.clock.now());
    const issuer: IssuerRecord = { ...locked.value, suspendedSince: null, suspensionReason: null, updatedAt };
    await tx.issuers.update(issuer);
    await recordAct(deps, tx, actor, { action: 'issuer.resumed', issuerId: issuer.id, objectId: issuer.id });
    await appendEvent(deps, tx, 'issuer.resumed', { issuerId: issuer.id, credentialId: null });
    await orderRows(tx, issuer.id);
    return done(issuer);
  });
}
