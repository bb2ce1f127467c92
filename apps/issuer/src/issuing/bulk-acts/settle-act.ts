import type { BulkActKey, BulkActRecord } from '../../store/index.js';
import type { Actor } from '../access/actor.js';
import { changeMany, type OneOfMany } from '../credentials/change-many.js';
import type { StatusChanging } from '../status-lists/change-one.js';
import { takenBack } from './taken-back.js';

/** Badges that are changed together. */
const TOGETHER = 2000;

/**
 * Carries an act to its end: `finishing` revokes its badges, `undoing` puts them in force again, or withdraws those of a job. Each badge is touched as long
 * as it stands as the act left it. Again changes nothing, so that another process goes on where one died.
 *
 * @returns whether it has ended; false when it is to be gone on with later
 */
export async function settleAct(deps: StatusChanging, actor: Actor, act: BulkActRecord, signal?: AbortSignal): Promise<boolean> {
  const key: BulkActKey = { issuerId: act.issuerId, actId: act.id };
  if (act.state !== 'finishing' && act.state !== 'undoing') throw new TypeError('an act that is neither finished nor undone');
  const finishing = act.state === 'finishing';
  const whole = act.kind === 'issue' ? await takenBack(deps, actor, act, signal) : await changeBadges(deps, actor, act, signal);
  if (!whole) return false;
  await deps.store.bulkActs.update(key, { state: finishing ? 'final' : 'undone', endedAt: deps.clock.now() });
  return true;
}

async function changeBadges(deps: StatusChanging, actor: Actor, act: BulkActRecord, signal: AbortSignal | undefined): Promise<boolean> {
  const key: BulkActKey = { issuerId: act.issuerId, actId: act.id };
  const finishing = act.state === 'finishing';
  for (let after: string | null = null; ; ) {
    if (signal?.aborted) return false;
    const badges = await deps.store.bulkActs.badgesAfter(key, after, TOGETHER);
    const wanted = badges.flatMap(({ credentialId: id, suspendedAt: suspendedSince, before, reason }): readonly OneOfMany[] =>
      // What was suspended before the act stays so when the act is undone.
      !finishing && before ? [] : [{ id, reason: finishing ? reason : null, suspendedSince }],
    );
    const changed = await changeMany(deps, actor, wanted, {
      ...(finishing
        ? { purpose: 'revocation', value: true, action: 'credentials.revoked' }
        : // That it was undone stands in the log already.
          { purpose: 'suspension', value: false, action: null }),
      stands: ({ revoked, suspended }) => revoked !== null || suspended === null,
      details: { bulkActId: act.id },
    });
    if (!changed.ok) return false;
    after = badges.at(-1)?.credentialId ?? null;
    if (badges.length < TOGETHER) return true;
  }
}
