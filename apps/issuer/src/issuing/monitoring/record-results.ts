import type { CredentialKey, RecheckResult } from '../../store/index.js';
import { lockCredential } from '../access/load-credential.js';
import { appendEvent } from '../events/append-event.js';
import type { IdSource, Store } from '../ports.js';
import { done, type Result } from '../result.js';
import { scheduleRetry } from './schedule-next.js';

/** Reasons that may be others tomorrow. */
const PASSING: ReadonlySet<string | null> = new Set(['timeout', 'unreachable', 'http-status', 'malformed-response', 'not-a-repository']);

/** Reasons of a look that compared nothing and found the work where it was. */
const FOUND_UNCOMPARED: readonly string[] = ['live-page', 'no-digest'];

/**
 * Stores what a look found, and announces it in the same transaction when an answer is another than it was. Looks that gave no answer
 * change nothing; they come again sooner. A badge that was erased meanwhile is refused: then nothing is stored.
 */
export async function recordResults(
  deps: IdSource & { readonly store: Pick<Store, 'transaction'> },
  badge: CredentialKey,
  looks: readonly RecheckResult[],
): Promise<Result<null>> {
  return deps.store.transaction(async (tx) => {
    const credential = await lockCredential(tx.credentials, badge);
    if (!credential.ok) return credential;
    const standing = new Map((await tx.work.standing(badge, FOUND_UNCOMPARED)).map((look) => [look.piece, answerOf(look)]));
    await tx.work.append(badge, looks);
    if (looks.some(({ sameBytes, reason }) => sameBytes === 'not-checked' && PASSING.has(reason))) {
      await tx.work.hasten(badge, scheduleRetry(deps.clock.now()));
    }
    const changed = looks.some((look) => answerOf(look) !== null && answerOf(look) !== (standing.get(look.piece) ?? AS_ISSUED));
    if (changed) await appendEvent(deps, tx, 'evidence.changed', badge);
    return done(null);
  });
}

/** A badge is issued over work that is there: a file or commit that fits, or a page that was never held fast. */
const AS_ISSUED = 'matches';

/**
 * What a look says for good, or null when it says nothing. That it is still there is all that can be said of a live page, and of what is
 * held fast by its name alone; private work has no address, so nobody can ever look.
 */
function answerOf({ sameBytes, reason }: RecheckResult): string | null {
  if (reason === 'no-address') return null;
  if (sameBytes !== 'not-checked') return sameBytes;
  return reason !== null && FOUND_UNCOMPARED.includes(reason) ? AS_ISSUED : null;
}
