import type { BulkActRecord, RowResult } from '../../store/index.js';
import type { Actor } from '../access/actor.js';
import { changeMany } from '../credentials/change-many.js';
import type { Store } from '../ports.js';
import type { StatusChanging } from '../status-lists/change-one.js';

/** Shown to everyone who checks a badge that was taken back. */
const BY_MISTAKE = 'It was issued by mistake.';

/** Chunks of a job that are looked at together. */
const CHUNKS = 4;

/** The badges that a job issued, some at a time. */
export async function* badgesOfJob(
  store: Pick<Store, 'issuanceChunks'>,
  issuerId: string,
  jobId: string,
): AsyncGenerator<readonly string[]> {
  for (let nr = 0; ; ) {
    const chunks = await store.issuanceChunks.list({ issuerId, jobId }, { fromNr: nr, count: CHUNKS, after: 0 }, 'done');
    const last = chunks.at(-1);
    if (last === undefined) return;
    yield chunks.flatMap(({ results }) => results.flatMap(issuedBy));
    nr = last.nr + 1;
  }
}

function issuedBy(result: RowResult | null): readonly string[] {
  return result?.state === 'done' ? [result.credentialId] : [];
}

/** Withdraws what a job issued and nobody claimed. False when that is to be gone on with: a process may still be issuing a chunk of it. */
export async function takenBack(deps: StatusChanging, actor: Actor, act: BulkActRecord, signal: AbortSignal | undefined): Promise<boolean> {
  const { issuerId, jobId } = act;
  if (jobId === null) throw new Error('an act that takes back a job names none');
  // Before the badges are looked at, so that all that such a process issued are among them.
  const still = await deps.store.issuanceChunks.isWorkedOn({ issuerId, jobId }, deps.clock.now());
  let badges = 0;
  for await (const ids of badgesOfJob(deps.store, issuerId, jobId)) {
    if (signal?.aborted) return false;
    const claimed = new Set(await deps.store.bulkActs.claimedAmong(issuerId, ids));
    const wanted = ids.filter((id) => !claimed.has(id)).map((id) => ({ id, reason: BY_MISTAKE }));
    badges += wanted.length;
    const changed = await changeMany(deps, actor, wanted, {
      ...({ purpose: 'revocation', value: true, action: 'credentials.revoked' } as const),
      stands: ({ revoked }) => revoked !== null,
      details: { bulkActId: act.id, jobId },
    });
    if (!changed.ok) return false;
  }
  if (still) return false;
  await deps.store.bulkActs.update({ issuerId, actId: act.id }, { badges });
  return true;
}
