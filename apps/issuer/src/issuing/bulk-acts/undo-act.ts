import type { BulkActRecord } from '../../store/index.js';
import { type Request, tenantFor } from '../access/actor.js';
import { recordAct } from '../access/record-act.js';
import { done, notFound, type Result, refused } from '../result.js';
import type { StatusChanging } from '../status-lists/change-one.js';
import { settleAct } from './settle-act.js';

/** Puts the badges of an act in force again that were suspended by it, within ten minutes. Again changes nothing. */
export async function undoBulkAct(deps: StatusChanging, { actor, input: actId }: Request<string>): Promise<Result<BulkActRecord>> {
  const { store, clock } = deps;
  const issuerId = await tenantFor(actor, actId, store.bulkActs.tenantOf);
  if (issuerId === null) return notFound('act');
  const key = { issuerId, actId };
  const begun = await store.transaction(async (tx): Promise<Result<BulkActRecord>> => {
    const act = await tx.bulkActs.lock(key);
    if (act === null) return notFound('act');
    if (act.state === 'undoing' || act.state === 'undone') return done(act);
    if (act.state !== 'open' || act.dueAt <= clock.now()) return tooLate();
    await tx.bulkActs.update(key, { state: 'undoing' });
    await recordAct(deps, tx, actor, {
      action: 'bulk-act.undone',
      issuerId,
      objectId: actId,
      details: { kind: act.kind, count: act.badges },
    });
    return done({ ...act, state: 'undoing' });
  });
  if (!begun.ok || begun.value.state === 'undone') return begun;
  // What is not done now, a job goes on with.
  await settleAct(deps, actor, begun.value);
  return done((await store.bulkActs.find(key)) ?? begun.value);
}

function tooLate() {
  return refused(
    'conflict',
    'Ten minutes have passed: this cannot be undone any more. Badges that are suspended can be resumed one by one.',
  );
}
