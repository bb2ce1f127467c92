import type { CredentialKey, RecheckResult } from '../../store/index.js';
import { lockCredential } from '../access/load-credential.js';
import { appendEvent } from '../events/append-event.js';
import type { IdSource, Store } from '../ports.js';
import { done, type Result } from '../result.js';
import { scheduleRetry } from './schedule-next.js';

/** Reasons that may have changed by tomorrow. */
const PASSING: ReadonlySet<string | null> = new Set(['timeout', 'unreachable', 'http-status', 'malformed-response', 'not-a-repository']);

/** Reasons of a recheck that compared nothing and found the evidence in its place. */
const FOUND_UNCOMPARED: readonly string[] = ['live-page', 'no-digest'];

/**
 * Stores the results of a recheck, and appends an event in the same transaction when an answer changed. Results without an answer
 * change nothing and bring the next recheck forward. A badge that was erased meanwhile is refused: then nothing is stored.
 */
export async function recordResults(
  deps: IdSource & { readonly store: Pick<Store, 'transaction'> },
  badge: CredentialKey,
  results: readonly RecheckResult[],
): Promise<Result<null>> {
  return deps.store.transaction(async (tx) => {
    const credential = await lockCredential(tx.credentials, badge);
    if (!credential.ok) return credential;
    const standing = new Map((await tx.work.standing(badge, FOUND_UNCOMPARED)).map((result) => [result.piece, answerOf(result)]));
    await tx.work.append(badge, results);
    if (results.some(({ sameBytes, reason }) => sameBytes === 'not-checked' && PASSING.has(reason))) {
      await tx.work.hasten(badge, scheduleRetry(deps.clock.now()));
    }
    const changed = results.some((result) => answerOf(result) !== null && answerOf(result) !== (standing.get(result.piece) ?? AS_ISSUED));
    if (changed) await appendEvent(deps, tx, 'evidence.changed', badge);
    return done(null);
  });
}

/** The answer at issue: a file or commit that matches, or a page that was not pinned. */
const AS_ISSUED = 'matches';

/**
 * The lasting answer of a result, or null without one. For a live page, and for evidence without a digest, it is only that it is still
 * there; private evidence has no address, so it has no answer.
 */
function answerOf({ sameBytes, reason }: RecheckResult): string | null {
  if (reason === 'no-address') return null;
  if (sameBytes !== 'not-checked') return sameBytes;
  return reason !== null && FOUND_UNCOMPARED.includes(reason) ? AS_ISSUED : null;
}
