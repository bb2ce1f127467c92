import { detachJwt } from '@proofmark/proofs/sign';
import type { BatchRow, IssuerRecord } from '../../../store/index.js';
import { claimLost } from '../../access/idempotently.js';
import { lockCredentialOrErased } from '../../access/load-credential.js';
import { auditEntryOf } from '../../access/record-act.js';
import { appendEvent } from '../../events/append-event.js';
import { orderArchiving } from '../../evidence/archive-evidence.js';
import { newId, newPublicId } from '../../identifiers.js';
import { scheduleFirst } from '../../monitoring/schedule-next.js';
import type { Repositories, Store } from '../../ports.js';
import { isSameRecipient } from '../../recipients/same-recipient.js';
import { done, type Refused } from '../../result.js';
import { listIsGone } from '../../status-lists/places.js';
import type { StatusLists } from '../../status-lists/status-list.js';
import { renewalRefusal } from '../renewal-refusal.js';
import { replaceCorrected } from '../replace-corrected.js';
import type { BadgeIssuer } from './badge-sources.js';
import type { BatchAct, Committed, NewBadge, SignedBadge } from './batch.js';
import { isFaultOfRows, isInterference } from './database-faults.js';
import { findDuplicates } from './duplicates.js';
import { lockRowsOfJob } from './rows-of-job.js';

export interface Committing extends StatusLists {
  readonly store: Store;
  readonly recheckDays: number | null;
}

/** What all rows of one commit have in common. */
export interface Commit {
  readonly source: BadgeIssuer;
  readonly act: BatchAct | null;
}

export type Settled = ReadonlyMap<SignedBadge, PromiseSettledResult<Committed>>;

/** Commits the renewals one by one, since of two renewals of one badge the second has to find the first, and all other badges together. */
export async function commitBadges(deps: Committing, commit: Commit, badges: readonly SignedBadge[]): Promise<Settled> {
  const settled = new Map<SignedBadge, PromiseSettledResult<Committed>>();
  const together = badges.filter(({ badge }) => badge.renewal === null);
  const alone = badges.filter(({ badge }) => badge.renewal !== null);
  for (const rows of [together, ...alone.map((one) => [one])]) await commitTogether(deps, commit, rows, settled);
  return settled;
}

/** Commits rows at once. Where that fails because of a row, the halves are tried, until the row fails by itself. */
async function commitTogether(
  deps: Committing,
  commit: Commit,
  rows: readonly SignedBadge[],
  settled: Map<SignedBadge, PromiseSettledResult<Committed>>,
): Promise<void> {
  if (rows.length === 0) return;
  try {
    const answers = await commitRows(deps, commit, rows);
    for (const [at, row] of rows.entries()) settled.set(row, { status: 'fulfilled', value: answers[at] as Committed });
  } catch (reason) {
    // Of a list that is not there, all rows get other places.
    if (rows.length > 1 && isFaultOfRows(reason) && !listIsGone(reason)) {
      const half = Math.ceil(rows.length / 2);
      for (const part of [rows.slice(0, half), rows.slice(half)]) await commitTogether(deps, { ...commit, act: null }, part, settled);
    } else {
      for (const row of rows) settled.set(row, { status: 'rejected', reason });
    }
  }
}

const TRIES = 3;

/** Tries again where the database broke the statement off in favour of another transaction, as `transaction` does. */
async function unlessInterrupted<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === TRIES || !isInterference(error)) throw error;
    }
  }
}

/** One statement is a transaction of its own. What needs more than the one statement has a transaction around all. */
function commitRows(deps: Committing, commit: Commit, rows: readonly SignedBadge[]): Promise<readonly Committed[]> {
  const { store } = deps;
  return rows.some(needsMore)
    ? store.transaction((tx) => writeRows(deps, tx, commit, rows))
    : unlessInterrupted(() => writeRows(deps, store, commit, rows));
}

export function needsMore(signed: SignedBadge): boolean {
  const { row = null, onDuplicate = null } = signed.badge;
  return row !== null || onDuplicate !== null || hasMore(signed);
}

function hasMore({ badge: { renewal, parts } }: SignedBadge): boolean {
  return renewal !== null || parts.copies.length > 0 || parts.contents.length > 0 || parts.archiving.length > 0;
}

async function writeRows(
  deps: Committing,
  tx: Repositories,
  { source, act }: Commit,
  rows: readonly SignedBadge[],
): Promise<readonly Committed[]> {
  const issuerId = source.issuer.id;
  const refusals = new Map<SignedBadge, Refused>();
  for (const row of rows) {
    const refusal = await lockPredecessor(tx, row.badge);
    if (refusal !== null) refusals.set(row, refusal);
  }
  const duplicates = await findDuplicates(deps, tx, issuerId, rows);
  const job = await lockRowsOfJob(tx, rows);
  for (const row of rows) {
    const refusal = job.refusalOf(row) ?? duplicates.refusalOf(row);
    if (refusal !== null && !refusals.has(row)) refusals.set(row, refusal);
  }
  const going = rows.filter((row) => !refusals.has(row));
  const answers = await tx.batches.insert({
    issuerId,
    issuerVersion: source.issuer.updatedAt,
    keys: [source.embedded.key.id, source.token.key.id],
    recordEntryId: newId(deps),
    audit: act === null ? null : auditEntryOf(deps, act.actor, { ...act, issuerId }),
    rows: going.map((row) => rowOf(deps, source.issuer, duplicates.superseding(row), act !== null)),
  });
  const outcomes = new Map<SignedBadge, Committed>(refusals);
  for (const [nth, row] of going.entries()) {
    const { outcome, recipient } = answers?.[nth] ?? { outcome: 'issuer-changed', recipient: null };
    const issued = { ...duplicates.superseding(row).credential, recipient };
    if (outcome === 'stored' && hasMore(row)) await writeMore(deps, tx, { ...row, credential: issued });
    outcomes.set(row, outcome === 'stored' ? done(issued) : outcome === 'claim-lost' ? claimLost() : outcome);
  }
  const stored = going.filter((row) => isStored(outcomes.get(row)));
  await duplicates.withdraw(stored);
  await job.write(stored, deps.clock.now());
  return rows.map((row) => outcomes.get(row) as Committed);
}

function isStored(committed: Committed | undefined): boolean {
  return typeof committed === 'object' && committed.ok;
}

/** Locked first, so that of two renewals of one badge the second finds the first. */
async function lockPredecessor(tx: Repositories, { renewal }: NewBadge): Promise<Refused | null> {
  if (renewal === null) return null;
  const { issuerId, id, statusListId } = renewal.predecessor;
  // The lock of the list comes first, as in every revocation.
  if (renewal.correction) await tx.statusLists.lockDocument(issuerId, statusListId);
  const predecessor = await lockCredentialOrErased(tx.credentials, { issuerId, credentialId: id });
  return renewalRefusal(tx, predecessor, renewal.correction ? 'corrected' : 'renewed');
}

function rowOf(deps: Committing, issuer: IssuerRecord, { badge, credential, recorded }: SignedBadge, together: boolean): BatchRow {
  const { actor, parts, claim, renewal } = badge;
  // A renewal does not name its predecessor: once one of the two is erased, nothing may lead from it to the other.
  const action = renewal === null ? 'credential.issued' : renewal.correction ? 'credential.corrected' : 'credential.renewed';
  return {
    credential,
    detachedJwt: detachJwt(credential.signed.jwt),
    achievementVersion: parts.achievement.updatedAt,
    eventId: newId(deps),
    recorded,
    recipient: parts.recipient.row,
    mail: parts.mail,
    report: parts.report?.body ?? null,
    assessmentId: parts.achievement.assessment === 'wanted' ? newPublicId(deps, issuer) : null,
    dueAt: credential.evidenceFindings.length === 0 ? null : scheduleFirst(deps),
    claim,
    audit: together ? null : auditEntryOf(deps, actor, { action, issuerId: credential.issuerId, objectId: credential.id }),
  };
}

/** What only some badges have. */
async function writeMore(deps: Committing, tx: Repositories, { badge, credential }: SignedBadge): Promise<void> {
  const { issuerId, id, createdAt: at } = credential;
  const { parts, renewal } = badge;
  await tx.evidence.insertCopies(issuerId, id, parts.copies, at);
  await tx.evidence.insertPrivateWork(issuerId, id, parts.contents);
  await tx.evidence.insertArchiveRequests(issuerId, id, parts.archiving);
  if (parts.archiving.length > 0) await orderArchiving(tx.jobs, { issuerId, credentialId: id }, at);
  if (renewal === null) return;
  // A renewal is always of the same person.
  const same = !renewal.correction || isSameRecipient(renewal.predecessor, credential);
  await tx.consents.inherit({ issuerId, credentialId: id }, renewal.predecessor.id, { same });
  if (renewal.correction) return replaceCorrected(deps, tx, badge.actor, renewal.predecessor, credential);
  await appendEvent(deps, tx, 'credential.renewed', { issuerId, credentialId: renewal.predecessor.id }, { successorId: id });
}
