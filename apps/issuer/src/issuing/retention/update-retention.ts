import type { Retention, UpdateRetention } from '@proofmark/schemas/api';
import type { Request } from '../access/actor.js';
import { lockIssuer } from '../access/load-issuer.js';
import { membersOf, recordAct } from '../access/record-act.js';
import type { IdSource, Store } from '../ports.js';
import { done, invalid, type Result } from '../result.js';
import { retentionOf } from './retention.js';

/** Changes how long things of an issuer are kept. That people are erased after a time has to be confirmed. */
export async function updateRetention(
  deps: IdSource & { readonly store: Pick<Store, 'transaction'> },
  { actor, input: { issuerId, changes } }: Request<{ readonly issuerId: string; readonly changes: UpdateRetention }>,
): Promise<Result<Retention>> {
  const { confirm, ...given } = changes;
  if (typeof given.recipientDays === 'number' && confirm !== 'erase')
    return invalid('/confirm', 'required', 'has to be `erase` with `recipientDays`: people and their badges are erased then, for good');
  return deps.store.transaction(async (tx) => {
    const issuer = await lockIssuer(tx.issuers, actor, issuerId);
    if (!issuer.ok) return issuer;
    const before = await tx.retention.find(issuerId);
    const kept = <K extends keyof typeof given>(name: K) => (given[name] === undefined ? (before?.[name] ?? null) : given[name]);
    const wanted = { jobDays: kept('jobDays'), refusedRowDays: kept('refusedRowDays'), recipientDays: kept('recipientDays') };
    await tx.retention.save(issuerId, wanted);
    const now = retentionOf(wanted);
    const details = { ...now, changed: membersOf(given) };
    await recordAct(deps, tx, actor, { action: 'issuer.retention-changed', issuerId, objectId: issuerId, details });
    return done(now);
  });
}
