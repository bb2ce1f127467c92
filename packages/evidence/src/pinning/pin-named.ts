import type { GitFailure, GitRequest, GitSnapshot } from '@proofmark/git-reader';
import { parseInstant } from '@proofmark/primitives';
import type { EvidenceKind } from '@proofmark/schemas/evidence';
import { captureTimeOf, dateOf } from '../links/captures.js';
import { isRefused, type LinkDescription } from '../links/description.js';
import { isNamedBySwhid, swhidIn, whereSeen } from '../links/swhid-place.js';
import { type FetchedEvidence, notSeen, type PinnedItem, pinItem, pinnedAs } from './pin-item.js';
import { findingOf } from './pin-repository.js';
import { type Unseen, unseenFile, unseenRepository } from './unseen.js';

/** What a registry of DOIs says of one. Nothing that the network does is an exception. */
export type DoiAnswer =
  | {
      readonly ok: true;
      /** It names one version: the registry lists it as a version of something, and lists no versions of it. */
      readonly isVersion: boolean;
      /** RFC 3339: when it was registered, or null. */
      readonly registeredAt: string | null;
    }
  /** `registry-silent` when nobody answered. */
  | { readonly ok: false; readonly code: 'doi-unknown' | 'registry-silent' };

/** A DOI is pinned when its registry says that it names one version: most lead to whatever is the newest. */
export function pinDoi(link: LinkDescription, answer: DoiAnswer | null, kind?: EvidenceKind): PinnedItem {
  const item = pinItem(link, null, kind);
  if (answer === null) return notSeen(item, unseen('doi-not-asked'));
  if (!answer.ok) return notSeen(item, unseen(answer.code));
  if (!answer.isVersion) return notSeen(item, unseen('doi-not-a-version'));
  return pinnedAs(item, 'doi', { permalink: link.permalink ?? null, changedAt: answer.registeredAt });
}

/**
 * A capture is pinned when the archive answers under its very time: asked for another, it leads to the nearest one. Its date is a fact then.
 *
 * @param now milliseconds since 1970 UTC; null where no clock is at hand
 */
export function pinCapture(link: LinkDescription, fetched: FetchedEvidence, now: number | null, kind?: EvidenceKind): PinnedItem {
  const item = pinItem(link, fetched, kind);
  if (!fetched.ok) return notSeen(item, unseenFile(fetched));
  const capturedAt = dateOf(link.captureTime ?? '');
  const isThere = capturedAt !== null && captureTimeOf(fetched.finalUrl ?? '') === link.captureTime;
  if (!isThere || (now !== null && parseInstant(capturedAt)! > now)) return notSeen(unpinned(item), unseen('capture-elsewhere'));
  return pinnedAs(item, 'capture', { permalink: link.url, changedAt: capturedAt });
}

/** Bytes that came from another capture than the link names. */
function unpinned(item: PinnedItem): PinnedItem {
  const { id } = item.evidence;
  return {
    ...item,
    evidence: { id },
    finding: { ...item.finding, pinned: false, method: 'none', digestMultibase: null, mediaType: null, size: null },
  };
}

/** A SWHID is pinned when the object was read where it says that it was seen. */
export async function pinSwhid(
  link: LinkDescription,
  read: (request: Pick<GitRequest, 'remotes' | 'place'>) => Promise<GitSnapshot | GitFailure>,
  options: { readonly allowLoopback?: boolean },
  kind?: EvidenceKind,
): Promise<PinnedItem> {
  const item = pinItem(link, null, kind);
  const swhid = swhidIn(link.permalink ?? '');
  const place = isRefused(link) ? null : whereSeen(swhid, options);
  if (place === null) return notSeen(item, unseen('swhid-without-place'));
  const snapshot = await read(place);
  if (!snapshot.ok) return notSeen(item, unseenRepository(snapshot));
  if (!isNamedBySwhid(snapshot, swhid)) return notSeen(item, unseen('swhid-mismatch'));
  const found = { swhids: [swhid], git: findingOf(snapshot), changedAt: snapshot.committedAt, permalink: link.permalink ?? null };
  const pinned = pinnedAs(item, 'swhid', found);
  return { ...pinned, finding: { ...pinned.finding, problems: [...snapshot.problems, ...pinned.finding.problems] } };
}

const unseen = (reason: string): Unseen => ({ reason, retryable: reason === 'registry-silent' });
