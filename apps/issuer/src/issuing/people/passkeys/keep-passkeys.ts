import type { PasskeyRecord } from '../../../store/index.js';
import type { Request } from '../../access/actor.js';
import { recordAct } from '../../access/record-act.js';
import type { IdSource, Store } from '../../ports.js';
import { done, notFound, type Result } from '../../result.js';
import { refuseBound } from '../session.js';

export interface PasskeyKeeping extends IdSource {
  readonly store: Pick<Store, 'passkeys' | 'transaction'>;
}

/** The passkeys of the person who asks, the first first. */
export async function listPasskeys({ store }: PasskeyKeeping, { actor }: Request<null>): Promise<Result<readonly PasskeyRecord[]>> {
  return refuseBound(actor) ?? done(await store.passkeys.list(actor.keyId));
}

export async function renamePasskey(
  deps: PasskeyKeeping,
  { actor, input: { id, name } }: Request<{ readonly id: string; readonly name: string }>,
): Promise<Result<PasskeyRecord>> {
  const bound = refuseBound(actor);
  if (bound !== null) return bound;
  return deps.store.transaction(async (tx): Promise<Result<PasskeyRecord>> => {
    const renamed = await tx.passkeys.rename(actor.keyId, id, name);
    if (renamed === null) return notFound('passkey');
    await recordAct(deps, tx, actor, { action: 'passkey.renamed', issuerId: null, objectId: id });
    return done(renamed);
  });
}

/** It signs nobody in any more, at once. Sessions that it began go on. */
export async function deletePasskey(deps: PasskeyKeeping, { actor, input: id }: Request<string>): Promise<Result<null>> {
  const bound = refuseBound(actor);
  if (bound !== null) return bound;
  return deps.store.transaction(async (tx): Promise<Result<null>> => {
    if (!(await tx.passkeys.delete(actor.keyId, id))) return notFound('passkey');
    await recordAct(deps, tx, actor, { action: 'passkey.deleted', issuerId: null, objectId: id });
    return done(null);
  });
}
