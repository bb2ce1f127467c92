import type { Request } from '../access/actor.js';
import { recordAct } from '../access/record-act.js';
import type { IdSource, Store } from '../ports.js';
import { done, notFound, type Result } from '../result.js';
import { keyOf, loadFramework } from './load-framework.js';

/** Deletes a framework with its skills. Achievements keep the alignments that were made from it. */
export async function deleteFramework(
  deps: IdSource & { readonly store: Pick<Store, 'skills' | 'transaction'> },
  { actor, input }: Request<string>,
): Promise<Result<null>> {
  const found = await loadFramework(deps.store.skills, actor, input);
  if (!found.ok) return found;
  const key = keyOf(found.value);
  return deps.store.transaction(async (tx) => {
    if ((await tx.skills.lock(key)) === null) return notFound('skill framework');
    await tx.skills.remove(key);
    await recordAct(deps, tx, actor, { action: 'skill-framework.deleted', issuerId: key.issuerId, objectId: key.frameworkId });
    return done(null);
  });
}
