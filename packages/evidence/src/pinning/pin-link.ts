import type { GitFailure, GitSnapshot, GitSource } from '@proofmark/git-reader';
import type { DeclaredAuthor, EvidenceInput } from '@proofmark/schemas/api';
import type { GitPlace } from '@proofmark/schemas/git';
import type { ExpectedAuthorship } from '../authorship/expected-authorship.js';
import { authorshipInRepository } from '../authorship/in-repository.js';
import { authorshipOnSite } from '../authorship/on-site.js';
import { AUTHORSHIP_FILES } from '../authorship/places.js';
import { describeLink } from '../links/describe-link.js';
import { isRefused, type LinkDescription } from '../links/description.js';
import { type GitTarget, gitTarget, pageTarget } from '../links/git-target.js';
import { type FetchedEvidence, notSeen, type PinnedItem, pinItem } from './pin-item.js';
import { type DoiAnswer, pinCapture, pinDoi, pinSwhid } from './pin-named.js';
import { permalinkOf, pinRepository } from './pin-repository.js';
import { unseenRepository } from './unseen.js';

/** What pinning needs from outside. */
export interface PinPorts {
  /** Fetches and hashes what a link gives. */
  fetch(url: string): Promise<FetchedEvidence>;
  readonly git: GitSource;
  /** What the registry of a DOI says of it. Left out where no registry is asked: then a DOI pins nothing. */
  askDoi?(doi: string): Promise<DoiAnswer>;
  /**
   * The text of a small file of exactly this address, or null; an answer from another origin counts as none. Left out where sites are not
   * searched for authorship.
   */
  readAuthorshipFile?(url: string): Promise<string | null>;
}

export interface PinOptions {
  /** Takes links to this machine, for development; false by default. */
  readonly allowLoopback?: boolean;
  /** Milliseconds since 1970 UTC: refuses captures that are later. */
  readonly now?: number;
  /** Whose commits to count. */
  readonly author?: DeclaredAuthor | undefined;
  /** SSH keys that the recipient proved to have, in OpenSSH's base64. */
  readonly provenKeys?: readonly string[] | undefined;
  /** What would show authorship of the recipient; without it nothing is looked for. */
  readonly authorship?: ExpectedAuthorship | undefined;
}

/**
 * Pins one piece of evidence: reads the repository that the link leads into, or fetches the file behind it. Nothing is stored, and nothing
 * that the network does is an exception.
 */
export async function pinLink(ports: PinPorts, { url, kind }: EvidenceInput, options: PinOptions = {}): Promise<PinnedItem> {
  const { allowLoopback = false, now } = options;
  const link = describeLink(url, { allowLoopback, ...(now === undefined ? {} : { now }) });
  if (isRefused(link)) return pinItem(link, null, kind ?? link.kind);
  if (link.doi !== undefined) return pinDoi(link, (await ports.askDoi?.(link.doi)) ?? null, kind);
  if (link.names === 'capture') return pinCapture(link, await ports.fetch(url), now ?? null, kind);
  if (link.names === 'swhid') return pinSwhid(link, (at) => readAt(ports, at.remotes, at.place, options), { allowLoopback }, kind);
  const target = gitTarget(url);
  if (target !== null) return pinVersion(ports, link, target, kind, options);
  const fetched = link.fetchable ? await ports.fetch(url) : null;
  if (mayBeRepository(link, fetched, kind)) {
    const page = pageTarget(url);
    const read = await readAt(ports, page.remotes, page.place, options);
    if (read.ok) return withAuthorship(pinRepository(link, page, read, null, kind), read, page, options);
  }
  const item = pinItem(link, fetched, kind);
  if (fetched?.ok !== true || options.authorship === undefined || ports.readAuthorshipFile === undefined) return item;
  const theirs = await authorshipOnSite(url, (address) => ports.readAuthorshipFile?.(address) ?? Promise.resolve(null), options.authorship);
  return { ...item, finding: { ...item.finding, theirs } };
}

function readAt(ports: PinPorts, remotes: readonly string[], place: GitPlace, options: PinOptions): Promise<GitSnapshot | GitFailure> {
  const { author, provenKeys, authorship } = options;
  return ports.git.read({ remotes, place, author, provenKeys, files: authorship === undefined ? [] : AUTHORSHIP_FILES });
}

function withAuthorship(item: PinnedItem, read: GitSnapshot, { origin }: GitTarget, { authorship }: PinOptions): PinnedItem {
  return authorship === undefined
    ? item
    : { ...item, finding: { ...item.finding, theirs: authorshipInRepository(read, origin, authorship) } };
}

async function pinVersion(
  ports: PinPorts,
  link: LinkDescription,
  target: GitTarget,
  kind: EvidenceInput['kind'],
  options: PinOptions,
): Promise<PinnedItem> {
  const read = await readAt(ports, target.remotes, target.place, options);
  // A link that serves the file itself is hashed too; at its commit, so that digest and commit are of the same bytes.
  const address = read.ok ? permalinkOf(link, target, read) : link.url;
  const fetched = link.fetchable ? await ports.fetch(address) : null;
  if (read.ok) return withAuthorship(pinRepository(link, target, read, fetched, kind), read, target, options);
  return notSeen(pinItem(link, fetched, kind ?? link.kind), unseenRepository(read));
}

/** A self-hosted forge may show a repository at an address without any sign of it. */
function mayBeRepository(link: LinkDescription, fetched: FetchedEvidence | null, kind: EvidenceInput['kind']): boolean {
  if (link.pinned || link.host === null || !/^https?:\/\/[^/]+\/[^?#]/i.test(link.url)) return false;
  if (kind === 'repository') return true;
  return kind === undefined && link.kind === 'page' && fetched?.ok === true && fetched.mediaType === 'text/html';
}
