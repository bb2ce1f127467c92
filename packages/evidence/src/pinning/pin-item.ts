import type { EvidenceFinding } from '@proofmark/schemas/api';
import type { EvidenceKind } from '@proofmark/schemas/evidence';
import { digestMultibase } from '../digests/digest-multibase.js';
import { isRefused, type LinkDescription, type LinkProblem } from '../links/description.js';
import { sniffMediaType } from './sniff.js';
import { type Unseen, unseenFile } from './unseen.js';

/** The outcome of fetching a link, with the SHA-256 of the body: the platform does the hashing. */
export type FetchedEvidence =
  | {
      readonly ok: true;
      /** Where the answer came from, after redirects. */
      readonly finalUrl?: string;
      readonly mediaType: string;
      readonly body: Uint8Array;
      readonly sha256: Uint8Array;
    }
  /** `code` says why, as the fetch named it: `timeout`, `http-status`, `too-large` …; `status` is that of the answer, where there was one. */
  | { readonly ok: false; readonly code: string; readonly status?: number };

/** What a fetch may add to the problems of a link. `media-type-mismatch`: the bytes are plainly not what the host called them. */
export type PinProblem = LinkProblem | 'empty' | 'media-type-mismatch';

/** An evidence object beside the work itself, which names the same content in another way. */
export interface OtherName {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Of a copy: type and digest of its bytes. */
  readonly mediaType?: string;
  readonly digestMultibase?: string;
}

/** What goes into the badge for one piece of evidence, and the finding for the caller. */
export interface PinnedItem {
  /** Members for the evidence object: `id` (a permalink where the link had one) and, for a file, its type and digest. */
  readonly evidence: { readonly id: string; readonly mediaType?: string; readonly digestMultibase?: string };
  /** What else goes into the badge for it, after all pieces of evidence. */
  readonly others: readonly OtherName[];
  readonly finding: EvidenceFinding;
  readonly refused: boolean;
  /** Why what the link names could not be read; null when it was read, and when there is nothing to read. */
  readonly unseen: Unseen | null;
  readonly problems: readonly PinProblem[];
}

const PAGES = new Set(['text/html', 'application/xhtml+xml', 'multipart/x-mixed-replace']);
const TEXTUAL = /^text\/|[/+](?:json|xml|yaml|javascript|markdown)$/;

/**
 * Pins one piece of evidence by the digest of its bytes. What a link names by itself (a commit, a SWHID, a DOI, a capture) pins nothing here:
 * somebody has to have read it. A web page is never pinned: it changes with every visit, so its digest would never match again.
 *
 * @param link what `describeLink` said
 * @param fetched what fetching it gave, or null when it was not fetched (`link.fetchable` tells whether it is worth while)
 * @param said what the caller says it is, if it does; otherwise the link tells, or what was read
 */
export function pinItem(link: LinkDescription, fetched: FetchedEvidence | null, said?: EvidenceKind): PinnedItem {
  const refused = isRefused(link);
  const file = refused || fetched?.ok !== true ? null : pinFile(fetched);
  const digest = file?.digestMultibase ?? null;
  const kind = said ?? (link.kind === 'page' && digest !== null ? kindOfFile(file?.mediaType ?? '') : link.kind);
  const pinned = digest !== null;
  const problems = [...link.problems.filter((problem) => digest === null || problem !== 'live-page'), ...(file?.problems ?? [])];
  const failure = fetched?.ok === false ? fetched.code : null;
  const mediaType = file?.mediaType ?? null;
  return {
    evidence: {
      id: link.pinnedBy === 'commit' ? (link.permalink ?? link.url) : link.url,
      ...(digest === null || mediaType === null ? {} : { mediaType, digestMultibase: digest }),
    },
    others: [],
    finding: {
      url: link.url,
      kind,
      pinned,
      method: pinned ? 'digest' : 'none',
      digestMultibase: digest,
      mediaType,
      size: fetched?.ok === true && !refused ? fetched.body.length : null,
      reason: pinned ? null : refused ? (link.problems[0] ?? null) : (failure ?? file?.problems[0] ?? link.problems[0] ?? null),
      permalink: pinned && link.pinnedBy === 'commit' ? (link.permalink ?? null) : null,
      changedAt: null,
      swhids: [],
      problems: [...new Set([...problems, ...(failure === null ? [] : [failure])])],
      git: null,
      kept: [],
      theirs: [],
    },
    refused,
    unseen: fetched?.ok === false && !refused ? unseenFile(fetched) : null,
    problems,
  };
}

/** The same piece, found to be pinned in another way than by a digest. */
export function pinnedAs(item: PinnedItem, method: EvidenceFinding['method'], found: Partial<EvidenceFinding>): PinnedItem {
  const problems = item.finding.problems.filter((problem) => !ASKED.has(problem) && problem !== 'live-page');
  return { ...item, unseen: null, finding: { ...item.finding, pinned: true, method, reason: null, problems, ...found } };
}

/** What was open before somebody was asked. */
const ASKED: ReadonlySet<string> = new Set<LinkProblem>(['capture-not-asked', 'doi-not-asked']);

/** The same piece, of which what the link names could not be read: the finding names why, and nothing of it is pinned but bytes that were read. */
export function notSeen(item: PinnedItem, unseen: Unseen): PinnedItem {
  const { finding } = item;
  const known = finding.problems.filter((problem) => !ASKED.has(problem));
  const problems = [...new Set([...known, 'not-seen', unseen.reason])];
  if (finding.digestMultibase !== null)
    return { ...item, finding: { ...finding, problems: problems.filter((code) => code !== 'not-seen') } };
  return { ...item, unseen, finding: { ...finding, pinned: false, method: 'none', reason: unseen.reason, permalink: null, problems } };
}

interface File {
  readonly mediaType: string;
  readonly digestMultibase: string | null;
  readonly problems: readonly PinProblem[];
}

function pinFile({ body, mediaType: declared, sha256 }: Extract<FetchedEvidence, { ok: true }>): File {
  const shown = sniffMediaType(body);
  const mediaType = shown !== null && contradicts(declared, shown) ? shown : declared || shown || 'application/octet-stream';
  const mismatch: PinProblem[] = declared !== '' && mediaType !== declared ? ['media-type-mismatch'] : [];
  if (body.length === 0) return { mediaType, digestMultibase: null, problems: ['empty'] };
  if (PAGES.has(mediaType)) return { mediaType, digestMultibase: null, problems: [...mismatch, 'live-page'] };
  return { mediaType, digestMultibase: digestMultibase(sha256), problems: mismatch };
}

const DOCUMENTS =
  /^(?:application\/(?:pdf|rtf|msword|epub\+zip|vnd\.(?:openxmlformats-officedocument|oasis\.opendocument|ms-(?:excel|powerpoint))[\w.-]*)|text\/markdown)$/;

/** The kind of a file at an address that tells none. What is shown as a page never comes here. */
function kindOfFile(mediaType: string): EvidenceKind {
  const [family] = mediaType.split('/');
  if (family === 'image' || family === 'video') return family;
  return DOCUMENTS.test(mediaType) ? 'document' : 'file';
}

/** Whether the first bytes plainly are not what the host declared. A zip is also a .docx, and source code is served as plain text. */
function contradicts(declared: string, shown: string): boolean {
  if (shown === 'text/html') return /^(?:application\/(?:pdf|zip|octet-stream)|image|video|audio)/.test(declared);
  if (TEXTUAL.test(declared)) return !declared.endsWith('+xml');
  const [family] = declared.split('/');
  return family === 'image' ? shown !== declared : declared === 'application/pdf';
}
