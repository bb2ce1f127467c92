import { isUrl } from '@proofmark/primitives';
import type { RepositoryReader } from '@proofmark/schemas/evidence';
import { parseSwhid, sameRepository } from '@proofmark/schemas/git';
import { answer } from '../recheck/answer.js';
import type { Recheck } from '../recheck/recheck.js';
import type { ForgeCommit, ForgeEntry, ForgeReach } from './forge-api.js';
import type { ForgePlace } from './forge-place.js';
import { type ForgeRefusal, refusedBy } from './limits-of.js';
import { listedContents, listedNotes } from './listed-contents.js';
import { recomputeTree, type Sha1 } from './recompute-tree.js';

/** What the API of a forge answered about one commit. Each part is a fact that can be saved and judged again. */
export interface ForgeFacts {
  readonly commit: { readonly ok: true; readonly commit: ForgeCommit } | { readonly ok: false; readonly refusal: ForgeRefusal };
  /** Null when it was not asked, or gave no answer. */
  readonly reach: ForgeReach | null;
  /** Null when there is none; `complete` is false when the forge or our limit left something out. */
  readonly listing: { readonly entries: readonly ForgeEntry[]; readonly complete: boolean } | null;
}

/**
 * Judges what a forge said about a commit. It never answers `gone`: what is private is answered like what is not there. `matches` says that
 * the forge has the commit, and that nothing contradicts the SWHIDs of the badge; its list of files is hashed, and has to have the id
 * that the commit names.
 *
 * @param swhids those of the badge that name the same place
 * @param now milliseconds since 1970 UTC
 */
export async function judgeForge(
  { commit: asked, reach, listing }: ForgeFacts,
  place: ForgePlace,
  swhids: readonly string[],
  sha1: Sha1,
  now: number,
): Promise<Recheck> {
  const readBy: RepositoryReader = { grade: 'forge', host: place.host };
  if (!asked.ok) {
    const { reason, askAgain } = refusedBy(asked.refusal, now);
    return { ...answer('not-checked', reason), readBy, ...(askAgain === null ? {} : { askAgainAt: new Date(askAgain).toISOString() }) };
  }
  const { commit } = asked;
  if (commit.id !== place.commit) return { ...answer('not-checked', 'another-commit'), readBy };
  const computed = listing?.complete === true ? await recomputeTree(listing.entries, sha1) : null;
  const found = {
    readBy: { ...readBy, treeCompared: computed !== null },
    notes: notesOn(commit, reach, listing, place),
    changedAt: commit.committedAt,
    contents: {
      listing: computed === null ? null : listedContents(listing?.entries ?? [], place.path.join('/')),
      history: null,
      since: reach?.since ?? null,
    },
  };
  if (computed !== null && (!computed.consistent || (commit.tree !== null && commit.tree !== computed.root)))
    return { ...answer('not-checked', 'tree-inconsistent'), readBy, changedAt: commit.committedAt };
  const path = place.path.join('/');
  const object = objectAt(path, commit.tree ?? computed?.root ?? null, computed === null ? null : (listing?.entries ?? null));
  if (object === 'not-there') return { ...answer('not-checked', 'path-not-found'), ...found };
  const fits = swhids.map((swhid) => isNamed(swhid, commit.id, object));
  if (fits.includes(false)) return { ...answer('changed', 'swhid-mismatch'), ...found };
  const uncompared = fits.includes(null) ? ['tree-not-compared'] : [];
  return { ...answer('matches'), ...found, notes: [...found.notes, ...uncompared] };
}

interface GitObject {
  readonly type: 'dir' | 'cnt' | null;
  readonly id: string;
}

/** What stands at a path; null when nobody told. */
function objectAt(path: string, root: string | null, entries: readonly ForgeEntry[] | null): GitObject | 'not-there' | null {
  if (path === '') return root === null ? null : { type: 'dir', id: root };
  if (entries === null) return null;
  const entry = entries.find((each) => each.path === path);
  if (entry === undefined) return 'not-there';
  return { type: entry.mode === '40000' ? 'dir' : entry.mode.startsWith('100') ? 'cnt' : null, id: entry.id };
}

/** Null where the object is not known. A SWHID of another kind, or that cannot be read, is no contradiction. */
function isNamed(text: string, commit: string, object: GitObject | null): boolean | null {
  const swhid = parseSwhid(text);
  if (swhid?.type === 'rev') return swhid.id === commit;
  if (swhid?.type !== 'dir' && swhid?.type !== 'cnt') return true;
  return object === null ? null : object.type === swhid.type && object.id === swhid.id;
}

function notesOn(commit: ForgeCommit, reach: ForgeReach | null, listing: ForgeFacts['listing'], place: ForgePlace): readonly string[] {
  const { page } = commit;
  const home = `https://${place.host}/${place.repository}`;
  const moved = page !== null && isUrl(page) && !isIn(new URL(page), home);
  return [
    ...(moved ? ['repository-moved'] : []),
    ...(reach === null ? ['history-not-read'] : []),
    ...(reach?.leads === false ? [reach.from === 'all-refs' ? 'not-on-a-branch' : 'not-on-default-branch'] : []),
    ...listedNotes(listing?.entries ?? []),
  ];
}

/** Whether a page is of the repository at `home`: `/ada/todo/commit/…`, also with `/-/` before. */
function isIn({ host, pathname }: URL, home: string): boolean {
  const repository = pathname.replace(/(?:\/-)?\/commits?\/[0-9a-f]{40}.*$/, '');
  return sameRepository(`https://${host}${repository}`, home);
}
