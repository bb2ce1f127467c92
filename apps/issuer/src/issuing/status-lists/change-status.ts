import { setBit } from '@proofmark/credentials';
import type { Since, StandingRecord, StatusPurpose } from '../../store/index.js';
import { wasErased } from '../access/load-credential.js';
import type { Repositories } from '../ports.js';
import { bitsOfJournal, publishStatusList, type StatusLists } from './status-list.js';

/** What is to become of one badge. `value` false lifts a suspension; a revocation is for good. */
export interface StatusChange {
  readonly credentialId: string;
  readonly purpose: StatusPurpose;
  readonly value: boolean;
  readonly reason: string | null;
  readonly apiKeyId: string;
  /** Only if the badge is suspended since then: whoever lifted that suspension meanwhile has decided otherwise. */
  readonly suspendedSince?: Date | undefined;
}

/** How a badge stands after a change was asked for, and what came of it: `unchanged` is one that stood so already. */
export interface StatusOutcome {
  readonly result: 'changed' | 'unchanged' | 'refused-revoked' | 'refused-erased';
  readonly standing: StandingRecord;
}

/** Suspensions first: the list of revocations is signed anew when there is a list of suspensions to name from then on. */
const PURPOSES = ['suspension', 'revocation'] as const;

/**
 * Changes the status of badges of one list in the caller's transaction: journal entries, bits in place, and each changed list signed once,
 * however many changes there are. The work is the same whatever the journal holds. Changes take effect in their order; the rows of the
 * badges stay locked. The caller appends what it has to tell, events last of all.
 *
 * @throws when a badge is not there: the caller has loaded each
 */
export async function changeStatus(
  deps: StatusLists,
  tx: Repositories,
  { issuerId, listId }: { readonly issuerId: string; readonly listId: number },
  changes: readonly StatusChange[],
): Promise<readonly StatusOutcome[]> {
  // The list's lock comes first: it serialises all changes of one list.
  const list = await tx.statusLists.lockDocument(issuerId, listId);
  const issuer = await tx.issuers.find(issuerId);
  if (list === null || issuer === null) throw new Error('a badge has no status list or no issuer');
  const standings = await lockAll(tx, issuerId, [...new Set(changes.map(({ credentialId }) => credentialId))].sort());
  const at = deps.clock.now();
  const made: (StatusChange & { readonly index: number })[] = [];
  const outcomes = changes.map((change): StatusOutcome => {
    const standing = standings.get(change.credentialId);
    if (standing === undefined || standing.statusListId !== listId) throw new Error('a badge that was loaded before is not in its list');
    const result = resultOf(standing, change);
    if (result !== 'changed') return { result, standing };
    // What is written about an erased badge would be about a person again.
    const effective = wasErased(standing) ? { ...change, reason: null } : change;
    const next = withChange(standing, effective, at);
    standings.set(standing.id, next);
    made.push({ ...effective, index: standing.statusIndex });
    return { result, standing: next };
  });
  const suspensions = list.suspension !== null || made.some(({ purpose }) => purpose === 'suspension');
  for (const purpose of PURPOSES) {
    const events = made.filter((change) => change.purpose === purpose);
    const isNamedNow = purpose === 'revocation' && suspensions && list.suspension === null;
    if (events.length === 0 && !isNamedNow) continue;
    const stored = list[purpose] ?? { seq: 0, bits: null };
    const bits = stored.bits ?? (await bitsOfJournal(tx, { issuerId, listId, purpose }, list.length));
    for (const { index, value } of events) setBit({ length: list.length, bytes: bits }, index, value);
    const seq = events.length === 0 ? stored.seq : await tx.statusLists.append({ issuerId, listId, purpose, at, events });
    await publishStatusList(deps, tx, issuer, { listId, length: list.length, seq, purpose, bits, suspensions });
  }
  await mark(tx, issuerId, made, at);
  return outcomes;
}

/** Badges that are read at once: what comes of more would hold up other requests. */
const AT_ONCE = 2000;

/** Locked in the order of their ids, so that nobody waits for who waits for them. */
async function lockAll(
  tx: Pick<Repositories, 'standings'>,
  issuerId: string,
  ids: readonly string[],
): Promise<Map<string, StandingRecord>> {
  const standings = new Map<string, StandingRecord>();
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    for (const standing of await tx.standings.lock(issuerId, ids.slice(from, from + AT_ONCE))) standings.set(standing.id, standing);
  }
  return standings;
}

function resultOf(standing: StandingRecord, { purpose, value, suspendedSince }: StatusChange): StatusOutcome['result'] {
  const { revoked, suspended } = standing;
  if (suspendedSince !== undefined && suspended?.at.getTime() !== suspendedSince.getTime()) return 'unchanged';
  if (purpose === 'revocation') {
    if (!value) throw new TypeError('a revocation is for good');
    return revoked === null ? 'changed' : 'unchanged';
  }
  if (wasErased(standing)) return 'refused-erased';
  if (revoked !== null) return 'refused-revoked';
  return (suspended !== null) === value ? 'unchanged' : 'changed';
}

function withChange(standing: StandingRecord, { purpose, value, reason }: StatusChange, at: Date): StandingRecord {
  const since: Since | null = value ? { at, reason } : null;
  return purpose === 'revocation' ? { ...standing, revoked: since } : { ...standing, suspended: since };
}

/** Writes into the rows of the badges what the last change of each made of it. */
async function mark(tx: Repositories, issuerId: string, made: readonly StatusChange[], at: Date): Promise<void> {
  const ids = (purpose: StatusPurpose, value: boolean): readonly string[] => {
    const last = new Map(made.filter((change) => change.purpose === purpose).map((change) => [change.credentialId, change.value]));
    return [...last].filter(([, is]) => is === value).map(([id]) => id);
  };
  const revoked = ids('revocation', true);
  for (const [purpose, changed, since] of [
    ['revocation', revoked, at],
    ['suspension', ids('suspension', true), at],
    ['suspension', ids('suspension', false), null],
  ] as const) {
    if (changed.length > 0) await tx.standings.mark(issuerId, purpose, changed, since);
  }
  if (revoked.length > 0) await tx.work.unwatch(issuerId, revoked);
}
