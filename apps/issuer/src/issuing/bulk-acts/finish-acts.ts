import type { BulkActKey, BulkActRecord } from '../../store/index.js';
import { laterActor } from '../access/later-actor.js';
import type { StatusChanging } from '../status-lists/change-one.js';
import { settleAct } from './settle-act.js';

/** How long an act is shown after its end, in milliseconds. */
const KEPT = 30 * 86_400_000;

/**
 * Finishes the acts that nobody undid in time, goes on with those of which a process died, and forgets old ones. As a job it may run twice, and several
 * processes may run it at once.
 */
export async function finishBulkActs(deps: StatusChanging, signal?: AbortSignal): Promise<void> {
  const { store, clock } = deps;
  for (const key of await store.bulkActs.due(clock.now())) {
    if (signal?.aborted) return;
    const act = await beginFinishing(deps, key);
    if (act === null) continue;
    await settleAct(deps, await laterActor(store, act.apiKeyId, act.issuerId), act, signal);
  }
  for (const key of await store.bulkActs.endedBefore(new Date(clock.now().getTime() - KEPT))) await store.bulkActs.remove(key);
}

/** From here on the act cannot be undone. Null when it has ended, or can still be undone. A suspension stays as it is: it ends at once. */
function beginFinishing({ store, clock }: StatusChanging, key: BulkActKey): Promise<BulkActRecord | null> {
  return store.transaction(async (tx) => {
    const act = await tx.bulkActs.lock(key);
    if (act === null || act.endedAt !== null) return null;
    if (act.state !== 'open') return act;
    const now = clock.now();
    if (act.dueAt > now) return null;
    if (act.kind === 'suspend') {
      await tx.bulkActs.update(key, { state: 'final', endedAt: now });
      return null;
    }
    await tx.bulkActs.update(key, { state: 'finishing' });
    return { ...act, state: 'finishing' };
  });
}
